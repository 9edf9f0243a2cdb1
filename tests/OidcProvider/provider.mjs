// The outside identity: npm's oidc-provider as it is, behind a front that can be cut, slowed, or made to lie.
import http from 'node:http';
import { once } from 'node:events';
import * as jose from 'jose';
import Provider from 'oidc-provider';

export const FACE = 'urn:outside:face';
export const PIN = 'urn:outside:pin';
export const NONE = 'urn:outside:password';

const realNow = Date.now.bind(Date);

export class Outside {
  /** Who answers at the provider, and how: { sub, claims, acr, amr, consent: 'all' | 'deny', declined: [claims] }. */
  person;

  /** Requests that arrived, newest last: { path, method, form, query }. */
  seen = [];

  #server;
  #sockets = new Set();
  #handle;
  #generation = 0;

  constructor({ port, clientId, publicJwk, redirectUri }) {
    Object.assign(this, { port, clientId, publicJwk, redirectUri, issuer: `http://127.0.0.1:${port}` });
    this.behave();
  }

  /** Back to an honest provider with the right time. */
  behave() {
    /** path → 'drop' | 'hang' | 'page' | number of a status | [status, headers, body] */
    this.faults = {};
    /** Changes what an id_token says: (claims) => claims. */
    this.claims = undefined;
    /** Makes the whole token itself: (claims) => jwt. */
    this.token = undefined;
    /** Changes an answer: { path: (body) => body } */
    this.bodies = {};
    /** Changes where the browser is sent back to: (url) => void */
    this.back = undefined;
    Date.now = realNow;
  }

  /** The provider's clock runs ahead by so many seconds. */
  ahead(seconds) {
    Date.now = () => realNow() + seconds * 1000;
  }

  /** New keys under new names; what was signed with the old ones cannot be checked any more. */
  async rotate(features = {}) {
    this.#generation++;
    const pair = await jose.generateKeyPair('ES512', { extractable: true });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
    this.kid = `outside-${this.#generation}`;
    const jwk = { ...(await jose.exportJWK(pair.privateKey)), kid: this.kid, alg: 'ES512', use: 'sig' };
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          redirect_uris: [this.redirectUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES512',
          id_token_signed_response_alg: 'ES512',
          jwks: { keys: [this.publicJwk] },
          scope: 'openid profile nik phone email',
        },
      ],
      jwks: { keys: [jwk] },
      enabledJWA: { idTokenSigningAlgValues: ['ES512', 'ES256', 'RS256'], clientAuthSigningAlgValues: ['ES512'] },
      acrValues: [FACE, PIN, NONE],
      scopes: ['openid', 'profile', 'nik', 'phone', 'email'],
      claims: { openid: ['sub', 'acr', 'amr'], profile: ['name', 'birthdate'], nik: ['nik'], phone: ['phone_number', 'phone_number_verified'], email: ['email', 'email_verified'], acr: null, amr: null },
      features: { devInteractions: { enabled: false }, pushedAuthorizationRequests: { enabled: true }, ...features },
      pkce: { required: () => true },
      cookies: { keys: ['a key for the cookies of a test'] },
      interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...(this.everybody[sub] ?? {}) }) }),
      ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600, PushedAuthorizationRequest: 60 },
    });
    this.provider = provider;
    this.#handle = provider.callback();
  }

  everybody = {};

  async start() {
    if (!this.#handle) await this.rotate();
    this.#server = http.createServer((request, response) => this.#answer(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Signs what a test made up, with the provider's own key unless told otherwise. */
  sign(claims, { header = {}, key = this.privateKey } = {}) {
    return new jose.SignJWT(claims).setProtectedHeader({ alg: 'ES512', kid: this.kid, typ: 'JWT', ...header }).sign(key);
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.issuer);
    const fault = this.faults[url.pathname];
    if (fault === 'drop') return request.socket.destroy();
    if (fault === 'hang') return;
    if (fault === 'page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sedang dirawat</h1>');
    if (typeof fault === 'number') return response.writeHead(fault, { 'content-type': 'application/json' }).end('{"error":"server_error"}');
    if (fault) return response.writeHead(fault[0], fault[1]).end(fault[2]);
    if (url.pathname.startsWith('/interaction/')) return this.#interact(request, response);
    const body = [];
    request.on('data', (part) => body.push(part));
    request.on('end', () => this.seen.push({ path: url.pathname, method: request.method, form: new URLSearchParams(Buffer.concat(body).toString()), query: url.searchParams }));
    this.#rewrite(url.pathname, response);
    this.#handle(request, response);
  }

  /** The person at the provider: signs in, and allows or declines. */
  async #interact(request, response) {
    const { prompt, params, session } = await this.provider.interactionDetails(request, response);
    const who = this.person;
    if (prompt.name === 'login') {
      this.everybody[who.sub] = who.claims;
      return this.provider.interactionFinished(request, response, { login: { accountId: who.sub, acr: who.acr ?? FACE, amr: who.amr, remember: false } }, { mergeWithLastSubmission: false });
    }

    if (who.consent === 'deny') return this.provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'declined' }, { mergeWithLastSubmission: false });
    const grant = new this.provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    if (who.declined) grant.rejectOIDCClaims(who.declined);
    return this.provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  }

  /** Puts the lie of a test in the place of the honest answer, on its way out. */
  #rewrite(path, response) {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name.toLowerCase() === 'location' && this.back && String(value).startsWith(this.redirectUri)) {
        const to = new URL(value);
        this.back(to);
        return setHeader(name, to.href);
      }

      return setHeader(name, value);
    };
    if (path !== '/token' && !this.bodies[path]) return;
    const end = response.end.bind(response);
    response.end = async (body, ...rest) => {
      const said = body === undefined ? undefined : JSON.parse(String(body));
      if (said?.id_token && (this.claims || this.token)) {
        const honest = jose.decodeJwt(said.id_token);
        said.id_token = this.token ? await this.token(honest, said.id_token) : await this.sign(this.claims(honest));
      }

      const told = JSON.stringify(this.bodies[path] ? this.bodies[path](said) : said);
      setHeader('content-length', Buffer.byteLength(told));
      end(told, ...rest);
      return response;
    };
  }
}
