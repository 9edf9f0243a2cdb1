// Sign-out must not become a way to send people elsewhere, or to sign out others.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { SignJWT, decodeJwt, generateKeyPair } from 'jose';
import { Browser, form, send } from '../browser.mjs';
import { refusal } from '../harness.mjs';

const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };

for (const [name, address] of [
  ['an unregistered address', () => 'https://evil.example/'],
  ['an address that begins alike', (known) => `${known}evil`],
  ['the address of another client', (_, world) => world.client('demo-old').postLogoutRedirectUris[0]],
  ['user information', () => 'http://127.0.0.1@evil.example/'],
]) {
  refusal(`sign-out does not lead to ${name}`, async (world) => {
    const browser = await world.signedInAfresh('leaver');
    const tokens = await world.tokens(browser, 'demo-web');
    const target = address(world.client('demo-web').postLogoutRedirectUris[0], world);
    for (const query of [{ id_token_hint: tokens.id_token }, { client_id: 'demo-web' }, {}]) {
      const answer = await browser.get(`${world.at('/logout')}?${new URLSearchParams({ ...query, post_logout_redirect_uri: target })}`);
      assert.ok(answer.location === undefined || new URL(answer.location).origin === world.issuer, answer.location);
    }
  });
}

refusal('sign-out without a hint asks first, so that a foreign page signs nobody out', async (world) => {
  const browser = await world.signedIn('stays');
  const tokens = await world.tokens(browser, 'demo-web');
  for (const query of ['', '?client_id=demo-web', '?id_token_hint=x.y.z']) await browser.get(world.at('/logout') + query);
  assert.equal((await world.userInfo(tokens.access_token)).status, 200);
});

refusal('the hint of another session signs nobody out', async (world) => {
  const victim = await world.signedIn('stays');
  const kept = await world.tokens(victim, 'demo-web');
  const foreign = await world.tokens(await world.signedIn('first'), 'demo-web');
  await victim.get(`${world.at('/logout')}?id_token_hint=${foreign.id_token}`);
  assert.equal((await world.userInfo(kept.access_token)).status, 200);
});

refusal('a hint of one client does not lead to the address of another', async (world) => {
  const browser = await world.signedInAfresh('leaver');
  const tokens = await world.tokens(browser, 'demo-web');
  const answer = await browser.get(`${world.at('/logout')}?${new URLSearchParams({ id_token_hint: tokens.id_token, client_id: 'demo-old', post_logout_redirect_uri: world.client('demo-old').postLogoutRedirectUris[0] })}`);
  assert.ok(answer.location === undefined || new URL(answer.location).origin === world.issuer);
  assert.equal((await world.userInfo(tokens.access_token)).status, 200);
});

async function notice(world, change = {}, { header = {}, key } = {}) {
  const claims = { iss: world.issuer, aud: 'regency-1375', iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 120, jti: crypto.randomUUID(), events: event, ...change };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', kid: world.signingKey.keyId, ...header }).sign(key ?? createPrivateKey(world.signingKey.pem));
}

const tell = (world, label, token) => send(`${world.origin(label)}/signin/backchannel`, form({ logout_token: token }));

for (const [name, change, extra] of [
  ['signed by another key', () => ({}), async () => ({ key: (await generateKeyPair('ES256')).privateKey })],
  ['of another type', () => ({}), async () => ({ header: { typ: 'JWT' } })],
  ['for another regency', () => ({ aud: 'regency-1371' })],
  ['of another issuer', () => ({ iss: 'https://evil.example' })],
  ['that has expired', () => ({ iat: 1_700_000_000, exp: 1_700_000_100 })],
  ['without the event', () => ({ events: undefined })],
  ['with another event', () => ({ events: { 'http://schemas.openid.net/event/other': {} } })],
  ['with a nonce', () => ({ nonce: 'n' })],
  ['without a session', () => ({ sid: undefined })],
]) {
  refusal(`a logout notice ${name} ends nothing`, async (world) => {
    const browser = await world.signedIn('stays');
    await browser.follow(`${world.origin('bukittinggi')}/signin`);
    const { sid, sub } = decodeJwt((await world.tokens(browser, 'regency-1375')).id_token);
    const token = await notice(world, { sid, sub, ...change() }, extra ? await extra() : {});
    assert.equal((await tell(world, 'bukittinggi', token)).status, 400);
    assert.equal((await browser.get(`${world.origin('bukittinggi')}/api/v1/applications`)).status, 200);
  });
}

refusal('an id_token or nonsense is no logout notice', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'regency-1375');
  for (const wrong of [tokens.id_token, tokens.access_token, '', 'x', 'a.b.c', '..']) assert.equal((await tell(world, 'bukittinggi', wrong)).status, 400, wrong);
  assert.equal((await send(`${world.origin('bukittinggi')}/signin/backchannel`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status, 400);
});

refusal('a host is not signed out by a link', async (world) => {
  const browser = await world.signedIn('stays');
  await browser.follow(`${world.origin('bukittinggi')}/signin`);
  await browser.get(`${world.origin('bukittinggi')}/signout`);
  assert.equal((await browser.get(`${world.origin('bukittinggi')}/api/v1/applications`)).status, 200);
  const posted = await new Browser().post(`${world.origin('bukittinggi')}/signout`, {});
  assert.equal(posted.status, 400);
});
