import './flows/discovery.mjs';
import './flows/signing-in.mjs';
import './flows/tokens.mjs';
import './flows/signing-out.mjs';
import './flows/clients.mjs';
