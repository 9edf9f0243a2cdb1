// Who calls the endpoints for programs.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { send } from '../browser.mjs';
import { failsWith, isOAuthError, refusal } from '../harness.mjs';

const basic = (id, secret) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });

for (const [name, headers] of [
  ['a wrong secret', () => basic('demo-web', 'wrong')],
  ['the secret of another client', (world) => basic('demo-web', world.client('demo-old').secret)],
  ['an empty secret', () => basic('demo-web', '')],
  ['an unknown client', () => basic('nobody', 'secret')],
  ['broken credentials', () => ({ authorization: 'Basic %%%' })],
  ['another scheme', () => ({ authorization: 'Digest demo-web' })],
]) {
  refusal(`${name} is answered with 401 invalid_client`, async (world) => {
    const answer = await world.post('/token', { grant_type: 'client_credentials' }, { headers: headers(world) });
    isOAuthError(answer, 'invalid_client', 401);
    assert.match(answer.headers['www-authenticate'], /^Basic/);
  });
}

refusal('no credentials at all are answered with 401 invalid_client', async (world) => {
  for (const path of ['/token', '/par', '/introspect', '/revoke']) isOAuthError(await world.post(path, { client_id: 'demo-web', token: 'x' }), 'invalid_client', 401);
});

refusal('two ways to authenticate at once are refused', async (world) => {
  const { id, secret } = world.client('demo-web');
  isOAuthError(await world.post('/token', { grant_type: 'refresh_token', refresh_token: 'x', client_id: id, client_secret: secret }, { id }), 'invalid_request');
});

refusal('a grant that the client may not use is refused', async (world) => {
  isOAuthError(await world.post('/token', { grant_type: 'client_credentials' }, { id: 'demo-web' }), 'unauthorized_client');
  isOAuthError(await world.post('/token', { grant_type: 'refresh_token', refresh_token: 'x' }, { id: 'demo-system' }), 'unauthorized_client');
});

for (const grant of ['password', 'implicit', 'urn:ietf:params:oauth:grant-type:token-exchange', 'urn:ietf:params:oauth:grant-type:device_code']) {
  refusal(`the grant ${grant} does not exist here`, async (world) => {
    isOAuthError(await world.post('/token', { grant_type: grant, username: 'x', password: 'y' }, { id: 'demo-web' }), 'unsupported_grant_type');
  });
}

refusal('a system gets no scope but mpp.api', async (world) => {
  await failsWith('invalid_scope', client.clientCredentialsGrant(await world.configuration('demo-system'), { scope: 'openid nik' }), 400);
});

refusal('a system gets no token for another regency', async (world) => {
  await failsWith('invalid_target', client.clientCredentialsGrant(await world.configuration('demo-system'), { resource: world.origin('padang') }), 400);
});

for (const path of ['/token', '/par', '/introspect', '/revoke']) {
  refusal(`${path} refuses what is no form, is given twice, is too long or stands in the address`, async (world) => {
    const id = 'demo-web';
    isOAuthError(await world.post(path, '{"grant_type":"authorization_code"}', { id, headers: { 'content-type': 'application/json' } }), 'invalid_request');
    isOAuthError(await world.post(path, 'token=x&token=y&grant_type=a', { id }), 'invalid_request');
    isOAuthError(await world.post(path, { token: 'x'.repeat(5000) }, { id }), 'invalid_request');
    isOAuthError(await world.post(`${path}?grant_type=refresh_token`, { token: 'x' }, { id }), 'invalid_request');
    isOAuthError(await world.post(path, '', { id }), 'invalid_request');
    assert.equal((await world.post(path, 'a'.repeat(100_000), { id })).status, 413);
    assert.ok([404, 405].includes((await send(world.at(path))).status));
  });
}
