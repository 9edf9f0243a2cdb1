import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import * as jose from 'jose';
import { Browser } from '../OpenIdClient/browser.mjs';
import { refusal } from '../OpenIdClient/harness.mjs';
import { FACE, NONE, PIN } from './provider.mjs';

const notVerified = /Jawaban INApas tidak dapat kami periksa/;
const expired = /Waktu untuk masuk lewat INApas sudah habis/;

// What the person decides, or is.
refusal('consent denied', async (world) => {
  await world.ready();
  await world.isRefused(/tidak memberi izin di INApas/, world.stranger({ consent: 'deny' }));
});

refusal('the NIK declined by somebody new', async (world) => {
  await world.ready();
  await world.isRefused(/tidak mengirim NIK/, world.stranger({ declined: ['nik'] }));
});

refusal('the provider knows no NIK', async (world) => {
  await world.ready();
  await world.isRefused(/tidak mengirim NIK/, world.stranger({ without: ['nik'] }));
});

refusal('a NIK that is none', async (world) => {
  await world.ready();
  await world.isRefused(/tidak mengirim NIK/, world.stranger({ claims: { nik: '0000000000000000' } }));
});

for (const claim of ['name', 'birthdate']) {
  refusal(`${claim} declined by somebody new`, async (world) => {
    await world.ready();
    const person = world.stranger({ declined: [claim] });
    await world.isRefused(/tidak mengirim nama atau tanggal lahir/, person);
    assert.deepEqual(await world.ask({ history: person.nik }), []);
  });
}

refusal('facts that differ from the civil register make no account', async (world) => {
  await world.ready();
  const person = world.stranger({ claims: { name: 'Orang Lain Sekali' } });
  await world.isRefused(/tidak sama dengan data Dukcapil/, person);
  assert.deepEqual(await world.ask({ history: person.nik }), []);
});

refusal('an acr that stands for nothing', async (world) => {
  await world.ready();
  await world.isRefused(/belum mencocokkan wajah/, world.stranger({ acr: NONE }));
});

refusal('no acr at all', async (world) => {
  await world.ready();
  world.outside.claims = ({ acr, ...rest }) => rest;
  await world.isRefused(/belum mencocokkan wajah/, world.stranger());
});

refusal('an acr without a face makes no account', async (world) => {
  await world.ready();
  const person = world.stranger({ acr: PIN });
  await world.isRefused(/belum mencocokkan wajah/, person);
  assert.deepEqual(await world.ask({ history: person.nik }), []);
});

refusal('two acr in one do not make the better one', async (world) => {
  await world.ready();
  world.outside.claims = (claims) => ({ ...claims, acr: `${FACE} ${NONE}` });
  await world.isRefused(/belum mencocokkan wajah/, world.stranger());
});

refusal('somebody else signed in here binds nothing', async (world) => {
  await world.ready();
  const other = world.member();
  const person = world.member({ acr: PIN });
  const browser = new Browser();
  await world.byPassword(browser, other.nik);
  const end = await world.goOut(browser, person);
  assert.match(end.answer.text, /belum terhubung dengan INApas/);
  assert.ok(!(await world.ask({ history: person.nik })).includes('outside-bound'));
});

refusal('the NIK of another person than the bound one', async (world) => {
  await world.ready();
  const person = world.stranger();
  await world.signedIn(person);
  const other = world.stranger();
  await world.isRefused(/bukan NIK akun yang terhubung/, { ...person, claims: other.claims });
});

refusal('a frozen account, bound or not', async (world) => {
  await world.ready();
  const bound = world.stranger();
  await world.signedIn(bound);
  await world.ask({ freeze: bound.nik });
  await world.isRefused(/dibekukan|loket/, bound);
  const unbound = world.member();
  await world.ask({ freeze: unbound.nik });
  await world.isRefused(/dibekukan|loket/, unbound);
});

