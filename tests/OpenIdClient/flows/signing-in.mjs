import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { Browser } from '../browser.mjs';
import { flow } from '../harness.mjs';

flow('a code with PKCE S256 signs a person in', async (world) => {
  const browser = new Browser();
  const configuration = await world.configuration('demo-web');
  const { parameters, expected } = await world.begin('demo-web');
  const asked = await browser.follow(client.buildAuthorizationUrl(configuration, parameters));
  assert.equal(new URL(asked.url).pathname, '/masuk');
  const done = await world.fill(browser, asked, { nik: world.person('first').nik, password: world.password });
  const { url } = await browser.follow(done.location, (u) => u.startsWith(parameters.redirect_uri));

  const tokens = await world.redeem(configuration, { back: new URL(url), expected });

  const claims = tokens.claims();
  assert.equal(claims.aud, 'demo-web');
  assert.equal(claims.acr, 'urn:mpp:1');
  assert.notEqual(claims.sub, world.person('first').nik);
  assert.equal(tokens.token_type, 'bearer');
  assert.ok(tokens.expiresIn() > 0);
});

flow('a pushed request signs a person in and keeps its parameters out of the address', async (world) => {
  const browser = await world.signedIn('first');
  const configuration = await world.configuration('regency-1375');
  const { parameters, expected } = await world.begin('regency-1375');
  const address = await client.buildAuthorizationUrlWithPAR(configuration, parameters);
  assert.deepEqual([...address.searchParams.keys()].sort(), ['client_id', 'request_uri']);

  const { url } = await browser.follow(address, (u) => u.startsWith(parameters.redirect_uri));

  assert.ok((await world.redeem(configuration, { back: new URL(url), expected })).claims().sub);
});

flow('a request may be posted', async (world) => {
  const browser = await world.signedIn('first');
  const { parameters, expected } = await world.begin('demo-web');
  const answer = await browser.post(world.at('/authorize'), parameters);
  assert.equal(answer.status, 303);
  await world.redeem(await world.configuration('demo-web'), { back: new URL(answer.location), expected });
});

flow('client_secret_post works for libraries that know nothing else', async (world) => {
  const browser = await world.signedIn('first');
  const configuration = await world.configuration('demo-web', { authentication: client.ClientSecretPost(world.client('demo-web').secret) });
  assert.ok((await world.redeem(configuration, await world.code(browser, 'demo-web'))).access_token);
});

flow('an old client gets an id_token signed with RS256', async (world) => {
  const browser = await world.signedIn('first');
  const configuration = await world.configuration('demo-old', { metadata: { id_token_signed_response_alg: 'RS256' } });
  assert.ok((await world.redeem(configuration, await world.code(browser, 'demo-old'))).claims().sub);
});

flow('one sign-in opens every regency under the same sub', async (world) => {
  const browser = await world.signedIn('first');
  const subs = new Set();
  for (const id of ['regency-1375', 'regency-1371', 'pusat', 'portal']) subs.add((await world.tokens(browser, id)).claims().sub);
  assert.equal(subs.size, 1);
});

flow('prompt=none answers silently when somebody is signed in', async (world) => {
  const browser = await world.signedIn('first');
  assert.ok((await world.tokens(browser, 'demo-web', { prompt: 'none' })).claims().sub);
});

for (const [name, extra] of [
  ['prompt=login', { prompt: 'login' }],
  ['prompt=select_account', { prompt: 'select_account' }],
  ['max_age=0', { max_age: '0' }],
]) {
  flow(`${name} asks again although somebody is signed in`, async (world) => {
    const browser = await world.signedInAfresh('again');
    const earlier = (await world.tokens(browser, 'demo-web')).claims();
    await new Promise((later) => setTimeout(later, 1100));
    const { parameters, expected } = await world.begin('demo-web', extra);
    const asked = await browser.follow(world.address(parameters), (u) => u.startsWith(parameters.redirect_uri));
    assert.equal(new URL(asked.url).pathname, '/masuk');
    const done = await world.fill(browser, asked, { nik: world.person('again').nik, password: world.password });
    const { url } = await browser.follow(done.location, (u) => u.startsWith(parameters.redirect_uri));

    const tokens = await world.redeem(await world.configuration('demo-web'), { back: new URL(url), expected }, { maxAge: 60 });

    assert.ok(tokens.claims().auth_time > earlier.auth_time);
  });
}

flow('max_age is met by a session that is young enough', async (world) => {
  const browser = await world.signedIn('young');
  const answer = await world.code(browser, 'demo-web', { max_age: '600' });
  const tokens = await world.redeem(await world.configuration('demo-web'), answer, { maxAge: 600 });
  assert.equal(typeof tokens.claims().auth_time, 'number');
});

flow('two factors are told as acr and amr', async (world) => {
  const browser = new Browser();
  const { parameters, expected } = await world.begin('pusat', { login_hint: 'petugas', acr_values: 'urn:mpp:2' });
  const asked = await browser.follow(world.address(parameters));
  assert.match(asked.answer.text, /name="username"/);
  const passed = await world.fill(browser, asked, { username: world.analyst.username, password: world.password });
  const due = await browser.follow(passed.location);
  const done = await world.fill(browser, due, { code: world.oneTimeCode(world.analyst.totp) });
  const { url } = await browser.follow(done.location, (u) => u.startsWith(parameters.redirect_uri));

  const claims = (await world.redeem(await world.configuration('pusat'), { back: new URL(url), expected })).claims();

  assert.equal(claims.acr, 'urn:mpp:2');
  assert.ok(claims.amr.includes('otp'));
});

flow('a page of a regency signs its visitor in through the login', async (world) => {
  const browser = new Browser();
  const asked = await browser.follow(`${world.origin('bukittinggi')}/permohonan`);
  assert.equal(new URL(asked.url).origin, world.issuer);
  const done = await world.fill(browser, asked, { nik: world.person('visitor').nik, password: world.password });
  const { url, answer } = await browser.follow(done.location);
  assert.equal(url, `${world.origin('bukittinggi')}/permohonan`);
  assert.equal(answer.status, 200);
});
