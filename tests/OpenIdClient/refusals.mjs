import './refusals/requests.mjs';
import './refusals/redirects.mjs';
import './refusals/codes.mjs';
import './refusals/clients.mjs';
import './refusals/tokens.mjs';
import './refusals/browsers.mjs';
import './refusals/signing-out.mjs';
