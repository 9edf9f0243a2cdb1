import assert from 'node:assert/strict';
import * as client from 'openid-client';
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
