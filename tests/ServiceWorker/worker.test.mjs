// The service worker of the citizens' pages, run as it is written against a server and a cache that live in this file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const ORIGIN = 'http://bukittinggi.mpp.localhost';
const source = readFileSync(new URL('../../src/MppDigital.Web/wwwroot/sw.js', import.meta.url), 'utf8');
const STEP = '/layanan/DPM-SIP-04/ajukan/fasilitas';

class Cache {
  entries = new Map();
  key(k) { return new URL(typeof k === 'string' ? k : k.url, ORIGIN).href; }
  async match(k) { return this.entries.get(this.key(k))?.clone(); }
  async put(k, r) { this.entries.set(this.key(k), r); }
  async delete(k) { return this.entries.delete(this.key(k)); }
  async keys() { return [...this.entries.keys()].map(url => new Request(url)); }
  async addAll(list) { for (const k of list) await this.put(k, new Response(`shell ${k}`)); }
}

// A phone with a worker, and a server that may be out of reach. Nothing of a request is read before its answer is asked for.
function phone() {
  const stores = new Map(), server = { person: 'siti', online: true, posts: [], status: 200, loseAnswer: false };
  const caches = {
    async open(n) { if (!stores.has(n)) stores.set(n, new Cache()); return stores.get(n); },
    async keys() { return [...stores.keys()]; },
    async delete(n) { return stores.delete(n); },
  };
  const told = [], waits = [], handlers = {};
  const fetch = async (input, init) => {
    const request = input?.text ? input : new Request(new URL(input, ORIGIN), init);
    if (!server.online) throw new TypeError('Failed to fetch');
    if (request.method === 'POST') {
      server.posts.push(`${new URL(request.url).pathname} ${await request.text()}`);
      if (server.loseAnswer) throw new TypeError('Failed to fetch');
    }
    const headers = server.person ? { 'Mpp-Person': server.person } : {};
    return new Response(`page of ${server.person}`, { status: server.status, headers });
  };
  const self = { addEventListener: (name, f) => { handlers[name] = f; }, skipWaiting() {}, registration: {} };
  const context = { self, caches, fetch, crypto, URL, Response, Request, Date, Promise, location: { origin: ORIGIN }, clients: { claim() {}, matchAll: async () => [{ postMessage: m => told.push(m) }] } };
  vm.runInNewContext(source.replace('__SHELL__', JSON.stringify(['/luring', '/luring/tersimpan', '/mpp.css'])).replace('__VERSION__', '1'), context);

  const raise = async (name, event = {}) => {
    let answer;
    handlers[name]({ ...event, waitUntil: p => waits.push(p), respondWith: p => { answer = p; } });
    const given = await answer;
    await Promise.all(waits.splice(0));
    return given;
  };
  const go = (path, body) => {
    const request = new Request(ORIGIN + path, body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) });
    Object.defineProperty(request, 'mode', { value: 'navigate' });
    return raise('fetch', { request });
  };
  return { server, told, stores, go, online: () => raise('message'), install: () => raise('install') };
}

test('the shell and the last look at a draft are there without a signal', async () => {
  const { server, go, install } = phone();
  await install();
  await go(STEP);
  await go('/permohonan/1375-26-000001');
  server.online = false;
  assert.equal(await (await go(STEP)).text(), 'page of siti');
  assert.equal(await (await go('/permohonan/1375-26-000001')).text(), 'shell /luring');
});

test('a form sent without a signal is kept and sent exactly once', async () => {
  const { server, told, go, install, online } = phone();
  await install();
  await go(STEP);
  server.online = false;
  assert.equal(await (await go(STEP, { isian: 'k1', fasilitas: 'Klinik' })).text(), 'shell /luring/tersimpan');
  await go(STEP, { isian: 'k2', fasilitas: 'Puskesmas' });
  await online();
  server.online = true;
  await Promise.all([online(), go('/permohonan')]);
  await online();
  assert.deepEqual(server.posts, [`${STEP} isian=k1&fasilitas=Klinik`, `${STEP} isian=k2&fasilitas=Puskesmas`]);
  assert.deepEqual(told, ['sent', 'sent']);
});

test('what the server did not take stays until it does', async () => {
  const { server, go, install, online } = phone();
  await install();
  await go(STEP);
  server.online = false;
  await go(STEP, { isian: 'k1' });
  server.online = true;
  server.status = 503;
  await online();
  server.status = 200;
  await online();
  await online();
  assert.equal(server.posts.length, 2);
});

test('a form whose answer was lost goes again under its own key', async () => {
  const { server, go, install, online } = phone();
  await install();
  await go(STEP);
  server.loseAnswer = true;
  await go(STEP, { isian: 'k1' });
  server.loseAnswer = false;
  await online();
  assert.deepEqual(server.posts, [`${STEP} isian=k1`, `${STEP} isian=k1`]);
});

test('after signing out nothing of the person is left', async () => {
  const { server, go, install, stores } = phone();
  await install();
  await go(STEP);
  server.online = false;
  await go(STEP, { isian: 'k1' });
  server.online = true;
  server.person = '';
  await go('/signout', {});
  await go('/');
  server.online = false;
  assert.equal(await (await go(STEP)).text(), 'shell /luring');
  assert.equal((await stores.get('mpp-forms')?.keys() ?? []).length, 0);
  assert.equal(server.posts.filter(p => p.includes('k1')).length, 0);
});

test('another person on the same phone sees and sends nothing of the first', async () => {
  const { server, go, install, online } = phone();
  await install();
  await go(STEP);
  server.online = false;
  await go(STEP, { isian: 'k1' });
  server.person = 'budi';
  server.online = true;
  await go('/permohonan');
  await online();
  server.online = false;
  assert.equal(await (await go(STEP)).text(), 'shell /luring');
  assert.deepEqual(server.posts, []);
});

test('a form of another page, or of a stranger, is not kept', async () => {
  const { server, go, install } = phone();
  await install();
  await go('/');
  server.online = false;
  assert.equal(await (await go('/aduan', { isi: 'x' })).text(), 'shell /luring');
  assert.equal(await (await go('/permohonan/1/tarik', {})).text(), 'shell /luring');
});
