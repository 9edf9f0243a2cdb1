// Tokens that are wrong in one thing only: signed with the issuer's own key where nothing else is said.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import * as client from 'openid-client';
import { send } from '../browser.mjs';
import { failsWith, isOAuthError, refusal } from '../harness.mjs';

const keyOf = (world) => createPrivateKey(world.signingKey.pem);

async function claimsOf(world, extra = {}) {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  return { ...decodeJwt(tokens.access_token), ...extra };
}

const sign = (world, claims, { header = {}, key = keyOf(world) } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: world.signingKey.keyId, ...header }).sign(key);

const now = () => Math.floor(Date.now() / 1000);

async function isRefusedEverywhere(world, token) {
  const api = await world.api('padang', token);
  assert.equal(api.status, 401, api.text);
  assert.match(api.headers['www-authenticate'], /^Bearer/);
  assert.equal(api.location, undefined);
}

async function isRefusedByTheIssuerToo(world, token) {
  await isRefusedEverywhere(world, token);
  assert.equal((await world.userInfo(token)).status, 401);
  const told = await world.post('/introspect', { token }, { id: 'demo-web' });
  assert.deepEqual(JSON.parse(told.text), { active: false });
}

refusal('a token signed by hand with all claims right is the one that works (so that the others fail for their reason)', async (world) => {
  const token = await sign(world, await claimsOf(world));
  assert.equal((await world.api('padang', token)).status, 200);
});

refusal('alg none is refused', async (world) => {
  const claims = await claimsOf(world);
  const unsigned = new UnsecuredJWT(claims).encode();
  await isRefusedByTheIssuerToo(world, unsigned);
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: world.signingKey.keyId })).toString('base64url');
  await isRefusedByTheIssuerToo(world, `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`);
});

refusal('HS256 with the public key as the secret is refused', async (world) => {
  const pem = createPublicKey(keyOf(world)).export({ type: 'spki', format: 'pem' });
  const jwk = JSON.stringify(createPublicKey(keyOf(world)).export({ format: 'jwk' }));
  for (const secret of [pem, jwk]) await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { header: { alg: 'HS256' }, key: Buffer.from(secret) }));
});

refusal('another key under the same kid is refused', async (world) => {
  const { privateKey } = await generateKeyPair('ES256');
  await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { key: privateKey }));
});

refusal('another key under an unknown kid is refused', async (world) => {
  const { privateKey } = await generateKeyPair('ES256');
  await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { key: privateKey, header: { kid: 'mine' } }));
});

refusal('a key that the token brings along is refused', async (world) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { key: privateKey, header: { jwk, kid: undefined } }));
  await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { key: privateKey, header: { jku: `${world.origin('')}/jwks`, kid: 'mine' } }));
});

refusal('a changed claim under the old signature is refused', async (world) => {
  const token = await sign(world, await claimsOf(world));
  const [header, payload, signature] = token.split('.');
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url')), sub: 'somebody-else' };
  await isRefusedByTheIssuerToo(world, `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`);
});

for (const [name, change] of [
  ['an expired token', () => ({ iat: now() - 1200, exp: now() - 600 })],
  ['a token without expiry', () => ({ exp: undefined })],
  ['a token of another issuer', () => ({ iss: 'https://evil.example' })],
  ['a token of an issuer that begins alike', (world) => ({ iss: `${world.issuer}.evil.example` })],
]) {
  refusal(`${name} is refused`, async (world) => isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world, change(world)))));
}

for (const [name, change] of [
  ['a token that is not valid yet', () => ({ nbf: now() + 600 })],
  ['a token for another regency', (world) => ({ aud: world.origin('bukittinggi') })],
  ['a token for a host that ends alike', (world) => ({ aud: `${world.origin('padang')}/` })],
  ['a token for the client instead of the host', () => ({ aud: 'demo-web' })],
  ['a token without audience', () => ({ aud: undefined })],
  ['a token without the scope mpp.api', () => ({ scope: 'openid profile' })],
  ['a token with a scope that only begins alike', () => ({ scope: 'openid mpp.api.read' })],
]) {
  refusal(`${name} is refused at the API`, async (world) => isRefusedEverywhere(world, await sign(world, await claimsOf(world, change(world)))));
}

refusal('an id_token is no access token', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  await isRefusedByTheIssuerToo(world, tokens.id_token);
  await isRefusedByTheIssuerToo(world, await sign(world, await claimsOf(world), { header: { typ: 'JWT' } }));
});

