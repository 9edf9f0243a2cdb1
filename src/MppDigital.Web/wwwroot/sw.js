// One worker per host. It keeps the shell, the pages of one's own drafts as last seen, and forms that were sent without a signal.
// "Mpp-Person" on an answer tells whose session it is: with another person all of that is forgotten.
const SHELL = __SHELL__, V = 'mpp-__VERSION__', P = 'mpp-pages', K = 'mpp-forms', M = '/__mpp/who';
const own = /\/ajukan(\/|$)/;
const shell = path => caches.open(V).then(c => c.match(path));
const who = async () => { const r = await (await caches.open(P)).match(M); return r ? r.text() : ''; };

self.addEventListener('install', e => e.waitUntil(caches.open(V).then(c => c.addAll(SHELL)).then(() => self.skipWaiting())));
self.addEventListener('activate', e => e.waitUntil((async () => {
  for (const n of await caches.keys()) if (n.startsWith('mpp-') && ![V, P, K].includes(n)) await caches.delete(n);
  await clients.claim();
})()));

// Whose session answered; null where a redirect hides it.
async function seen(r) {
  if (r.type === 'opaqueredirect') return null;
  const now = r.headers.get('Mpp-Person') || '';
  if (now !== await who()) {
    await caches.delete(P);
    await (await caches.open(P)).put(M, new Response(now));
  }
  return now;
}

async function get(e, u) {
  try {
    const r = await fetch(e.request), mark = await seen(r);
    if (mark && r.ok && own.test(u.pathname)) await (await caches.open(P)).put(u.pathname, r.clone());
    if (mark) e.waitUntil(send(mark));
    return r;
  } catch {
    return await (await caches.open(P)).match(u.pathname) || shell('/luring');
  }
}

async function post(e, u) {
  if (u.pathname === '/signout') {
    await caches.delete(P);
    await caches.delete(K);
  }
  const copy = e.request.clone();
  try {
    return await fetch(e.request);
  } catch {
    const mark = await who();
    if (!mark || !own.test(u.pathname)) return shell('/luring');
    const headers = { 'content-type': copy.headers.get('content-type'), 'x-to': u.pathname + u.search, 'x-who': mark };
    await (await caches.open(K)).put(`/__mpp/${crypto.randomUUID()}`, new Response(await copy.blob(), { headers }));
    if (self.registration.sync) await self.registration.sync.register('forms').catch(() => 0);
    return shell('/luring/tersimpan');
  }
}

let busy;
const send = mark => busy ??= flush(mark).finally(() => { busy = null; });

// In the order of sending, each until the server has answered it. Sent again it changes nothing: the form carries its key.
async function flush(mark) {
  const c = await caches.open(K);
  for (const k of await c.keys()) {
    const s = await c.match(k), h = s.headers;
    if (h.get('x-who') !== mark) {
      await c.delete(k);
      continue;
    }
    let r;
    try {
      r = await fetch(h.get('x-to'), { method: 'POST', body: await s.blob(), headers: { 'content-type': h.get('content-type') } });
    } catch { return; }
    if (r.status > 499 || [400, 401, 403, 408, 429].includes(r.status)) return;
    await c.delete(k);
    for (const w of await clients.matchAll()) w.postMessage('sent');
  }
}

async function back() {
  const mark = await seen(await fetch('/api/v1/csrf', { cache: 'no-store' }));
  if (mark) await send(mark);
}
self.addEventListener('sync', e => e.waitUntil(back()));
self.addEventListener('message', e => e.waitUntil(back().catch(() => 0)));

self.addEventListener('fetch', e => {
  const q = e.request, u = new URL(q.url);
  if (u.origin !== location.origin) return;
  if (q.mode === 'navigate') e.respondWith(q.method === 'POST' ? post(e, u) : get(e, u));
  else if (q.method === 'GET' && SHELL.includes(u.pathname)) e.respondWith(shell(u.pathname).then(r => r || fetch(q)));
});
