// The provider fails at every place where it can. Nobody sees an error page, and the password works throughout.
import assert from 'node:assert/strict';
import { Browser } from '../OpenIdClient/browser.mjs';
import { flow } from '../OpenIdClient/harness.mjs';

const away = /INApas sedang tidak dapat dihubungi/;

const isAway = async (world, browser, end) => {
  await world.endsWith(away, browser, end);
  const page = await world.page(browser);
  assert.match(page.answer.text, away, 'the next one is told before trying');
  await world.byPassword(browser, world.citizens.at(-1).nik);
  assert.ok(browser.jar(world.login).has('mpp-login'), 'the password works');
};

const broken = [
  ['drops the connection', 'drop'],
  ['does not answer in time', 'hang'],
  ['answers 500', 500],
  ['answers 503', 503],
  ['answers with a page', 'page'],
  ['answers with a redirect', [302, { location: 'http://127.0.0.1:9/' }, '']],
  ['answers with a megabyte', [200, { 'content-type': 'application/json' }, `{"x":"${'y'.repeat(1_000_000)}"}`]],
  ['answers with half a document', [200, { 'content-type': 'application/json' }, '{"id_token":']],
  ['answers with a list', [200, { 'content-type': 'application/json' }, '[]']],
  ['does not know us any more', [401, { 'content-type': 'application/json' }, '{"error":"invalid_client"}']],
];
for (const [what, fault] of broken) {
  for (const [where, path] of [['the pushed request', '/request'], ['the token endpoint', '/token'], ['userinfo', '/me']]) {
    // Time-outs cost seconds: one place stands for the others.
    if (fault === 'hang' && path !== '/token') continue;
    flow(`${where} ${what}: said on the page, and the password works`, async (world) => {
      await world.ready();
      world.outside.faults[path] = fault;
      const browser = new Browser();
      await isAway(world, browser, await world.goOut(browser, world.stranger()));
    });
  }
}

flow('the provider goes down between authorize and token: said on the page, and the password works', async (world) => {
  await world.ready();
  const browser = new Browser();
  const url = await world.callback(browser, world.stranger());
  await world.outside.stop();
  try {
    await isAway(world, browser, await browser.follow(url));
  } finally {
    await world.outside.start();
  }
});

flow('the keys cannot be fetched after a rotation: said on the page, and the password works', async (world) => {
  await world.ready();
  await world.outside.rotate();
  world.outside.faults['/jwks'] = 'drop';
  const browser = new Browser();
  await isAway(world, browser, await world.goOut(browser, world.stranger()));
  await world.ready();
  await world.signedIn(world.stranger());
});

flow('the discovery document is of another issuer after a rotation: its keys are not taken', async (world) => {
  await world.ready();
  await world.outside.rotate();
  world.outside.bodies['/.well-known/openid-configuration'] = (body) => ({ ...body, issuer: 'https://inapas.example' });
  const browser = new Browser();
  await isAway(world, browser, await world.goOut(browser, world.stranger()));
  await world.ready();
  await world.signedIn(world.stranger());
});

for (const seconds of [300, -300]) {
  flow(`a clock that is five minutes ${seconds > 0 ? 'ahead' : 'behind'}: no session, and the password works`, async (world) => {
    await world.ready();
    world.outside.ahead(seconds);
    const browser = new Browser();
    const end = await world.goOut(browser, world.stranger());
    await world.endsWith(/INApas sedang tidak dapat dihubungi|tidak dapat kami periksa/, browser, end);
    world.outside.behave();
    await world.byPassword(browser, world.citizens.at(-1).nik);
    assert.ok(browser.jar(world.login).has('mpp-login'));
  });
}

flow('the provider says that it is unavailable: said on the page', async (world) => {
  await world.ready();
  world.outside.back = (url) => (url.searchParams.delete('code'), url.searchParams.set('error', 'temporarily_unavailable'));
  const browser = new Browser();
  await world.endsWith(away, browser, await world.goOut(browser, world.stranger()));
});

flow('a session of the outside way outlives the provider', async (world) => {
  await world.ready();
  const browser = await world.signedIn(world.stranger());
  await world.outside.stop();
  try {
    assert.ok((await world.learn(browser)).sub);
  } finally {
    await world.outside.start();
  }
});
