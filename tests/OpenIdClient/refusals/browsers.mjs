// What is tried on people: forged hosts, foreign forms, planted cookies, words that tell who exists.
import assert from 'node:assert/strict';
import { Browser, form, send } from '../browser.mjs';
import { isTroublePage, refusal } from '../harness.mjs';

for (const headers of [
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
  { forwarded: 'host=evil.example;proto=https' },
  { 'x-original-host': 'evil.example', 'x-host': 'evil.example', 'x-forwarded-server': 'evil.example' },
]) {
  refusal(`${Object.keys(headers).join(', ')} change no address`, async (world) => {
    const document = await send(world.at('/.well-known/openid-configuration'), { headers });
    assert.equal(JSON.parse(document.text).issuer, world.issuer);
    assert.doesNotMatch(document.text, /evil/);
    const begun = await send(`${world.origin('bukittinggi')}/signin`, { headers });
    assert.equal(new URL(begun.location).origin, world.issuer);
    const { parameters } = await world.begin('demo-web');
    const asked = await send(world.address(parameters), { headers });
    assert.equal(new URL(asked.location).origin, world.issuer);
  });
}

refusal('a forged Host reaches neither login nor regency', async (world) => {
  for (const host of ['evil.example', 'login.evil.example', 'login.mpp.localhost.evil.example', 'login.mpp.localhost@evil.example', 'xlogin.mpp.localhost', 'login.bukittinggi.mpp.localhost']) {
    for (const path of ['/.well-known/openid-configuration', '/masuk', '/signin', '/authorize?client_id=demo-web']) {
      const answer = await send(world.at(path), { headers: { host } });
      assert.ok([400, 404].includes(answer.status), `${host}${path}: ${answer.status}`);
      assert.equal(answer.location, undefined);
    }
  }
});

refusal('the endpoints of the login are not on any other host', async (world) => {
  for (const label of ['', 'pusat', 'bukittinggi']) {
    for (const path of ['/jwks', '/.well-known/openid-configuration', '/authorize', '/userinfo', '/masuk']) assert.equal((await send(world.origin(label) + path)).status, 404, label + path);
  }
});

async function postSignIn(world, { headers = {}, without = [], browser = new Browser() } = {}) {
  const page = await browser.follow(world.at('/masuk'));
  const hidden = [...page.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]).filter(([k]) => !without.includes(k));
  return { browser, answer: await browser.post(page.url, new URLSearchParams([...hidden, ['nik', world.person('first').nik], ['password', world.password]]), headers) };
}

refusal('a sign-in form without its token is refused', async (world) => {
  const { browser, answer } = await postSignIn(world, { without: ['__RequestVerificationToken'] });
  assert.equal(answer.status, 400);
  assert.ok(!browser.jar(world.issuer).has('mpp-login'));
});

