// The kiosk prints what it gives out, and goes on from reserved numbers while the link is down; it tells of those until it was heard.
const shelf = new Proxy(localStorage, {
  get: (store, name) => JSON.parse(store.getItem(`kios-${name}`) || '[]'),
  set: (store, name, all) => { store.setItem(`kios-${name}`, JSON.stringify(all)); return true; },
});
const post = (path, body) => fetch(path, { method: 'POST', headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body), signal: AbortSignal.timeout(8000) });
// By the hall's clock, as the page told it: a cheap device keeps another zone or a wrong time.
const told = document.querySelector('main[data-now]')?.dataset.now;
const skew = told ? Date.parse(told) - Date.now() : 0;
const hall = () => new Date(Date.now() + skew);
const wall = () => new Date(hall().getTime() + (told ? Date.parse(`${told.slice(0, 19)}Z`) - Date.parse(told) : 0)).toISOString();
const today = () => wall().slice(0, 10);
const say = (note, shown) => document.querySelectorAll(`[data-${note}]`).forEach((part) => { part.hidden = !shown; });
// Whoever takes the slip and walks away leaves the page to the next person.
const pause = 20000;

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
  const known = new Set(numbers.map((n) => `${n.token}${n.sequence}`));
  shelf.given = shelf.given.filter((n) => !known.has(`${n.token}${n.sequence}`));
};

const settle = async () => { try { await bring(); await reserve(); say('off', false); } catch { say('off', true); } };

// The menu stays below what is shown: without the link it could not be loaded again.
const show = (main, parts) => {
  const before = [...main.children].map((part) => [part, part.hidden]);
  before.forEach(([part]) => { part.hidden = true; });
  main.append(...parts);
  scrollTo(0, 0);
  let timer;
  const again = (event) => {
    event?.preventDefault();
    clearTimeout(timer);
    parts.forEach((part) => part.remove());
    before.forEach(([part, hidden]) => { part.hidden = hidden; });
    main.querySelectorAll('form').forEach((form) => form.reset());
    main.querySelectorAll('details').forEach((line) => { line.open = false; });
    scrollTo(0, 0);
    main.querySelector('#typed')?.focus();
  };
  const button = parts.flatMap((part) => [...part.querySelectorAll('a[href="/kios"]')])[0];
  button?.addEventListener('click', again);
  button?.focus();
  print();
  timer = setTimeout(again, pause);
};

const offline = (main, button, priority) => {
  const ranges = shelf.ranges;
  const range = ranges.find((r) => r.line === button.dataset.line && r.day === today() && r.next <= r.last);
  say('none', !range);
  if (!range) return;
  const sequence = range.next++;
  // Kept before it is shown: a device that goes dark now gives no number twice.
  shelf.ranges = ranges;
  shelf.given = [...shelf.given, { token: range.token, sequence, service: button.dataset.service, priority, at: hall().toISOString() }];
  const slip = main.querySelector('template[data-slip]').content.cloneNode(true);
  slip.querySelector('[data-number]').textContent = `${range.letter}-${sequence}`;
  slip.querySelector('[data-service]').textContent = button.textContent;
  slip.querySelector('[data-time]').textContent = `${today()}, ${wall().slice(11, 16).replace(':', '.')}`;
  show(main, [...slip.children]);
};

// Sent from here, so that a lost link never leaves the kiosk with the browser's own page.
const send = async (event, main) => {
  event.preventDefault();
  const form = event.target, button = event.submitter;
  let page;
  try {
    const answer = await fetch(location.pathname, { method: 'POST', body: new FormData(form, button), signal: AbortSignal.timeout(8000) });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    say('off', true);
    if ('offline' in form.dataset) offline(main, button, form.elements.priority.checked);
    return;
  }
  say('off', false);
  say('none', false);
  const slip = page.querySelector('.slip'), fresh = page.querySelector('main[data-place]');
  if (slip) show(main, [slip, slip.nextElementSibling]);
  else if (fresh?.dataset.place) {
    // Refused: the same page, with the reason on top.
    main.replaceWith(document.adoptNode(fresh));
    serve(fresh);
    scrollTo(0, 0);
  } else location.assign('/kios');
};

const serve = (main) => main.querySelectorAll('form').forEach((form) => form.addEventListener('submit', (event) => send(event, main)));

const main = document.querySelector('main[data-place]');
if (main?.dataset.printed) {
  print();
  setTimeout(() => location.assign('/kios'), pause);
} else if (main?.dataset.place) {
  serve(main);
}
if (main?.dataset.place) {
  settle();
  addEventListener('online', settle);
  setInterval(settle, 20000);
}
