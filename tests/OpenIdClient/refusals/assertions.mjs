// private_key_jwt: each assertion here is wrong in one thing only.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { isOAuthError, refusal } from '../harness.mjs';
import { admitWithKey, assertion, jwksOf, pairOf } from '../keys.mjs';

const id = 'suite-asserts';
const now = () => Math.floor(Date.now() / 1000);

async function tryIt(world, proof, path = '/token') {
  await admitWithKey(world, id, 'ES256', { systemOfRegency: '1371', scopes: ['mpp.api'] });
  return world.post(path, { grant_type: 'client_credentials', ...proof });
}

refusal('an assertion with all claims right is the one that works (so that the others fail for their reason)', async (world) => {
  assert.equal((await tryIt(world, await assertion(world, id))).status, 200);
});

for (const [name, change] of [
  ['that has expired', () => ({ iat: now() - 600, exp: now() - 300 })],
  ['without expiry', () => ({ exp: undefined })],
  ['that lives for a year', () => ({ exp: now() + 31_536_000 })],
  ['that is not valid yet', () => ({ nbf: now() + 300, exp: now() + 400 })],
  ['for another audience', () => ({ aud: 'https://evil.example' })],
  ['for an audience that begins alike', (world) => ({ aud: `${world.issuer}/` })],
  ['without audience', () => ({ aud: undefined })],
  ['of another issuer', () => ({ iss: 'demo-web' })],
  ['for another subject', () => ({ sub: 'demo-web' })],
  ['without subject', () => ({ sub: undefined })],
  ['without a name of its own', () => ({ jti: undefined })],
  ['with an over-long name', () => ({ jti: 'j'.repeat(300) })],
]) {
  refusal(`an assertion ${name} is refused`, async (world) => {
    isOAuthError(await tryIt(world, await assertion(world, id, change(world))), 'invalid_client', 401);
  });
}

refusal('an assertion shown twice is refused', async (world) => {
  const proof = await assertion(world, id);
  assert.equal((await tryIt(world, proof)).status, 200);
  isOAuthError(await tryIt(world, proof), 'invalid_client', 401);
  isOAuthError(await tryIt(world, { ...proof, token: 'x' }, '/introspect'), 'invalid_client', 401);
});

refusal('of ten callers with one assertion one is served', async (world) => {
  const proof = await assertion(world, id);
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryIt(world, proof)));
  assert.equal(answers.filter((a) => a.status === 200).length, 1);
});

refusal('an assertion by another key, by none or by a shared secret is refused', async (world) => {
  const { privateKey } = await generateKeyPair('ES256');
  isOAuthError(await tryIt(world, await assertion(world, id, {}, { key: privateKey })), 'invalid_client', 401);
  isOAuthError(await tryIt(world, await assertion(world, id, {}, { key: privateKey, header: { kid: 'unknown' } })), 'invalid_client', 401);
  const claims = { iss: id, sub: id, aud: world.issuer, jti: crypto.randomUUID(), exp: now() + 60 };
  const type = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
  isOAuthError(await tryIt(world, { ...type, client_assertion: new UnsecuredJWT(claims).encode() }), 'invalid_client', 401);
  const jwk = JSON.stringify(await exportJWK((await pairOf(id)).publicKey));
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: id })).toString('base64url');
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const mac = createHmac('sha256', jwk).update(`${head}.${body}`).digest('base64url');
  isOAuthError(await tryIt(world, { ...type, client_assertion: `${head}.${body}.${mac}` }), 'invalid_client', 401);
});

refusal('an assertion of one client does not speak for another', async (world) => {
  await admitWithKey(world, 'suite-ec');
  isOAuthError(await tryIt(world, { client_id: 'suite-ec', ...(await assertion(world, id)) }), 'invalid_client', 401);
  isOAuthError(await tryIt(world, await assertion(world, id, { iss: 'suite-ec', sub: 'suite-ec' })), 'invalid_client', 401);
  isOAuthError(await tryIt(world, { client_id: 'demo-web', ...(await assertion(world, id)) }), 'invalid_client', 401);
});