refusal('a token of one regency is refused at another, the portal and the ministry', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'regency-1375');
  assert.equal((await world.api('bukittinggi', tokens.access_token)).status, 200);
  for (const [label, path] of [['padang', '/api/v1/applications'], ['padang', '/api/v1/officer/inbox'], ['pusat', '/api/v1/tenants']]) assert.equal((await world.api(label, tokens.access_token, path)).status, 401, label + path);
});

refusal('a token of a system is refused at another regency whatever its audience says', async (world) => {
  const tokens = await client.clientCredentialsGrant(await world.configuration('demo-system'), {});
  assert.equal((await world.api('padang', tokens.access_token)).status, 401);
  await isRefusedEverywhere(world, await sign(world, { ...decodeJwt(tokens.access_token), aud: world.origin('padang') }));
});

refusal('a token of a system tells nothing of a person', async (world) => {
  const tokens = await client.clientCredentialsGrant(await world.configuration('demo-system'), {});
  assert.equal((await world.userInfo(tokens.access_token)).status, 403);
});

refusal('a token in the address is not read', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  assert.equal((await send(`${world.at('/userinfo')}?access_token=${tokens.access_token}`)).status, 401);
  assert.equal((await send(`${world.origin('padang')}/api/v1/applications?access_token=${tokens.access_token}`)).status, 401);
});

refusal('a refresh token shown twice ends the whole family', async (world) => {
  const configuration = await world.configuration('demo-web');
  const first = await world.tokens(await world.signedIn('first'), 'demo-web');
  const second = await client.refreshTokenGrant(configuration, first.refresh_token);

  await failsWith('invalid_grant', client.refreshTokenGrant(configuration, first.refresh_token), 400);

  await failsWith('invalid_grant', client.refreshTokenGrant(configuration, second.refresh_token), 400);
  assert.equal((await world.userInfo(second.access_token)).status, 401);
});

refusal('a refresh token of another client is refused and stays good for its own', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  await failsWith('invalid_grant', client.refreshTokenGrant(await world.configuration('demo-old'), tokens.refresh_token), 400);
  assert.ok((await client.refreshTokenGrant(await world.configuration('demo-web'), tokens.refresh_token)).access_token);
});

refusal('a refresh for more than was granted is refused', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { scope: 'openid offline_access' });
  await failsWith('invalid_scope', client.refreshTokenGrant(await world.configuration('demo-web'), tokens.refresh_token, { scope: 'openid nik' }), 400);
});

refusal('a refresh for another host than was granted is refused', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  await failsWith('invalid_target', client.refreshTokenGrant(await world.configuration('demo-web'), tokens.refresh_token, { resource: world.origin('pusat') }), 400);
});

refusal('an expired refresh token is refused', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  assert.equal((await world.ask({ expire: 'refresh', handle: tokens.refresh_token })).changed, 1);
  await failsWith('invalid_grant', client.refreshTokenGrant(await world.configuration('demo-web'), tokens.refresh_token), 400);
});

refusal('an access token, a code or a guess is no refresh token', async (world) => {
  const answer = await world.code(await world.signedIn('first'), 'demo-web');
  for (const wrong of [answer.code, client.randomState(), 'x', await sign(world, await claimsOf(world))]) {
    isOAuthError(await world.post('/token', { grant_type: 'refresh_token', refresh_token: wrong }, { id: 'demo-web' }), 'invalid_grant');
  }
});

refusal('a client learns nothing of the tokens of others', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  for (const token of [tokens.access_token, tokens.refresh_token, 'guess']) {
    for (const id of ['demo-old', 'regency-1375']) assert.deepEqual({ ...(await client.tokenIntrospection(await world.configuration(id), token)) }, { active: false }, id);
  }
});

refusal('a client cannot introspect a token for the portal that belongs to another client', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  assert.equal(decodeJwt(tokens.access_token).aud, world.origin(''));
  assert.deepEqual({ ...(await client.tokenIntrospection(await world.configuration('demo-old'), tokens.access_token)) }, { active: false });
});

refusal('a client cannot revoke the tokens of others, and is not told so', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  for (const token of [tokens.access_token, tokens.refresh_token]) await client.tokenRevocation(await world.configuration('demo-old'), token);
  assert.equal((await world.userInfo(tokens.access_token)).status, 200);
});
