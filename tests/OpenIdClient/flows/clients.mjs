import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { Browser } from '../browser.mjs';
import { flow } from '../harness.mjs';
import { admitWithKey, assertion, pairOf } from '../keys.mjs';

for (const [id, alg] of [['suite-ec', 'ES256'], ['suite-rsa', 'RS256']]) {
  flow(`private_key_jwt with ${alg} works for code, PAR, refresh, introspection and revocation`, async (world) => {
    await admitWithKey(world, id, alg);
    const { privateKey } = await pairOf(id, alg);
    const configuration = await world.configuration(id, { authentication: client.PrivateKeyJwt({ key: privateKey, kid: id }) });
    const browser = await world.signedIn('first');
    const { parameters, expected } = await world.begin(id);
    const address = await client.buildAuthorizationUrlWithPAR(configuration, parameters);
    const url = await world.allow(browser, address, parameters.redirect_uri);

    const tokens = await world.redeem(configuration, { back: new URL(url), expected });

    const next = await client.refreshTokenGrant(configuration, tokens.refresh_token);
    assert.equal((await client.tokenIntrospection(configuration, next.access_token)).active, true);
    await client.tokenRevocation(configuration, next.refresh_token);
    assert.equal((await client.tokenIntrospection(configuration, next.access_token)).active, false);
  });
}

for (const [name, aud] of [['the issuer', (w) => w.issuer], ['the token endpoint', (w) => w.at('/token')], ['several names, ours among them', (w) => [w.at('/token'), w.issuer]]]) {
  flow(`an assertion may name ${name} as its audience`, async (world) => {
    await admitWithKey(world, 'suite-system', 'ES256', { systemOfRegency: '1371' , scopes: ['mpp.api'] });
    const answer = await world.post('/token', { grant_type: 'client_credentials', ...(await assertion(world, 'suite-system', { aud: aud(world) })) });
    assert.equal(answer.status, 200, answer.text);
  });
}

flow('a system with a key of its own gets a token for its regency', async (world) => {
  await admitWithKey(world, 'suite-system', 'ES256', { systemOfRegency: '1371' , scopes: ['mpp.api'] });
  const configuration = await world.configuration('suite-system', { authentication: client.PrivateKeyJwt({ key: (await pairOf('suite-system')).privateKey, kid: 'suite-system' }) });
  const tokens = await client.clientCredentialsGrant(configuration, {});
  // A system may read what is open to systems; what belongs to a person is not found or forbidden, never unknown.
  assert.notEqual((await world.api('', tokens.access_token, '/api/v1/csrf')).status, 500);
  assert.equal(tokens.scope, 'mpp.api');
});

flow('a public client signs a person in with PKCE alone', async (world) => {
  await world.admit('suite-public', { authentication: 'none', scopes: ['openid', 'offline_access', 'mpp.api'] });
  const configuration = await world.configuration('suite-public', { authentication: client.None() });
  const { parameters, expected } = await world.begin('suite-public');
  const url = await world.allow(await world.signedIn('first'), world.address(parameters), parameters.redirect_uri);
  const tokens = await world.redeem(configuration, { back: new URL(url), expected });
  const next = await client.refreshTokenGrant(configuration, tokens.refresh_token);
  assert.notEqual(next.refresh_token, tokens.refresh_token);
  await client.tokenRevocation(configuration, next.refresh_token);
});

const personal = ['openid', 'profile', 'phone', 'email', 'nik', 'mpp.api'];

flow('a foreign program asks the person first, and remembers the answer', async (world) => {
  await world.admit('suite-asks', { scopes: personal });
  const browser = await world.signedIn('asked');
  const { parameters, expected } = await world.begin('suite-asks', { scope: personal.join(' ') });
  const asked = await browser.follow(world.address(parameters), (u) => u.startsWith(parameters.redirect_uri));
  assert.equal(new URL(asked.url).pathname, '/izin');
  assert.match(asked.answer.text, /Program suite-asks/);
  for (const scope of ['profile', 'phone', 'email', 'nik']) assert.match(asked.answer.text, new RegExp(`value="${scope}"`));

  const url = await world.allow(browser, asked.url, parameters.redirect_uri, ['profile', 'phone', 'email', 'nik']);
  const configuration = await world.configuration('suite-asks');
  const tokens = await world.redeem(configuration, { back: new URL(url), expected });
  assert.ok((await client.fetchUserInfo(configuration, tokens.access_token, tokens.claims().sub)).nik);

  assert.ok(await world.code(browser, 'suite-asks', { scope: personal.join(' '), prompt: 'none' }));
});

flow('declining what is optional does not stop the sign-in', async (world) => {
  await world.admit('suite-declined', { scopes: personal });
  const browser = await world.signedIn('asked');
  const { parameters, expected } = await world.begin('suite-declined', { scope: personal.join(' ') });
  const url = await world.allow(browser, world.address(parameters), parameters.redirect_uri, ['profile']);
  const configuration = await world.configuration('suite-declined');
  const tokens = await world.redeem(configuration, { back: new URL(url), expected });
  assert.equal(tokens.scope, 'openid profile mpp.api');
  const person = await client.fetchUserInfo(configuration, tokens.access_token, tokens.claims().sub);
  assert.ok(person.name);
  for (const declined of ['nik', 'phone_number', 'email']) assert.ok(!(declined in person), declined);
});

flow('prompt=consent asks again, even for one of our own hosts', async (world) => {
  const browser = await world.signedIn('asked');
  const { parameters, expected } = await world.begin('regency-1375', { prompt: 'consent', scope: 'openid profile nik' });
  const asked = await browser.follow(world.address(parameters), (u) => u.startsWith(parameters.redirect_uri));
  assert.equal(new URL(asked.url).pathname, '/izin');
  const url = await world.allow(browser, asked.url, parameters.redirect_uri, ['profile', 'nik']);
  assert.equal((await world.redeem(await world.configuration('regency-1375'), { back: new URL(url), expected })).scope, 'openid profile nik');
});

flow('a program gets no more scopes than the operator gave it', async (world) => {
  await world.admit('suite-little', { scopes: ['openid'] });
  const { parameters, expected } = await world.begin('suite-little', { scope: 'openid nik offline_access mpp.api' });
  const url = await world.allow(await world.signedIn('first'), world.address(parameters), parameters.redirect_uri);
  const tokens = await world.redeem(await world.configuration('suite-little'), { back: new URL(url), expected });
  assert.equal(tokens.scope, 'openid');
  assert.equal(tokens.refresh_token, undefined);
});

flow('ui_locales=en opens the pages in English', async (world) => {
  const browser = new Browser();
  const { parameters } = await world.begin('demo-web', { ui_locales: 'fr-CA en id' });
  const asked = await browser.follow(world.address(parameters));
  assert.match(asked.answer.text, /<html[^>]*lang="en"/);
});

flow('login_hint fills in the user name of staff', async (world) => {
  const { parameters } = await world.begin('pusat', { login_hint: world.analyst.username });
  const asked = await new Browser().follow(world.address(parameters));
  assert.match(asked.answer.text, new RegExp(`name="username" value="${world.analyst.username}"`));
});

flow('id_token_hint of the person who is signed in is silent', async (world) => {
  const browser = await world.signedIn('first');
  const { id_token: hint } = await world.tokens(browser, 'demo-web');
  assert.ok(await world.code(browser, 'demo-web', { prompt: 'none', id_token_hint: hint }));
});
