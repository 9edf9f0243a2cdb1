// Clients that prove themselves by a key of their own.
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

const pairs = new Map();

export async function pairOf(id, alg = 'ES256') {
  if (!pairs.has(id)) pairs.set(id, await generateKeyPair(alg, { extractable: true }));
  return pairs.get(id);
}

export async function jwksOf(id, alg = 'ES256') {
  return { keys: [{ ...(await exportJWK((await pairOf(id, alg)).publicKey)), kid: id, alg, use: 'sig' }] };
}

export async function admitWithKey(world, id, alg = 'ES256', extra = {}) {
  return world.admit(id, { authentication: 'private_key_jwt', jwks: await jwksOf(id, alg), scopes: ['openid', 'offline_access', 'mpp.api'], ...extra });
}

const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** An assertion that is right but for what is changed. */
export async function assertion(world, id, change = {}, { alg = 'ES256', key, header = {} } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: id, sub: id, aud: world.issuer, jti: crypto.randomUUID(), iat: now, exp: now + 60, ...change };
  const signed = await new SignJWT(claims).setProtectedHeader({ alg, kid: id, ...header }).sign(key ?? (await pairOf(id)).privateKey);
  return { client_assertion_type: type, client_assertion: signed };
}
