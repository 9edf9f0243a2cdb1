// The kiosk prints what it gives out, and goes on from reserved numbers while the link is down; it tells of those until it was heard.
const main = document.querySelector('main[data-place]');
const shelf = new Proxy(localStorage, {
  get: (store, name) => JSON.parse(store.getItem(`kios-${name}`) || '[]'),
  set: (store, name, all) => { store.setItem(`kios-${name}`, JSON.stringify(all)); return true; },
});
const post = (path, body) => fetch(path, { method: 'POST', headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body), signal: AbortSignal.timeout(8000) });
const today = () => { const now = new Date(); return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`; };
const off = (gone) => { main.querySelector('[data-off]').hidden = !gone; };

// New ranges when today has none, or one runs short.
const reserve = async () => {
  const fresh = shelf.ranges.filter((r) => r.day === today());
  if (fresh.length > 0 && fresh.every((r) => r.last - r.next > 10)) return;
  const answer = await post('/api/v1/kiosk/ranges');
  if (answer.ok) shelf.ranges = (await answer.json()).items.map((r) => ({ ...r, next: r.first }));
};

// Only what was told of is forgotten: a number given out meanwhile stays. A refused one stays away too, for it would be refused for ever.
const bring = async () => {
  const numbers = shelf.given.slice(0, 100);
  if (numbers.length === 0) return;
  const answer = await post('/api/v1/kiosk/numbers', { numbers });
  if (!answer.ok && answer.status !== 422) return;
  const told = new Set(numbers.map((n) => `${n.token}${n.sequence}`));
  shelf.given = shelf.given.filter((n) => !told.has(`${n.token}${n.sequence}`));
};

const settle = async () => { try { await bring(); await reserve(); off(false); } catch { off(true); } };

// The page stays below what is shown: without the link it could not be loaded again.
const show = (parts) => {
  const before = [...main.children].map((part) => [part, part.hidden]);
  before.forEach(([part]) => { part.hidden = true; });
  main.append(...parts);
  parts.flatMap((part) => [...part.querySelectorAll('a[href="/kios"]')]).forEach((again) => again.addEventListener('click', (event) => {
    event.preventDefault();
    parts.forEach((part) => part.remove());
    before.forEach(([part, hidden]) => { part.hidden = hidden; });
  }));
  print();
};

const offline = (button, priority) => {
  const ranges = shelf.ranges;
  const range = ranges.find((r) => r.line === button.dataset.line && r.day === today() && r.next <= r.last);
  if (!range) return;
  const sequence = range.next++;
  // Kept before it is shown: a device that goes dark now gives no number twice.
  shelf.ranges = ranges;
  shelf.given = [...shelf.given, { token: range.token, sequence, service: button.dataset.service, priority, at: new Date().toISOString() }];
  const slip = main.querySelector('template[data-slip]').content.cloneNode(true);
  slip.querySelector('[data-number]').textContent = `${range.letter}-${sequence}`;
  slip.querySelector('[data-service]').textContent = button.textContent;
  slip.querySelector('[data-time]').textContent = new Date().toLocaleString('id-ID');
  show([...slip.children]);
};

if (main?.dataset.printed) print();
if (main?.dataset.place) {
  const form = main.querySelector('form[data-offline]');
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = event.submitter;
    let page;
    try {
      const answer = await fetch(location.href, { method: 'POST', body: new FormData(form, button), signal: AbortSignal.timeout(8000) });
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      off(true);
      offline(button, form.elements.priority.checked);
      return;
    }
    const slip = page.querySelector('.slip');
    if (slip) show([slip, slip.nextElementSibling]);
    else form.submit();
  });
  settle();
  addEventListener('online', settle);
  setInterval(settle, 20000);
}