// Tokens.
const lies = {
  'a wrong issuer in the id_token': (c) => ({ ...c, iss: 'https://inapas.example' }),
  'the issuer with a slash more': (c) => ({ ...c, iss: `${c.iss}/` }),
  'a wrong audience': (c) => ({ ...c, aud: 'another-client' }),
  'our audience among others without azp': (c) => ({ ...c, aud: [c.aud, 'another-client'] }),
  'an azp of another client': (c) => ({ ...c, azp: 'another-client' }),
  'no audience': ({ aud, ...rest }) => rest,
  'another nonce': (c) => ({ ...c, nonce: 'x'.repeat(43) }),
  'no nonce': ({ nonce, ...rest }) => rest,
  'no sub': ({ sub, ...rest }) => rest,
  'no exp': ({ exp, ...rest }) => rest,
  'no iat': ({ iat, ...rest }) => rest,
  'an id_token that has expired': (c) => ({ ...c, iat: c.iat - 600, exp: c.iat - 300 }),
  'an id_token made five minutes ago': (c) => ({ ...c, iat: c.iat - 300 }),
  'an id_token made in five minutes': (c) => ({ ...c, iat: c.iat + 300, exp: c.exp + 300 }),
  'an id_token that is not valid yet': (c) => ({ ...c, nbf: c.iat + 300 }),
  'an at_hash of another access token': (c) => ({ ...c, at_hash: createHash('sha512').update('x').digest().subarray(0, 32).toString('base64url') }),
};
for (const [name, lie] of Object.entries(lies)) {
  refusal(name, async (world) => {
    await world.ready();
    world.outside.claims = lie;
    await world.isRefused(notVerified, world.stranger());
  });
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const forgeries = {
  'an unsigned id_token': (_, claims) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
  'alg none with the old signature': (_, claims, honest) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.${honest.split('.')[2]}`,
  'an id_token without its signature': (_, __, honest) => `${honest.split('.').slice(0, 2).join('.')}.`,
  'claims changed under the old signature': (_, claims, honest) => [honest.split('.')[0], encode({ ...claims, sub: 'somebody-else' }), honest.split('.')[2]].join('.'),
  'HS256 with our name as the secret': (world, claims) => new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(world.clientId.padEnd(32, '\0'))),
  'HS256 with the public key as the secret': async (world, claims) =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: world.outside.kid, typ: 'JWT' }).sign(new TextEncoder().encode(await jose.exportSPKI(world.outside.publicKey))),
  'a key that the provider does not publish': async (world, claims) => world.outside.sign(claims, { header: { kid: 'unknown' }, key: (await jose.generateKeyPair('ES512')).privateKey }),
  'another key under the same kid': async (world, claims) => world.outside.sign(claims, { key: (await jose.generateKeyPair('ES512')).privateKey }),
  'a key that the token brings along': async (world, claims) => {
    const own = await jose.generateKeyPair('ES512', { extractable: true });
    return world.outside.sign(claims, { header: { kid: undefined, jwk: await jose.exportJWK(own.publicKey) }, key: own.privateKey });
  },
  'our own key': async (world, claims) => world.outside.sign(claims, { header: { kid: 'mpp-1' }, key: await jose.importPKCS8(world.privatePem, 'ES512') }),
  'an access token in its place': (world, claims) => world.outside.sign(claims, { header: { typ: 'at+jwt' } }),
  'a logout token in its place': (world, claims) => world.outside.sign(claims, { header: { typ: 'logout+jwt' } }),
  'nonsense in its place': () => 'not.a.token',
};
for (const [name, forge] of Object.entries(forgeries)) {
  refusal(name, async (world) => {
    await world.ready();
    world.outside.token = (claims, honest) => forge(world, claims, honest);
    await world.isRefused(notVerified, world.stranger());
  });
}

refusal('a shared secret that the key set carries', async (world) => {
  await world.ready();
  const secret = randomBytes(64);
  world.outside.bodies['/jwks'] = (body) => ({ keys: [...body.keys, { kty: 'oct', k: secret.toString('base64url'), kid: 'shared', alg: 'HS256', use: 'sig' }] });
  world.outside.token = (claims) => new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'shared', typ: 'JWT' }).sign(secret);
  await world.isRefused(notVerified, world.stranger());
  world.outside.behave();
  await world.outside.rotate();
  await world.signedIn(world.stranger());
});

refusal('userinfo of somebody else', async (world) => {
  await world.ready();
  world.outside.bodies['/me'] = (body) => ({ ...body, sub: 'somebody-else' });
  await world.isRefused(notVerified, world.stranger());
});

// The way back.
for (const [name, change] of [
  ['the iss of another provider in the answer', (url) => url.searchParams.set('iss', 'https://inapas.example')],
  ['an answer without iss although the provider always names it', (url) => url.searchParams.delete('iss')],
  ['an answer that names two issuers', (url) => url.searchParams.append('iss', 'https://inapas.example')],
  ['an answer without a code', (url) => url.searchParams.delete('code')],
  ['an error of which nobody heard', (url) => (url.searchParams.delete('code'), url.searchParams.set('error', 'made_up'))],
]) {
  refusal(name, async (world) => {
    await world.ready();
    world.outside.back = change;
    await world.isRefused(notVerified, world.stranger());
  });
}

refusal('the answer of one browser in another', async (world) => {
  await world.ready();
  const url = await world.callback(new Browser(), world.stranger());
  const victim = new Browser();
  await world.endsWith(expired, victim, await victim.follow(url));
});

refusal('the answer of one attempt under the state of another', async (world) => {
  await world.ready();
  const thief = new Browser();
  const stolen = new URL(await world.callback(new Browser(), world.stranger()));
  const own = new URL(await world.callback(thief, world.stranger()));
  own.searchParams.set('code', stolen.searchParams.get('code'));
  // PKCE: the code belongs to another verifier.
  await world.endsWith(expired, thief, await thief.follow(own.href));
});

refusal('a state changed behind its first letters', async (world) => {
  await world.ready();
  const browser = new Browser();
  const url = new URL(await world.callback(browser, world.stranger()));
  url.searchParams.set('state', `${url.searchParams.get('state').slice(0, 20)}${'A'.repeat(23)}`);
  await world.endsWith(expired, browser, await browser.follow(url.href));
});

refusal('an answer shown twice', async (world) => {
  await world.ready();
  const browser = new Browser();
  const url = await world.callback(browser, world.stranger());
  const kept = [...browser.jar(world.login)];
  await browser.follow(url);
  assert.ok(browser.jar(world.login).has('mpp-login'));
  const again = new Browser();
  for (const [name, value] of kept) again.jar(world.login).set(name, value);
  await world.endsWith(expired, again, await again.follow(url));
});

refusal('a code shown twice', async (world) => {
  await world.ready();
  const browser = new Browser();
  let first;
  world.outside.back = (url) => (first ? url.searchParams.set('code', first) : (first = url.searchParams.get('code')));
  await world.signedIn(world.stranger(), browser);
  const other = new Browser();
  await world.endsWith(expired, other, await world.goOut(other, world.stranger()));
});

for (const [name, query] of [
  ['no state', 'code=x'],
  ['a state that nobody gave', `code=x&state=${'A'.repeat(43)}`],
  ['a state of another length', 'code=x&state=A'],
  ['a state given twice', `code=x&state=${'A'.repeat(43)}&state=${'B'.repeat(43)}`],
]) {
  refusal(`an answer with ${name}`, async (world) => {
    await world.ready();
    const browser = new Browser();
    await world.endsWith(expired, browser, await browser.follow(`${world.outside.redirectUri}?${query}`));
  });
}

refusal('a code that is not of this world', async (world) => {
  await world.ready();
  world.outside.back = (url) => url.searchParams.set('code', '\u0000<script>'.repeat(20));
  await world.isRefused(expired, world.stranger());
});

refusal('a note of our page made up in the address', async (world) => {
  await world.ready();
  const page = await world.page(new Browser(), '/masuk?luar=%3Cscript%3E');
  assert.equal(page.answer.status, 200);
  assert.doesNotMatch(page.answer.text, /class="note bad"/);
});

refusal('a request handle that is none leads nowhere else', async (world) => {
  await world.ready();
  const browser = new Browser();
  const end = await world.goOut(browser, world.stranger(), { path: `/masuk/luar?r=${encodeURIComponent('//evil.example')}` });
  assert.ok(end.url.startsWith(`${world.login}/authorize/lanjut`), end.url);
  assert.equal(end.answer.status, 400);
});
