// The running server as seen from outside: its issuer, its clients, its people.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import * as client from 'openid-client';
import { Browser, fetchHere, send } from './browser.mjs';

export class World {
  #configurations = new Map();
  #people = new Map();
  #sessions = new Map();
  #admitted = new Set();

  constructor(given, ask) {
    Object.assign(this, given);
    /** Asks the test that runs the server for something only the operator can do. */
    this.ask = ask;
    this.issuer = this.origin('login');
  }

  origin(label) {
    return `http://${label ? `${label}.` : ''}mpp.localhost:${this.port}`;
  }

  at(path) {
    return this.issuer + path;
  }

  client(id) {
    return this.clients.find((c) => c.id === id) ?? assert.fail(`no client ${id}`);
  }

  /** A program of somebody else, let in by the operator once a run. */
  async admit(id, registration) {
    if (!this.#admitted.has(id)) {
      const redirectUris = registration.systemOfRegency ? [] : [`http://127.0.0.1:5995/${id}`];
      const asked = { id, name: `Program ${id}`, authentication: 'client_secret', redirectUris, ...registration };
      const { secret, errors } = await this.ask({ register: asked });
      assert.deepEqual(errors, []);
      this.clients.push({ id, secret, redirectUris: asked.redirectUris, postLogoutRedirectUris: asked.postLogoutRedirectUris ?? [] });
      this.#admitted.add(id);
    }

    return this.client(id);
  }

  redirect(id) {
    return this.client(id).redirectUris[0];
  }

  /** A client of the certified library, set up by discovery alone. */
  async configuration(id, { metadata, authentication } = {}) {
    const known = this.client(id);
    const fresh = metadata || authentication;
    if (!fresh && this.#configurations.has(id)) return this.#configurations.get(id);
    const made = await client.discovery(
      new URL(this.issuer),
      id,
      { ...(known.metadata ?? {}), ...(metadata ?? {}) },
      authentication ?? client.ClientSecretBasic(known.secret),
      { execute: [client.allowInsecureRequests], [client.customFetch]: fetchHere },
    );
    client.enableNonRepudiationChecks(made);
    if (!fresh) this.#configurations.set(id, made);
    return made;
  }

  /** Somebody nobody else of this run is: every name has its own demo citizen. */
  person(name) {
    if (!this.#people.has(name)) this.#people.set(name, this.citizens[this.#people.size] ?? assert.fail('too few citizens'));
    return this.#people.get(name);
  }

  /** A browser that is signed in at the login; all of one name share a session, so do not sign out. */
  async signedIn(name) {
    if (!this.#sessions.has(name)) this.#sessions.set(name, (await this.signedInAfresh(name)).jar(this.issuer).get('mpp-login'));
    const browser = new Browser();
    browser.jar(this.issuer).set('mpp-login', this.#sessions.get(name));
    return browser;
  }

  /** A browser with a session of its own, to be ended. */
  async signedInAfresh(name) {
    const browser = new Browser();
    await this.signIn(browser, this.person(name).nik);
    return browser;
  }

  async signIn(browser, nik, begin = this.at('/masuk')) {
    const page = await browser.follow(begin);
    const done = await this.fill(browser, page, { nik, password: this.password });
    assert.ok(browser.jar(this.issuer).has('mpp-login'), `not signed in: ${done.status} ${done.text}`);
    return done;
  }

  /** Sends the form of a page with its hidden fields. */
  async fill(browser, page, fields) {
    const hidden = [...page.answer.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], unescape(m[2])]);
    const typed = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return browser.post(page.url, new URLSearchParams([...hidden, ...typed]));
  }

  /** The request of a code flow, and what the client must remember of it. */
  async begin(id, extra = {}) {
    const verifier = client.randomPKCECodeVerifier();
    const expected = { state: client.randomState(), nonce: client.randomNonce(), verifier };
    const parameters = {
      client_id: id,
      response_type: 'code',
      redirect_uri: this.redirect(id),
      scope: 'openid offline_access mpp.api',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...extra,
    };
    for (const [key, value] of Object.entries(parameters)) if (value === undefined) delete parameters[key];
    return { parameters, expected };
  }

  address(parameters) {
    return `${this.at('/authorize')}?${new URLSearchParams(parameters)}`;
  }

  /** Where the browser is sent back to, with code or error. */
  async authorize(browser, parameters) {
    const back = await browser.follow(this.address(parameters), (url) => url.startsWith(parameters.redirect_uri ?? 'no'));
    assert.equal(back.answer, undefined, `stayed at ${back.url}: ${back.answer?.status} ${back.answer?.text}`);
    return new URL(back.url);
  }

  /** Says yes on the consent page, to the personal scopes named and to no other; gives the address back at the client. */
  async allow(browser, address, redirect, allowed = [], decision = 'allow') {
    const page = await browser.follow(address, (url) => url.startsWith(redirect));
    if (!page.answer) return page.url;
    assert.equal(new URL(page.url).pathname, '/izin', page.url);
    const done = await this.fill(browser, page, { allow: allowed, decision });
    return (await browser.follow(done.location, (url) => url.startsWith(redirect))).url;
  }

  async code(browser, id, extra) {
    const { parameters, expected } = await this.begin(id, extra);
    const back = await this.authorize(browser, parameters);
    assert.ok(back.searchParams.get('code'), back.href);
    return { back, expected, code: back.searchParams.get('code'), parameters };
  }

  redeem(configuration, { back, expected }, checks = {}, parameters = undefined) {
    return client.authorizationCodeGrant(
      configuration,
      back,
      { pkceCodeVerifier: expected.verifier, expectedState: expected.state, expectedNonce: expected.nonce, idTokenExpected: true, ...checks },
      parameters,
    );
  }

  /** The whole code flow. */
  async tokens(browser, id, extra) {
    return this.redeem(await this.configuration(id), await this.code(browser, id, extra));
  }

  /** Calls an endpoint for programs with plain HTTP, for what the library would refuse to send. */
  async post(path, fields, { id, headers = {} } = {}) {
    const known = id ? this.client(id) : undefined;
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return send(this.at(path), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(known ? { authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(known.secret)}`).toString('base64')}` } : {}),
        ...headers,
      },
      body,
    });
  }

  codeForm({ expected, code, parameters }) {
    return { grant_type: 'authorization_code', code, redirect_uri: parameters.redirect_uri, code_verifier: expected.verifier };
  }

  /** An API call with a bearer token at one of the hosts. */
  async api(label, token, path = '/api/v1/applications') {
    return send(this.origin(label) + path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  }

  async userInfo(token) {
    return send(this.at('/userinfo'), { headers: { authorization: `Bearer ${token}` } });
  }

  /** RFC 6238, as an authenticator app computes it. */
  oneTimeCode(secret) {
    const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const mac = createHmac('sha1', key).update(counter).digest();
    return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}

const unescape = (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