refusal('an assertion of another type, or nonsense, is refused', async (world) => {
  const proof = await assertion(world, id);
  isOAuthError(await tryIt(world, { ...proof, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' }), 'invalid_client', 401);
  for (const wrong of ['x', 'a.b.c', '..', 'e30.e30.', '{}']) isOAuthError(await tryIt(world, { ...proof, client_assertion: wrong }), 'invalid_client', 401);
  isOAuthError(await tryIt(world, { client_assertion: proof.client_assertion }), 'invalid_client', 401);
});

refusal('an assertion together with a secret is refused', async (world) => {
  isOAuthError(await world.post('/token', { grant_type: 'client_credentials', ...(await assertion(world, id)) }, { id: 'demo-web' }), 'invalid_request');
  isOAuthError(await tryIt(world, { client_secret: 'x', ...(await assertion(world, id)) }), 'invalid_request');
});

refusal('a client with a key has no secret, and one without keys needs its own', async (world) => {
  await admitWithKey(world, 'suite-ec');
  isOAuthError(await world.post('/token', { grant_type: 'client_credentials', client_id: 'suite-ec', client_secret: 'null' }), 'invalid_client', 401);
  isOAuthError(await world.post('/token', { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'suite-ec' }), 'invalid_client', 401);
});

refusal('a public client cannot introspect, act for itself or pose as another', async (world) => {
  await world.admit('suite-public', { authentication: 'none', scopes: ['openid', 'offline_access', 'mpp.api'] });
  isOAuthError(await world.post('/introspect', { client_id: 'suite-public', token: 'x' }), 'invalid_client', 401);
  isOAuthError(await world.post('/token', { client_id: 'suite-public', grant_type: 'client_credentials' }), 'unauthorized_client');
  isOAuthError(await world.post('/token', { client_id: 'suite-public', client_secret: 'x', grant_type: 'refresh_token', refresh_token: 'x' }), 'invalid_client', 401);
});

refusal('a public client gets no code without PKCE and cannot buy the code of another', async (world) => {
  await world.admit('suite-public', { authentication: 'none', scopes: ['openid', 'offline_access', 'mpp.api'] });
  const { parameters } = await world.begin('suite-public', { code_challenge: undefined, code_challenge_method: undefined });
  assert.equal((await world.authorize(await world.signedIn('first'), parameters)).searchParams.get('error'), 'invalid_request');
  const answer = await world.code(await world.signedIn('first'), 'demo-web');
  isOAuthError(await world.post('/token', { ...world.codeForm(answer), client_id: 'suite-public' }), 'invalid_grant');
});

for (const [name, change, field] of [
  ['with the name of a regency', { id: 'regency-9999' }, '/id'],
  ['with a name of ours', { id: 'portal' }, '/id'],
  ['with an odd name', { id: 'Evil Client' }, '/id'],
  ['with plain http', { redirectUris: ['http://client.example/callback'] }, '/redirectUris'],
  ['with a wildcard', { redirectUris: ['https://*.client.example/callback'] }, '/redirectUris'],
  ['with a fragment', { redirectUris: ['https://client.example/callback#x'] }, '/redirectUris'],
  ['with a script', { redirectUris: ['javascript:alert(1)'] }, '/redirectUris'],
  ['with user information', { redirectUris: ['https://a@client.example/callback'] }, '/redirectUris'],
  ['without a redirect', { redirectUris: [] }, '/redirectUris'],
  ['with an unknown scope', { scopes: ['openid', 'admin'] }, '/scopes'],
  ['with keys that are none', { authentication: 'private_key_jwt', jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } }, '/jwks'],
  ['without keys', { authentication: 'private_key_jwt' }, '/jwks'],
  ['for a regency that is none', { redirectUris: [], systemOfRegency: '0000' }, '/systemOfRegency'],
  ['as a system without proof', { redirectUris: [], systemOfRegency: '1371', authentication: 'none' }, '/authentication'],
]) {
  refusal(`a program ${name} is not let in`, async (world) => {
    const { errors } = await world.ask({ register: { id: 'suite-wrong', name: 'Program', authentication: 'client_secret', redirectUris: ['https://client.example/callback'], ...change } });
    assert.deepEqual(errors, [field]);
  });
}

refusal('a private key in a registration is not taken', async (world) => {
  const { keys } = await jwksOf(id);
  const jwks = { keys: [{ ...keys[0], d: 'AAAA' }] };
  assert.deepEqual((await world.ask({ register: { id: 'suite-wrong', name: 'Program', authentication: 'private_key_jwt', jwks, redirectUris: ['https://client.example/callback'] } })).errors, ['/jwks']);
});
