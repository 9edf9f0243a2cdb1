// A code buys once, for the client, redirect and verifier it was made for.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { failsWith, isOAuthError, refusal } from '../harness.mjs';

refusal('a code shown twice revokes what it bought', async (world) => {
  const browser = await world.signedIn('first');
  const configuration = await world.configuration('demo-web');
  const answer = await world.code(browser, 'demo-web', { resource: world.origin('padang') });
  const tokens = await world.redeem(configuration, answer);

  await failsWith('invalid_grant', world.redeem(configuration, answer), 400);

  await failsWith('invalid_grant', client.refreshTokenGrant(configuration, tokens.refresh_token), 400);
  assert.equal((await world.userInfo(tokens.access_token)).status, 401);
  assert.equal((await client.tokenIntrospection(configuration, tokens.access_token)).active, false);
});

refusal('of ten callers with one code at most one is served', async (world) => {
  const answer = await world.code(await world.signedIn('first'), 'demo-web');
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.post('/token', world.codeForm(answer), { id: 'demo-web' })));
  assert.ok(answers.filter((a) => a.status === 200).length <= 1);
  for (const refused of answers.filter((a) => a.status !== 200)) isOAuthError(refused, 'invalid_grant');
});

refusal('a code expires', async (world) => {
  const answer = await world.code(await world.signedIn('first'), 'demo-web');
  assert.equal((await world.ask({ expire: 'code', handle: answer.code })).changed, 1);
  await failsWith('invalid_grant', world.redeem(await world.configuration('demo-web'), answer), 400);
});

refusal('a code of another client is refused', async (world) => {
  const answer = await world.code(await world.signedIn('first'), 'demo-web');
  isOAuthError(await world.post('/token', world.codeForm(answer), { id: 'demo-old' }), 'invalid_grant');
  isOAuthError(await world.post('/token', world.codeForm(answer), { id: 'regency-1375' }), 'invalid_grant');
});

for (const [name, change, error] of [
  ['without a verifier', (form) => delete form.code_verifier, 'invalid_request'],
  ['with another verifier', (form) => (form.code_verifier = client.randomPKCECodeVerifier()), 'invalid_grant'],
  ['with a short verifier', (form) => (form.code_verifier = 'short'), 'invalid_grant'],
  ['with an over-long verifier', (form) => (form.code_verifier = 'v'.repeat(129)), 'invalid_grant'],
  ['with its challenge as the verifier', (form, answer) => (form.code_verifier = answer.parameters.code_challenge), 'invalid_grant'],
  ['without the redirect', (form) => delete form.redirect_uri, 'invalid_grant'],
  ['with another redirect', (form, _, world) => (form.redirect_uri = world.redirect('demo-old')), 'invalid_grant'],
  ['with a resource that was not granted', (form, _, world) => (form.resource = world.origin('pusat')), 'invalid_target'],
  ['without the code', (form) => delete form.code, 'invalid_request'],
  ['with a guessed code', (form) => (form.code = client.randomState()), 'invalid_grant'],
]) {
  refusal(`a redemption ${name} is refused`, async (world) => {
    const answer = await world.code(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
    const form = world.codeForm(answer);
    change(form, answer, world);
    isOAuthError(await world.post('/token', form, { id: 'demo-web' }), error);
  });
}

refusal('the library notices another state, nonce or issuer', async (world) => {
  const browser = await world.signedIn('first');
  const configuration = await world.configuration('demo-web');
  for (const [change, checks] of [
    [(back) => back.searchParams.set('iss', 'https://evil.example'), {}],
    [() => {}, { expectedState: 'other' }],
    [() => {}, { expectedNonce: 'other' }],
  ]) {
    const answer = await world.code(browser, 'demo-web');
    change(answer.back);
    await assert.rejects(world.redeem(configuration, answer, checks));
  }
});
