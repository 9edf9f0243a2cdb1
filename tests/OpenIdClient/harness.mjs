// Collects named cases and runs them one after the other; each result is one line of JSON on standard output.
import assert from 'node:assert/strict';

const cases = [];

/** Something the standard promises. */
export const flow = (name, run) => cases.push({ name: `flow: ${name}`, run });

/** Something an attacker, or a broken client, tries. */
export const refusal = (name, run) => cases.push({ name: `refusal: ${name}`, run });

export const names = () => cases.map((c) => c.name);

export async function runAll(world, report, only) {
  for (const { name, run } of cases) {
    if (only && !name.includes(only)) continue;
    try {
      await run(world);
      report({ name, ok: true });
    } catch (error) {
      report({ name, ok: false, error: describe(error) });
    }
  }
}

/** What an error of the library knows, its cause included. */
export function describe(error) {
  const parts = [];
  for (let at = error; at; at = at.cause) {
    parts.push(at.stack ?? String(at));
    for (const key of ['code', 'error', 'error_description', 'status']) if (at[key]) parts.push(`${key}: ${at[key]}`);
    if (!(at instanceof Error)) parts.push(JSON.stringify(at));
  }
  return parts.join('\n').slice(0, 3000);
}

/** The library itself must report this OAuth error from a body or from an authorization response. */
export async function failsWith(error, promise, status) {
  const thrown = await promise.then(
    (value) => assert.fail(`was accepted: ${JSON.stringify(value)}`),
    (e) => e,
  );
  assert.equal(thrown.error, error, describe(thrown));
  if (status) assert.equal(thrown.status, status, describe(thrown));
  return thrown;
}

/** An error answer of an endpoint that is called by programs (RFC 6749, 5.2). */
export function isOAuthError(answer, error, status = 400) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers['content-type'] ?? '', /^application\/json/);
  assert.match(answer.headers['cache-control'] ?? '', /no-store/);
  assert.equal(JSON.parse(answer.text).error, error, answer.text);
  assert.equal(answer.location, undefined);
}

/** The plain page of a person whose sign-in cannot go on; nobody is sent anywhere. */
export function isTroublePage(answer) {
  assert.equal(answer.status, 400, `${answer.status} to ${answer.location}\n${answer.text}`);
  assert.equal(answer.location, undefined);
  assert.match(answer.headers['content-type'] ?? '', /^text\/html/);
  assert.match(answer.text, /<h1[^>]*>Masuk tidak dapat dilanjutkan<\/h1>/);
  assert.match(answer.text, /: <b>[0-9A-F]{12}<\/b>|[0-9A-F]{12}/, 'a number to quote');
  assert.match(answer.text, /class="btn"/, 'a next step');
}
