import assert from 'node:assert/strict';
import { send } from '../browser.mjs';
import { flow } from '../harness.mjs';

flow('discovery is accepted and names every endpoint on the issuer', async (world) => {
  const server = (await world.configuration('demo-web')).serverMetadata();
  assert.equal(server.issuer, world.issuer);
  for (const [name, value] of Object.entries(server)) {
    if (name.endsWith('_endpoint') || name === 'jwks_uri') assert.equal(new URL(value).origin, world.issuer, name);
  }

  assert.deepEqual(server.code_challenge_methods_supported, ['S256']);
  assert.deepEqual(server.response_types_supported, ['code']);
  assert.equal(server.authorization_response_iss_parameter_supported, true);
  assert.ok(!server.id_token_signing_alg_values_supported.includes('none'));
});

flow('the key set holds ES256 and RS256 keys and nothing private', async (world) => {
  const { keys } = JSON.parse((await send(world.at('/jwks'))).text);
  assert.ok(keys.some((k) => k.alg === 'ES256' && k.crv === 'P-256'));
  assert.ok(keys.some((k) => k.alg === 'RS256' && Buffer.from(k.n, 'base64url').length === 256));
  for (const key of keys) {
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) assert.ok(!(secret in key), secret);
    assert.equal(key.use, 'sig');
  }

  assert.equal(new Set(keys.map((k) => k.kid)).size, keys.length);
});
