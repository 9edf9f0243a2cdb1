// One's own number on the phone: looks again when the line of the hall changed.
const ticket = document.querySelector('[data-live]');
if (ticket) {
  let timer;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const page = new DOMParser().parseFromString(await (await fetch(location.href, { cache: 'no-store' })).text(), 'text/html');
        const fresh = page.querySelector('[data-part="standing"]');
        if (fresh) ticket.querySelector('[data-part="standing"]').replaceWith(fresh);
      } catch { /* No network now; the next event brings another look. */ }
    // Not all phones of a hall in one instant.
    }, 300 + Math.random() * 1200);
  };
  const source = new EventSource(ticket.dataset.live);
  source.addEventListener('call', (event) => {
    if (JSON.parse(event.data).number === ticket.dataset.number && navigator.vibrate) navigator.vibrate([300, 100, 300]);
    look();
  });
  source.addEventListener('line', look);
  source.addEventListener('reset', look);
}
