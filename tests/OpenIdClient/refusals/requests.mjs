// What a client asks wrongly is told to the client, at its registered redirect and nowhere else.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { Browser } from '../browser.mjs';
import { failsWith, isOAuthError, isTroublePage, refusal } from '../harness.mjs';


for (const [name, change, error] of [
  ['a request without PKCE', () => ({ code_challenge: undefined, code_challenge_method: undefined }), 'invalid_request'],
  ['PKCE without a method, which would mean plain', () => ({ code_challenge_method: undefined }), 'invalid_request'],
  ['PKCE with the method plain', (expected) => ({ code_challenge: expected.verifier, code_challenge_method: 'plain' }), 'invalid_request'],
  ['PKCE with an unknown method', () => ({ code_challenge_method: 'S512' }), 'invalid_request'],
  ['a challenge of the wrong length', () => ({ code_challenge: 'abc' }), 'invalid_request'],
  ['a challenge that is not base64url', () => ({ code_challenge: '!'.repeat(43) }), 'invalid_request'],
  ['the implicit flow', () => ({ response_type: 'token' }), 'unsupported_response_type'],
  ['an id_token from the authorization endpoint', () => ({ response_type: 'id_token' }), 'unsupported_response_type'],
  ['the hybrid flow', () => ({ response_type: 'code id_token' }), 'unsupported_response_type'],
  ['response_type none', () => ({ response_type: 'none' }), 'unsupported_response_type'],
  ['no response_type', () => ({ response_type: undefined }), 'invalid_request'],
  ['the response mode fragment', () => ({ response_mode: 'fragment' }), 'invalid_request'],
  ['the response mode form_post', () => ({ response_mode: 'form_post' }), 'invalid_request'],
  ['a request without openid', () => ({ scope: 'profile' }), 'invalid_scope'],
  ['a resource that is no host of ours', () => ({ resource: 'https://api.example' }), 'invalid_target'],
  ['a resource with a path', (_, world) => ({ resource: `${world.origin('padang')}/api` }), 'invalid_target'],
  ['prompt=none together with login', () => ({ prompt: 'none login' }), 'invalid_request'],
  ['an unknown prompt', () => ({ prompt: 'sing' }), 'invalid_request'],
  ['a negative max_age', () => ({ max_age: '-1' }), 'invalid_request'],
  ['a max_age beyond numbers', () => ({ max_age: '99999999999999999999' }), 'invalid_request'],
  ['an over-long state', () => ({ state: 's'.repeat(600) }), 'invalid_request'],
  ['an over-long nonce', () => ({ nonce: 'n'.repeat(600) }), 'invalid_request'],
  ['control characters in a parameter', () => ({ nonce: 'a\u0000b' }), 'invalid_request'],
  ['an unsigned request object', () => ({ request: 'eyJhbGciOiJub25lIn0.e30.' }), 'request_not_supported'],
]) {
  refusal(`${name} is answered with ${error}`, async (world) => {
    const browser = await world.signedIn('first');
    const begun = await world.begin('demo-web');
    const { parameters } = await world.begin('demo-web', change(begun.expected, world));

    const back = await world.authorize(browser, parameters);

    await failsWith(error, client.authorizationCodeGrant(await world.configuration('demo-web'), back, { expectedState: parameters.state }));
    assert.equal(back.searchParams.get('iss'), world.issuer);
    assert.equal(back.searchParams.get('code'), null);
  });
}

refusal('prompt=none without a session is answered with login_required', async (world) => {
  const { parameters } = await world.begin('demo-web', { prompt: 'none' });
  const back = await world.authorize(new Browser(), parameters);
  await failsWith('login_required', client.authorizationCodeGrant(await world.configuration('demo-web'), back, { expectedState: parameters.state }));
});

refusal('prompt=none with a session that is too old is answered with login_required', async (world) => {
  const browser = await world.signedIn('first');
  await new Promise((later) => setTimeout(later, 1100));
  const { parameters } = await world.begin('demo-web', { prompt: 'none', max_age: '0' });
  assert.equal((await world.authorize(browser, parameters)).searchParams.get('error'), 'login_required');
});

for (const twice of ['nonce', 'scope', 'state', 'response_type', 'code_challenge', 'prompt']) {
  refusal(`${twice} given twice in the address is refused`, async (world) => {
    const { parameters } = await world.begin('demo-web', { prompt: 'none' });
    const browser = await world.signedIn('first');
    const answer = await browser.get(`${world.address(parameters)}&${twice}=other`);
    const back = new URL(answer.location);
    assert.equal(back.origin + back.pathname, parameters.redirect_uri);
    assert.equal(back.searchParams.get('error'), 'invalid_request');
  });
}

