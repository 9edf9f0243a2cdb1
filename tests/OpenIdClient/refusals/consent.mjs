import assert from 'node:assert/strict';
import { Browser } from '../browser.mjs';
import { isTroublePage, refusal } from '../harness.mjs';

const personal = ['openid', 'profile', 'nik'];

refusal('a person who says no is sent back with access_denied, and asked again the next time', async (world) => {
  await world.admit('suite-refused', { scopes: personal });
  const browser = await world.signedIn('asked');
  const { parameters } = await world.begin('suite-refused', { scope: personal.join(' ') });
  const back = new URL(await world.allow(browser, world.address(parameters), parameters.redirect_uri, [], 'refuse'));
  assert.equal(back.searchParams.get('error'), 'access_denied');
  assert.equal(back.searchParams.get('code'), null);
  const again = await browser.follow(world.address(parameters), (u) => u.startsWith(parameters.redirect_uri));
  assert.equal(new URL(again.url).pathname, '/izin');
});

refusal('prompt=none is answered with consent_required where the person was not asked yet', async (world) => {
  await world.admit('suite-silent', { scopes: personal });
  const browser = await world.signedIn('asked');
  const { parameters } = await world.begin('suite-silent', { scope: personal.join(' '), prompt: 'none' });
  assert.equal((await world.authorize(browser, parameters)).searchParams.get('error'), 'consent_required');
});

refusal('a consent cannot be given by a form from elsewhere, nor without its button', async (world) => {
  await world.admit('suite-forged', { scopes: personal });
  const browser = await world.signedIn('asked');
  const { parameters } = await world.begin('suite-forged', { scope: personal.join(' ') });
  const page = await browser.follow(world.address(parameters));
  assert.equal(new URL(page.url).pathname, '/izin');
  const fields = { _handler: 'izin', allow: 'nik', decision: 'allow' };
  assert.equal((await browser.post(page.url, fields)).status, 400);
  assert.equal((await browser.post(page.url, fields, { origin: 'https://evil.example' })).status, 403);
  const done = await world.fill(browser, page, { allow: 'nik' });
  const back = new URL((await browser.follow(done.location, (u) => u.startsWith(parameters.redirect_uri))).url);
  assert.equal(back.searchParams.get('error'), 'access_denied');
});

refusal('more may not be ticked than was asked for', async (world) => {
  await world.admit('suite-more', { scopes: [...personal, 'phone'] });
  const browser = await world.signedIn('asked');
  const { parameters, expected } = await world.begin('suite-more', { scope: 'openid profile' });
  const url = await world.allow(browser, world.address(parameters), parameters.redirect_uri, ['profile', 'nik', 'phone', 'offline_access']);
  assert.equal((await world.redeem(await world.configuration('suite-more'), { back: new URL(url), expected })).scope, 'openid profile');
});

refusal('the consent page without a waiting request asks nothing', async (world) => {
  for (const browser of [await world.signedIn('asked'), new Browser()]) {
    const answer = await browser.get(`${world.at('/izin')}?r=guess`);
    assert.equal(answer.status, 200);
    assert.doesNotMatch(answer.text, /name="decision"/);
  }
});

refusal('the consent page of one person cannot be answered by another', async (world) => {
  await world.admit('suite-other', { scopes: personal });
  const { parameters } = await world.begin('suite-other', { scope: personal.join(' ') });
  const page = await (await world.signedIn('asked')).follow(world.address(parameters));
  const done = await world.fill(await world.signedIn('first'), page, { allow: 'nik', decision: 'allow' });
  assert.equal(done.status, 400);
});

refusal('an id_token_hint of another client, or of another person, is refused', async (world) => {
  const browser = await world.signedIn('first');
  const own = (await world.tokens(browser, 'demo-web')).id_token;
  const foreign = (await world.tokens(browser, 'demo-old')).id_token;
  const ask = async (who, hint) => {
    const { parameters } = await world.begin('demo-web', { prompt: 'none', id_token_hint: hint });
    return (await world.authorize(who, parameters)).searchParams.get('error');
  };
  assert.equal(await ask(browser, foreign), 'invalid_request');
  assert.equal(await ask(browser, 'a.b.c'), 'invalid_request');
  assert.equal(await ask(await world.signedIn('asked'), own), 'login_required');
});

refusal('a handle is of no use after its answer was given', async (world) => {
  const browser = await world.signedInAfresh('asked');
  const { parameters } = await world.begin('demo-web', { prompt: 'login' });
  const asked = await browser.follow(world.address(parameters));
  const done = await world.fill(browser, asked, { nik: world.person('asked').nik, password: world.password });
  const first = await browser.get(done.location);
  assert.ok(first.location.startsWith(parameters.redirect_uri));
  isTroublePage(await browser.get(done.location));
});