refusal('a sign-in form with the token of another browser is refused', async (world) => {
  const attacker = await new Browser().follow(world.at('/masuk'));
  const victim = new Browser();
  await victim.follow(world.at('/masuk'));
  const hidden = [...attacker.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
  const answer = await victim.post(world.at('/masuk'), new URLSearchParams([...hidden, ['nik', world.person('first').nik], ['password', world.password]]));
  assert.equal(answer.status, 400);
  assert.ok(!victim.jar(world.issuer).has('mpp-login'));
});

for (const origin of ['https://evil.example', 'null', 'http://bukittinggi.mpp.localhost']) {
  refusal(`a sign-in form from ${origin} is refused`, async (world) => {
    const { browser, answer } = await postSignIn(world, { headers: { origin } });
    assert.equal(answer.status, 403);
    assert.ok(!browser.jar(world.issuer).has('mpp-login'));
  });
}

refusal('a planted session cookie is never the one that is signed in', async (world) => {
  const browser = new Browser();
  const planted = 'A'.repeat(43);
  browser.jar(world.issuer).set('mpp-login', planted);
  await world.signIn(browser, world.person('first').nik);
  assert.notEqual(browser.jar(world.issuer).get('mpp-login'), planted);
  const thief = new Browser();
  thief.jar(world.issuer).set('mpp-login', planted);
  const { parameters } = await world.begin('demo-web', { prompt: 'none' });
  assert.equal((await world.authorize(thief, parameters)).searchParams.get('error'), 'login_required');
});

refusal('the cookie changes with every sign-in', async (world) => {
  const browser = await world.signedInAfresh('first');
  const before = browser.jar(world.issuer).get('mpp-login');
  const { parameters } = await world.begin('demo-web', { prompt: 'login' });
  const asked = await browser.follow(world.address(parameters));
  await world.fill(browser, asked, { nik: world.person('first').nik, password: world.password });
  assert.notEqual(browser.jar(world.issuer).get('mpp-login'), before);
});

for (const cookie of ['mpp-login', 'mpp-session']) {
  refusal(`${cookie} sent twice is refused`, async (world) => {
    const label = cookie === 'mpp-login' ? 'login' : 'bukittinggi';
    assert.equal((await send(`${world.origin(label)}/`, { headers: { cookie: `${cookie}=a; ${cookie}=b` } })).status, 400);
  });
}

refusal('the cookie of one host opens no other', async (world) => {
  const browser = await world.signedIn('first');
  await browser.follow(`${world.origin('bukittinggi')}/signin`);
  const session = browser.jar(world.origin('bukittinggi')).get('mpp-session');
  assert.equal((await send(`${world.origin('bukittinggi')}/api/v1/applications`, { headers: { cookie: `mpp-session=${session}` } })).status, 200);
  for (const label of ['padang', 'pusat', '']) {
    const answer = await send(`${world.origin(label)}/signin?returnUrl=/`, { headers: { cookie: `mpp-session=${session}` } });
    assert.equal(new URL(answer.location).origin, world.issuer, label);
  }

  assert.equal((await send(`${world.origin('padang')}/api/v1/applications`, { headers: { cookie: `mpp-session=${session}` } })).status, 401);
  const atLogin = new Browser();
  atLogin.jar(world.issuer).set('mpp-login', session);
  const { parameters } = await world.begin('demo-web', { prompt: 'none' });
  assert.equal((await world.authorize(atLogin, parameters)).searchParams.get('error'), 'login_required');
});

refusal('no cookie is given to a whole domain, and none can be read by a script', async (world) => {
  const browser = new Browser();
  const asked = await browser.get(`${world.origin('bukittinggi')}/signin`);
  const page = await browser.follow(world.at('/masuk'));
  const done = await world.fill(browser, page, { nik: world.person('first').nik, password: world.password });
  const lines = [...asked.setCookies, ...page.answer.setCookies, ...done.setCookies];
  assert.ok(lines.length >= 3);
  for (const line of lines) {
    assert.doesNotMatch(line, /;\s*domain=/i);
    assert.match(line, /;\s*httponly/i);
    assert.match(line, /;\s*samesite=(lax|strict)/i);
  }
});

refusal('the answer of one browser is refused in another', async (world) => {
  const attacker = await world.signedIn('first');
  const begun = await attacker.get(`${world.origin('bukittinggi')}/signin`);
  const { url } = await attacker.follow(begun.location, (u) => u.startsWith(`${world.origin('bukittinggi')}/signin/callback`));
  const victim = new Browser();
  await victim.get(`${world.origin('bukittinggi')}/signin`);
  isTroublePage(await victim.get(url));
  assert.ok(!victim.jar(world.origin('bukittinggi')).has('mpp-session'));
});

refusal('an answer without state, with another issuer or with an error signs nobody in', async (world) => {
  const origin = world.origin('bukittinggi');
  for (const change of [(u) => u.searchParams.delete('state'), (u) => u.searchParams.set('iss', 'https://evil.example'), (u) => u.searchParams.delete('iss'), (u) => u.searchParams.set('error', 'access_denied'), (u) => u.searchParams.set('code', 'guess')]) {
    const browser = await world.signedIn('first');
    const begun = await browser.get(`${origin}/signin`);
    const url = new URL((await browser.follow(begun.location, (u) => u.startsWith(`${origin}/signin/callback`))).url);
    change(url);
    isTroublePage(await browser.get(url));
    assert.ok(!browser.jar(origin).has('mpp-session'));
  }
});

for (const target of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/%5Cevil.example/..//evil.example', 'http:evil.example']) {
  refusal(`sign-in returns to no page elsewhere: ${target}`, async (world) => {
    const browser = await world.signedIn('first');
    const origin = world.origin('bukittinggi');
    const { url } = await browser.follow(`${origin}/signin?returnUrl=${encodeURIComponent(target)}`, (u) => new URL(u).origin !== origin && new URL(u).origin !== world.issuer);
    assert.equal(new URL(url).origin, origin);
  });
}

refusal('an unknown number and a wrong password get the same words', async (world) => {
  const words = [];
  for (const nik of [world.person('guessed').nik, '1375019999999999', '9999999999999999', 'abc', '']) {
    const browser = new Browser();
    const page = await browser.follow(world.at('/masuk'));
    const answer = await world.fill(browser, page, { nik, password: 'surely not this one' });
    assert.ok(!browser.jar(world.issuer).has('mpp-login'));
    words.push(`${answer.status} ${/role="alert"[\s\S]*?<\/div>/.exec(answer.text)?.[0]}`);
  }

  assert.equal(new Set(words).size, 1, words.join('\n'));
});

refusal('the person of a waiting request is not changed by its handle alone', async (world) => {
  const { parameters } = await world.begin('demo-web');
  const asked = await new Browser().follow(world.address(parameters));
  const handle = new URL(asked.url).searchParams.get('r');
  const stranger = await new Browser().get(`${world.at('/authorize/lanjut')}?r=${handle}`);
  assert.equal(new URL(stranger.location).pathname, '/masuk');
  isTroublePage(await new Browser().get(`${world.at('/authorize/lanjut')}?r=guess`));
});

refusal('a foreign form that posts to the token endpoint gets nothing', async (world) => {
  const options = form({ grant_type: 'refresh_token' });
  const answer = await send(world.at('/token'), { ...options, headers: { ...options.headers, origin: 'https://evil.example' } });
  assert.ok([400, 401, 403].includes(answer.status));
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});

refusal('who signs in on the browser of another ends the other session everywhere', async (world) => {
  const browser = await world.signedInAfresh('left-open');
  const left = await world.tokens(browser, 'demo-web');
  await browser.follow(`${world.origin('bukittinggi')}/signin`);
  const session = browser.jar(world.origin('bukittinggi')).get('mpp-session');
  const { parameters } = await world.begin('demo-web', { prompt: 'login' });
  const asked = await browser.follow(world.address(parameters));
  await world.fill(browser, asked, { nik: world.person('sat-down').nik, password: world.password });
  assert.equal((await world.userInfo(left.access_token)).status, 401);
  assert.equal((await send(`${world.origin('bukittinggi')}/api/v1/applications`, { headers: { cookie: `mpp-session=${session}` } })).status, 401);
});
