import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Browser } from '../OpenIdClient/browser.mjs';
import { flow } from '../OpenIdClient/harness.mjs';
import { FACE, PIN } from './provider.mjs';

/** RFC 6238. */
const oneTimeCode = (key) => {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

// First, and on purpose: the program started while nobody listened at the provider's address.
flow('with the provider down since before the start the page says so and the password works', async (world) => {
  const browser = new Browser();
  const page = await world.page(browser);
  assert.match(page.answer.text, /INApas sedang tidak dapat dihubungi/);
  const done = await world.byPassword(browser, world.citizens.at(-1).nik, page);
  assert.ok(browser.jar(world.login).has('mpp-login'), `${done.status} ${done.text}`);
});

flow('the way is open as soon as the provider is back', async (world) => {
  await world.ready();
  const browser = await world.signedIn(world.stranger());
  browser.jar(world.login).delete('mpp-login');
  const page = await world.page(browser);
  assert.doesNotMatch(page.answer.text, /tidak dapat dihubungi/);
  assert.match(page.answer.text, /href="\/masuk\/luar"/);
});

flow('the request is pushed, signed with ES512 and bound by PKCE S256, state and nonce', async (world) => {
  await world.ready();
  await world.signedIn(world.stranger());
  const pushed = world.outside.seen.find((r) => r.path === '/request').form;
  const assertion = pushed.get('client_assertion');
  assert.equal(decodeProtectedHeader(assertion).alg, 'ES512');
  const { iss, sub, aud, exp, iat, jti } = decodeJwt(assertion);
  assert.deepEqual({ iss, sub, aud }, { iss: world.clientId, sub: world.clientId, aud: world.outside.issuer });
  assert.ok(exp - iat <= 120 && jti.length >= 32);
  assert.equal(pushed.get('code_challenge_method'), 'S256');
  assert.equal(pushed.get('redirect_uri'), world.outside.redirectUri);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.match(pushed.get(name), /^[\w-]{43}$/);
  assert.equal(pushed.get('prompt'), 'login');
  assert.equal(pushed.get('acr_values').split(' ')[0], FACE);
  assert.deepEqual([...world.outside.seen.find((r) => r.path === '/auth').query.keys()].sort(), ['client_id', 'request_uri']);
  const token = world.outside.seen.find((r) => r.path === '/token').form;
  assert.notEqual(decodeJwt(token.get('client_assertion')).jti, jti);
  assert.ok(token.get('code_verifier'));
});

flow('a face makes an account for somebody new, as sure as two factors', async (world) => {
  await world.ready();
  const person = world.stranger({ claims: { phone_number: '+6281277780001', phone_number_verified: true } });
  const known = await world.learn(await world.signedIn(person));
  assert.equal(known.acr, 'urn:mpp:2');
  assert.deepEqual(known.amr, ['face', 'mfa']);
  assert.equal(known.nik, person.nik);
  assert.equal(known.name, person.claims.name);
  assert.equal(known.birthdate, person.claims.birthdate);
  assert.equal(known.phone_number, '+6281277780001');
  assert.notEqual(known.sub, person.sub);
  assert.deepEqual(await world.ask({ history: person.nik }), ['registered-outside']);
});

flow('a phone number that the provider has not verified is not taken over', async (world) => {
  await world.ready();
  const person = world.stranger({ claims: { phone_number: '+6281277780002', phone_number_verified: false } });
  assert.equal((await world.learn(await world.signedIn(person))).phone_number, undefined);
});

flow('claims may stand in the id_token and not at userinfo', async (world) => {
  await world.ready();
  const person = world.stranger();
  world.outside.claims = (claims) => ({ ...claims, ...person.claims });
  world.outside.bodies['/me'] = ({ sub }) => ({ sub });
  const known = await world.learn(await world.signedIn(person));
  assert.equal(known.nik, person.nik);
  assert.equal(known.birthdate, person.claims.birthdate);
});

flow('without a face our own second factor is asked for as well', async (world) => {
  await world.ready();
  const person = world.member();
  await world.signedIn(person);
  await world.ask({ totp: person.nik });
  const browser = new Browser();
  const end = await world.goOut(browser, { ...person, acr: PIN, amr: ['pin'] });
  assert.equal(new URL(end.url).pathname, '/masuk/kode');
  assert.equal(new URL((await world.learn(browser)).url).pathname, '/masuk', 'nobody is signed in yet');
  const hidden = [...end.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
  await browser.post(end.url, new URLSearchParams([...hidden, ['code', oneTimeCode(Buffer.alloc(20))]]));
  const known = await world.learn(browser);
  assert.equal(known.acr, 'urn:mpp:2');
  assert.deepEqual(known.amr, ['pin', 'otp', 'mfa']);
  assert.deepEqual((await world.learn(await world.signedIn(person))).amr, ['face', 'mfa']);
});

flow('optional claims may be declined', async (world) => {
  await world.ready();
  const person = world.stranger({ claims: { phone_number: '+6281277780003', phone_number_verified: true, email: 'x@contoh.id', email_verified: true }, declined: ['phone_number', 'phone_number_verified', 'email', 'email_verified'] });
  const known = await world.learn(await world.signedIn(person));
  assert.equal(known.phone_number, undefined);
  assert.equal(known.nik, person.nik);
});

flow('who comes again is the same person, even without showing the NIK', async (world) => {
  await world.ready();
  const person = world.stranger();
  const first = await world.learn(await world.signedIn(person));
  const again = await world.learn(await world.signedIn({ ...person, declined: ['nik', 'name', 'birthdate'] }));
  assert.equal(again.sub, first.sub);
});

flow('a face binds the account that the NIK has here, and its owner is told', async (world) => {
  await world.ready();
  const person = world.member();
  const browser = new Browser();
  await world.byPassword(browser, person.nik);
  const before = await world.learn(browser);
  const after = await world.learn(await world.signedIn(person));
  assert.equal(after.sub, before.sub);
  assert.equal(after.acr, 'urn:mpp:2');
  assert.ok((await world.ask({ history: person.nik })).includes('outside-bound'));
});

flow('without a face the account is bound only by its owner, who is signed in here', async (world) => {
  await world.ready();
  const person = world.member({ acr: PIN, amr: ['pin'] });
  await world.isRefused(/belum terhubung dengan INApas/, person);
  const browser = new Browser();
  await world.byPassword(browser, person.nik);
  const before = await world.learn(browser);
  const end = await world.goOut(browser, person);
  assert.equal(new URL(end.url).pathname, '/akun');
  assert.match(end.answer.text, /Terhubung/);
  const after = await world.learn(await world.signedIn(person));
  assert.equal(after.sub, before.sub);
  assert.equal(after.acr, 'urn:mpp:1');
  assert.deepEqual(after.amr, ['pin']);
});

flow('binding keeps the session of the browser as it was', async (world) => {
  await world.ready();
  const person = world.member({ acr: PIN, amr: ['pin'] });
  const browser = new Browser();
  await world.byPassword(browser, person.nik);
  const before = await world.learn(browser);
  await world.goOut(browser, person);
  const after = await world.learn(browser);
  assert.deepEqual([after.sid, after.auth_time, after.amr], [before.sid, before.auth_time, before.amr]);
});

flow('a client that asked for the person gets its code', async (world) => {
  await world.ready();
  const browser = new Browser();
  const asked = await world.learn(browser);
  const way = asked.answer.text.match(/href="(\/masuk\/luar\?r=[^"]+)"/)[1];
  const client = world.clients.find((c) => c.id === 'demo-web');
  const end = await world.goOut(browser, world.stranger(), { path: way, until: (u) => u.startsWith(client.redirectUris[0]) });
  assert.ok(new URL(end.url).searchParams.get('code'), end.url);
});

flow('two tabs may leave at once and come back in any order', async (world) => {
  await world.ready();
  const browser = new Browser();
  const person = world.stranger();
  const first = await world.callback(browser, person);
  const second = await world.callback(browser, person);
  await browser.follow(first);
  const known = await world.learn(browser);
  assert.equal(new URL((await browser.follow(second)).url).pathname, '/');
  assert.equal((await world.learn(browser)).sub, known.sub);
});

flow('the account may be given back, and then the NIK alone binds it again', async (world) => {
  await world.ready();
  const person = world.member();
  const browser = await world.signedIn(person);
  const page = await browser.follow(`${world.login}/akun/luar`);
  const hidden = [...page.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
  const done = await browser.post(page.url, new URLSearchParams([...hidden, ['password', world.password]]));
  assert.match(done.text, /sudah diputus/);
  await world.isRefused(/tidak mengirim NIK/, { ...person, declined: ['nik'] });
  assert.ok((await world.ask({ history: person.nik })).includes('outside-unbound'));
});

flow('whoever has no password yet sets one with the face just shown', async (world) => {
  await world.ready();
  const person = world.stranger();
  const browser = await world.signedIn(person);
  const page = await browser.follow(`${world.login}/akun/sandi`);
  assert.doesNotMatch(page.answer.text, /name="current"/);
  const hidden = [...page.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
  const done = await browser.post(page.url, new URLSearchParams([...hidden, ['password', world.password]]));
  assert.equal(done.status, 200, done.text);
  const other = new Browser();
  await world.byPassword(other, person.nik);
  assert.ok(other.jar(world.login).has('mpp-login'));
});

flow('rotated keys are fetched and nobody notices', async (world) => {
  await world.ready();
  await world.outside.rotate();
  await world.signedIn(world.stranger());
  assert.ok(world.outside.seen.some((r) => r.path === '/jwks'));
});

flow('a provider without pushed requests is asked the plain way', async (world) => {
  await world.ready();
  await world.outside.rotate({ pushedAuthorizationRequests: { enabled: false } });
  // What we know of it is old: one person is told to come again, and its document is read anew.
  await world.isRefused(/tidak dapat dihubungi/, world.stranger());
  world.outside.seen.length = 0;
  await world.signedIn(world.stranger());
  const asked = world.outside.seen.find((r) => r.path === '/auth');
  assert.ok(asked.query.get('code_challenge') && asked.query.get('state') && asked.query.get('nonce'));
  await world.outside.rotate();
  await world.signedIn(world.stranger());
});

flow('a clock that is a minute off in either direction does no harm', async (world) => {
  await world.ready();
  for (const seconds of [60, -60]) {
    world.outside.ahead(seconds);
    world.outside.claims = (claims) => ({ ...claims, iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 600 });
    await world.signedIn(world.stranger());
  }

  world.outside.behave();
});