for (const twice of ['client_id', 'redirect_uri']) {
  refusal(`${twice} given twice sends nobody anywhere`, async (world) => {
    const { parameters } = await world.begin('demo-web');
    isTroublePage(await (await world.signedIn('first')).get(`${world.address(parameters)}&${twice}=${encodeURIComponent(parameters[twice])}`));
  });
}

refusal('a posted request with parameters in the address too is refused', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const browser = await world.signedIn('first');
  isTroublePage(await browser.post(`${world.at('/authorize')}?redirect_uri=https%3A%2F%2Fevil.example`, parameters));
});

refusal('a posted request of the wrong content type sends nobody anywhere', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const browser = await world.signedIn('first');
  isTroublePage(await browser.post(world.at('/authorize'), JSON.stringify(parameters), { 'content-type': 'application/json' }));
});

refusal('an unknown client ends at a page', async (world) => {
  const { parameters } = await world.begin('demo-web', { client_id: 'regency-0000' });
  isTroublePage(await (await world.signedIn('first')).get(world.address(parameters)));
});

refusal('a system cannot send a person through the login', async (world) => {
  const { parameters } = await world.begin('demo-web', { client_id: 'demo-system' });
  isTroublePage(await (await world.signedIn('first')).get(world.address(parameters)));
});

refusal('a request_uri is taken once', async (world) => {
  const browser = await world.signedIn('first');
  const { parameters } = await world.begin('demo-web');
  const address = await client.buildAuthorizationUrlWithPAR(await world.configuration('demo-web'), parameters);
  assert.ok(new URL((await browser.get(address)).location).searchParams.get('code'));
  isTroublePage(await browser.get(address));
});

refusal('a request_uri expires', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const address = await client.buildAuthorizationUrlWithPAR(await world.configuration('demo-web'), parameters);
  const handle = address.searchParams.get('request_uri').split(':').at(-1);
  assert.equal((await world.ask({ expire: 'request', handle })).changed, 1);
  isTroublePage(await (await world.signedIn('first')).get(address));
});

refusal('a request_uri of another client is refused', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const address = await client.buildAuthorizationUrlWithPAR(await world.configuration('demo-web'), parameters);
  address.searchParams.set('client_id', 'demo-old');
  isTroublePage(await (await world.signedIn('first')).get(address));
});

refusal('a request_uri that the client serves itself is not fetched', async (world) => {
  isTroublePage(await (await world.signedIn('first')).get(`${world.at('/authorize')}?client_id=demo-web&request_uri=${encodeURIComponent(`${world.origin('')}/request.jwt`)}`));
});

refusal('a request_uri cannot be pushed', async (world) => {
  isOAuthError(await world.post('/par', { ...(await world.begin('demo-web')).parameters, request_uri: 'urn:ietf:params:oauth:request_uri:x' }, { id: 'demo-web' }), 'invalid_request');
});

refusal('a pushed request without the secret is refused', async (world) => {
  const { parameters } = await world.begin('demo-web');
  isOAuthError(await world.post('/par', parameters), 'invalid_client', 401);
  const stranger = await world.configuration('demo-web', { authentication: client.ClientSecretBasic('guess') });
  await assert.rejects(client.buildAuthorizationUrlWithPAR(stranger, parameters), (e) => e.status === 401);
});

refusal('a pushed request in the name of another client is refused', async (world) => {
  const { parameters } = await world.begin('demo-web');
  isOAuthError(await world.post('/par', parameters, { id: 'demo-old' }), 'invalid_client', 401);
});

refusal('a pushed request with an unregistered redirect is refused at once', async (world) => {
  const { parameters } = await world.begin('demo-web', { redirect_uri: 'https://evil.example/callback' });
  isOAuthError(await world.post('/par', parameters, { id: 'demo-web' }), 'invalid_request');
});

refusal('the handle of our own pages is no pushed request', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const asked = await new Browser().follow(world.address(parameters));
  const handle = new URL(asked.url).searchParams.get('r');
  isTroublePage(await (await world.signedIn('first')).get(`${world.at('/authorize')}?client_id=demo-web&request_uri=urn:ietf:params:oauth:request_uri:${handle}`));
});
