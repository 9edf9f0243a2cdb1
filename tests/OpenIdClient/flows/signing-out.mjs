import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createLocalJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { send } from '../browser.mjs';
import { flow } from '../harness.mjs';

flow('sign-out with an id_token_hint ends the session and returns to the registered address with state', async (world) => {
  const browser = await world.signedInAfresh('leaver');
  const configuration = await world.configuration('demo-web');
  const tokens = await world.tokens(browser, 'demo-web');
  const end = client.buildEndSessionUrl(configuration, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: world.client('demo-web').postLogoutRedirectUris[0],
    state: 'bye',
  });

  const answer = await browser.get(end);

  assert.equal(answer.location, `${world.client('demo-web').postLogoutRedirectUris[0]}?state=bye`);
  assert.equal((await world.userInfo(tokens.access_token)).status, 401);
  const { parameters } = await world.begin('demo-web', { prompt: 'none' });
  assert.equal((await world.authorize(browser, parameters)).searchParams.get('error'), 'login_required');
});

flow('sign-out reaches every regency that the session touched', async (world) => {
  const browser = await world.signedInAfresh('tourist');
  const touched = ['bukittinggi', 'padang', 'pusat', ''];
  for (const label of touched) {
    await browser.follow(`${world.origin(label)}/signin`);
    assert.equal((await browser.get(`${world.origin(label)}/api/v1/csrf`)).status, 200);
    assert.ok(browser.jar(world.origin(label)).has('mpp-session'), label);
  }

  const kept = touched.map((label) => browser.jar(world.origin(label)).get('mpp-session'));
  const tokens = await world.tokens(browser, 'demo-web');
  await browser.get(client.buildEndSessionUrl(await world.configuration('demo-web'), { id_token_hint: tokens.id_token }));

  for (const [n, label] of touched.entries()) {
    browser.jar(world.origin(label)).set('mpp-session', kept[n]);
    const page = await browser.get(`${world.origin(label)}/signin?returnUrl=/`);
    assert.equal(new URL(page.location).origin, world.issuer, `${label || 'portal'} still knows the person`);
  }
});

flow('signing in again keeps the session, so that sign-out still reaches what it touched before', async (world) => {
  const browser = await world.signedInAfresh('twice');
  const first = await world.tokens(browser, 'demo-web');
  const { parameters, expected } = await world.begin('demo-web', { prompt: 'login' });
  const asked = await browser.follow(world.address(parameters));
  const done = await world.fill(browser, asked, { nik: world.person('twice').nik, password: world.password });
  const { url } = await browser.follow(done.location, (u) => u.startsWith(parameters.redirect_uri));
  const second = await world.redeem(await world.configuration('demo-web'), { back: new URL(url), expected });
  assert.equal(second.claims().sid, first.claims().sid);

  await browser.get(client.buildEndSessionUrl(await world.configuration('demo-web'), { id_token_hint: second.id_token }));

  assert.equal((await world.userInfo(first.access_token)).status, 401);
});

flow('a program of somebody else is told of the end by a logout token that it can check', async (world) => {
  const heard = [];
  const server = createServer((request, answer) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      heard.push(new URLSearchParams(Buffer.concat(parts).toString()).get('logout_token'));
      answer.end();
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await world.admit('suite-told', { scopes: ['openid'], backchannelLogoutUri: `http://127.0.0.1:${server.address().port}/ended` });
    const browser = await world.signedInAfresh('told');
    const { parameters, expected } = await world.begin('suite-told', { scope: 'openid' });
    const url = await world.allow(browser, world.address(parameters), parameters.redirect_uri);
    const tokens = await world.redeem(await world.configuration('suite-told'), { back: new URL(url), expected });

    await browser.get(client.buildEndSessionUrl(await world.configuration('suite-told'), { id_token_hint: tokens.id_token }));

    assert.equal(heard.length, 1);
    const keys = createLocalJWKSet(JSON.parse((await send(world.at('/jwks'))).text));
    const { payload } = await jwtVerify(heard[0], keys, { issuer: world.issuer, audience: 'suite-told', typ: 'logout+jwt', maxTokenAge: '1 minute' });
    assert.equal(payload.sid, tokens.claims().sid);
    assert.equal(payload.sub, tokens.claims().sub);
    assert.deepEqual(payload.events, { 'http://schemas.openid.net/event/backchannel-logout': {} });
    assert.ok(payload.jti);
    assert.equal(payload.nonce, undefined);
  } finally {
    server.close();
  }
});
