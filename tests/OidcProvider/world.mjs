// The login, a browser, and the outside identity between them.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { Browser, send } from '../OpenIdClient/browser.mjs';
import { FACE, Outside } from './provider.mjs';

export class World {
  #strangers = 0;
  #members = 0;
  #started = false;

  constructor(given, ask) {
    Object.assign(this, given);
    /** Asks the test that runs the server for something only the operator can do or see. */
    this.ask = ask;
    this.login = `http://login.mpp.localhost:${this.port}`;
    this.outside = new Outside({ port: this.outsidePort, clientId: this.clientId, publicJwk: this.publicJwk, redirectUri: `${this.login}/masuk/luar/kembali` });
  }

  /** Every case but the first finds the provider running and honest. */
  async ready() {
    if (!this.#started) await this.outside.start();
    this.#started = true;
    this.outside.behave();
    this.outside.seen.length = 0;
    return this;
  }

  /** Somebody whom the civil register knows and the login does not. */
  stranger(extra = {}) {
    const { nik, name, birthDate } = this.strangers[this.#strangers++] ?? assert.fail('too few strangers');
    return this.at(nik, { name, birthdate: birthDate }, extra);
  }

  /** Somebody who has an account and a password here already. */
  member(extra = {}) {
    const { nik, name } = this.citizens[this.#members++] ?? assert.fail('too few citizens');
    return this.at(nik, { name }, extra);
  }

  /** The same person as the outside provider knows them. */
  at(nik, claims, { without = [], ...behaviour } = {}) {
    const known = { nik, ...claims, ...(behaviour.claims ?? {}) };
    for (const name of without) delete known[name];
    return { sub: `outside-${randomBytes(6).toString('hex')}`, nik, acr: FACE, ...behaviour, claims: known };
  }

  page(browser, path = '/masuk') {
    return browser.follow(this.login + path);
  }

  /** From the button to wherever the browser ends up. */
  async goOut(browser, person, { path = '/masuk/luar', until } = {}) {
    this.outside.person = person;
    const end = await browser.follow(path.includes('//') ? path : this.login + path, until);
    if (end.answer) assert.ok(end.answer.status < 500, `${end.url}: ${end.answer.status}`);
    return end;
  }

  /** Up to the address that the provider sends the browser back to, which is not opened. */
  async callback(browser, person, options = {}) {
    const { url } = await this.goOut(browser, person, { ...options, until: (u) => u.startsWith(this.outside.redirectUri) });
    assert.ok(url.startsWith(this.outside.redirectUri), url);
    return url;
  }

  async signedIn(person, browser = new Browser()) {
    const end = await this.goOut(browser, person);
    assert.equal(new URL(end.url).pathname, '/', `${end.url}\n${end.answer?.text}`);
    assert.ok(browser.jar(this.login).has('mpp-login'), 'a session');
    return browser;
  }

  /** The way ended on our own sign-in page, which says why, still takes a password, and opened no session. */
  async endsWith(text, browser, end) {
    const at = new URL(end.url);
    assert.equal(`${at.origin}${at.pathname}`, `${this.login}/masuk`, `${end.url}\n${end.answer?.text}`);
    assert.equal(end.answer.status, 200);
    assert.match(end.answer.text, text, readable(end.answer.text));
    assert.match(end.answer.text, /name="password"/, 'the local way stands');
    assert.ok(!browser.jar(this.login).has('mpp-login'), 'no session');
    assert.ok(!/\d{16}/.test(end.url), 'no NIK in an address');
  }

  async isRefused(text, person, browser = new Browser()) {
    await this.endsWith(text, browser, await this.goOut(browser, person));
  }

  /** By password, as ever. */
  async byPassword(browser, nik, page) {
    const form = page ?? (await this.page(browser));
    const hidden = [...form.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]);
    return browser.post(form.url, new URLSearchParams([...hidden, ['nik', nik], ['password', this.password]]));
  }

  /** What a client of ours learns of the session in this browser: claims of the id_token, and userinfo. */
  async learn(browser, extra = {}) {
    const client = this.clients.find((c) => c.id === 'demo-web');
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: client.redirectUris[0],
      scope: 'openid profile nik phone',
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...extra,
    });
    const back = await browser.follow(`${this.login}/authorize?${query}`, (url) => url.startsWith(client.redirectUris[0]));
    return back.answer ? back : this.redeem(client, back.url, verifier);
  }

  async redeem(client, url, verifier) {
    const answer = await send(`${this.login}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: new URL(url).searchParams.get('code'), redirect_uri: client.redirectUris[0], code_verifier: verifier }).toString(),
    });
    assert.equal(answer.status, 200, answer.text);
    const tokens = JSON.parse(answer.text);
    const described = await send(`${this.login}/userinfo`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    return { ...JSON.parse(described.text), ...decodeJwt(tokens.id_token) };
  }
}

export const readable = (html) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
