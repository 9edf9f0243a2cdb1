// Plain HTTP without DNS: every name below localhost is this machine.
import http from 'node:http';

const toThisMachine = (_host, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

/** @returns {Promise<{status: number, headers: object, location?: string, setCookies: string[], text: string}>} */
export function send(url, { method = 'GET', headers = {}, body } = {}) {
  const to = new URL(url);
  return new Promise((done, fail) => {
    const request = http.request(
      { host: to.hostname, port: to.port, path: to.pathname + to.search, method, headers, lookup: toThisMachine, agent: false },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () =>
          done({
            status: answer.statusCode,
            headers: answer.headers,
            location: answer.headers.location === undefined ? undefined : new URL(answer.headers.location, to).href,
            setCookies: answer.headers['set-cookie'] ?? [],
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}

/** The library's own way to the network. */
export async function fetchHere(url, options = {}) {
  const headers = Object.fromEntries(new Headers(options.headers).entries());
  const body = options.body === undefined || options.body === null ? undefined : String(options.body);
  if (options.body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded;charset=UTF-8';
  if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
  const answer = await send(url, { method: options.method, headers, body });
  const given = Object.entries(answer.headers).flatMap(([k, v]) => (Array.isArray(v) ? v.map((one) => [k, one]) : [[k, v]]));
  return new Response([101, 204, 205, 304].includes(answer.status) ? null : answer.text, { status: answer.status, headers: given });
}

export const form = (fields) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: fields instanceof URLSearchParams || typeof fields === 'string' ? String(fields) : new URLSearchParams(fields).toString(),
});

/** One person's browser: cookies by host, no redirect followed unless asked. */
export class Browser {
  #jars = new Map();

  jar(host) {
    const name = host.includes('//') ? new URL(host).hostname : host;
    if (!this.#jars.has(name)) this.#jars.set(name, new Map());
    return this.#jars.get(name);
  }

  async get(url, headers = {}) {
    return this.#send(url, { headers });
  }

  async post(url, fields, headers = {}) {
    const options = form(fields);
    return this.#send(url, { ...options, headers: { ...options.headers, ...headers } });
  }

  /** Follows redirects among our own pages and stops at the first address that `until` accepts. */
  async follow(url, until = () => false) {
    let at = String(url);
    for (let hop = 0; hop < 15; hop++) {
      if (until(at)) return { url: at, answer: undefined };
      const answer = await this.get(at);
      if (!answer.location) return { url: at, answer };
      at = answer.location;
    }

    throw new Error(`redirected too often, last to ${at}`);
  }

  async #send(url, options) {
    const jar = this.jar(String(url));
    const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...options.headers };
    const answer = await send(url, { ...options, headers });
    for (const line of answer.setCookies) {
      const [pair, ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('=')).trim();
      const gone = attributes.some((a) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(a));
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }

    return answer;
  }
}
