import assert from 'node:assert/strict';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { flow } from '../harness.mjs';

flow('a refresh token is replaced by the next one, and the person stays the same', async (world) => {
  const configuration = await world.configuration('demo-web');
  const first = await world.tokens(await world.signedIn('first'), 'demo-web');
  const second = await client.refreshTokenGrant(configuration, first.refresh_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.equal(second.claims().sub, first.claims().sub);
  const third = await client.refreshTokenGrant(configuration, second.refresh_token);
  assert.ok(third.refresh_token);
});

flow('a refresh may ask for less than was granted', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { scope: 'openid profile offline_access mpp.api', resource: world.origin('padang') });
  assert.equal((await world.api('padang', tokens.access_token)).status, 200);
  const less = await client.refreshTokenGrant(await world.configuration('demo-web'), tokens.refresh_token, { scope: 'openid' });
  assert.equal(less.scope, 'openid');
  assert.equal((await world.api('padang', less.access_token)).status, 401);
});

flow('no refresh token without offline_access', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { scope: 'openid' });
  assert.equal(tokens.refresh_token, undefined);
});

flow('resource makes the token for that host, and its API takes it', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  const { typ, alg } = decodeProtectedHeader(tokens.access_token);
  assert.deepEqual([typ, alg], ['at+jwt', 'ES256']);
  const claims = decodeJwt(tokens.access_token);
  assert.equal(claims.aud, world.origin('padang'));
  for (const personal of ['name', 'nik', 'email', 'phone_number', 'role', 'roles']) assert.ok(!(personal in claims), personal);
  assert.equal((await world.api('padang', tokens.access_token)).status, 200);
});

flow('userinfo tells what the scopes allow and no more', async (world) => {
  const configuration = await world.configuration('demo-web');
  const browser = await world.signedIn('first');
  const all = await world.tokens(browser, 'demo-web', { scope: 'openid profile phone email nik' });
  const person = await client.fetchUserInfo(configuration, all.access_token, all.claims().sub);
  assert.equal(person.nik, world.person('first').nik);
  assert.equal(person.name, world.person('first').name);
  assert.ok(person.phone_number && person.email && person.birthdate);

  const little = await world.tokens(browser, 'demo-web', { scope: 'openid' });
  assert.deepEqual(Object.keys(await client.fetchUserInfo(configuration, little.access_token, little.claims().sub)), ['sub']);
});

flow('introspection describes a token to its client and to the host it is for', async (world) => {
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web', { resource: world.origin('padang') });
  for (const id of ['demo-web', 'regency-1371']) {
    const told = await client.tokenIntrospection(await world.configuration(id), tokens.access_token);
    assert.equal(told.active, true, id);
    assert.equal(told.client_id, 'demo-web');
    assert.equal(told.aud, world.origin('padang'));
  }

  assert.equal((await client.tokenIntrospection(await world.configuration('demo-web'), tokens.refresh_token)).active, true);
});

flow('revocation ends the whole grant', async (world) => {
  const configuration = await world.configuration('demo-web');
  const tokens = await world.tokens(await world.signedIn('first'), 'demo-web');
  await client.tokenRevocation(configuration, tokens.refresh_token);
  assert.equal((await client.tokenIntrospection(configuration, tokens.access_token)).active, false);
  assert.equal((await world.userInfo(tokens.access_token)).status, 401);
});

flow('a system acts for itself at its own regency', async (world) => {
  const tokens = await client.clientCredentialsGrant(await world.configuration('demo-system'), { scope: 'mpp.api' });
  assert.equal(tokens.refresh_token, undefined);
  assert.equal(decodeJwt(tokens.access_token).regency, '1375');
  assert.notEqual((await world.api('bukittinggi', tokens.access_token)).status, 401);
});
