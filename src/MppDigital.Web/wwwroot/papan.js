// The board: every call is shown and spoken once, in its order, also those that came while the network was gone.
const board = document.querySelector('main[data-live]');
if (board) {
  const calls = [], one = (name) => board.querySelector(`[data-${name}]`);
  let last = board.dataset.last, busy = false, timer;

  const say = (call) => {
    if (!window.speechSynthesis) return;
    const text = board.dataset.say.replace('{number}', call.number.replace('-', ' ')).replace('{counter}', call.counter);
    const words = new SpeechSynthesisUtterance(text);
    words.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID';
    speechSynthesis.speak(words);
  };

  const next = () => {
    if (busy) return;
    const call = calls.shift();
    if (!call) return;
    busy = true;
    one('empty').hidden = true;
    one('call').hidden = false;
    one('number').textContent = call.number;
    one('counter').textContent = call.counter;
    one('agency').textContent = call.agency;
    say(call);
    // The next call waits until this one could be read.
    setTimeout(() => { busy = false; next(); }, 3000);
  };

  // The lists are drawn by the server; many events at once cost one look.
  const redraw = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const page = new DOMParser().parseFromString(await (await fetch(location.href, { cache: 'no-store' })).text(), 'text/html');
        for (const part of board.querySelectorAll('[data-part]')) {
          const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
          if (fresh) part.replaceWith(fresh);
        }
        const clock = page.querySelector('.clk');
        if (clock) document.querySelector('.clk').replaceWith(clock);
      } catch { /* The next event brings another look. */ }
    }, 400);
  };

  const off = (gone) => { document.querySelector('[data-off]').hidden = !gone; };

  const follow = () => {
    const source = new EventSource(`${board.dataset.live}&after=${last}`);
    const seen = (event) => { if (event.lastEventId) last = event.lastEventId; };
    source.onopen = () => { off(false); redraw(); };
    source.addEventListener('call', (event) => { seen(event); calls.push(JSON.parse(event.data)); next(); redraw(); });
    source.addEventListener('line', (event) => { seen(event); redraw(); });
    source.addEventListener('reset', () => location.reload());
    source.onerror = () => {
      off(true);
      // A browser tries again by itself, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(follow, 3000);
    };
  };

  follow();
  setInterval(redraw, 60000);
}
