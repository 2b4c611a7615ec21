// How long the work on an article takes: the gaps between acts, while the page is looked
// at. The server counts a gap only as far as the words on the screen take to be read.

const main = document.getElementById('main');
const root = document.getElementById('article');
const OFTEN = 60000;

let gaps = [];                   // in milliseconds
let last = 0;                    // when the last act was, 0 when nobody is looking

function act() {
  const now = performance.now();
  if (last) gaps.push(now - last);
  last = now;
}

/** The gaps in seconds; the many short ones put together, for only long ones are cut. */
function noted() {
  const short = gaps.filter(gap => gap < 20000).reduce((sum, gap) => sum + gap / 1000, 0);
  const long = gaps.filter(gap => gap >= 20000).map(gap => Math.round(gap / 1000));
  const pieces = Array.from({ length: Math.floor(short / 20) }, () => 20);
  return [...pieces, Math.round(short % 20), ...long].filter(Boolean);
}

/** The words on the screen: the share of the text that is seen, of all its words. */
function shown() {
  const box = root.getBoundingClientRect();
  const seen = Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  return box.height ? Math.round(Number(main.dataset.words) * Math.min(1, seen / box.height)) : 0;
}

function tell() {
  const found = noted();
  // Before the first change there is nothing on the server to note it with.
  if (!found.length || !Number(document.getElementById('tally').dataset.rev)) return;
  gaps = [];
  const body = new URLSearchParams({ gaps: found.join(' '), words: String(shown()) });
  fetch(`${main.dataset.base}/time`, { method: 'POST', body, keepalive: true }).catch(() => {});
}

if (root && main.dataset.finished === undefined) {
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchmove', 'selectionchange']) {
    // A selection is told of late: what is heard of it once nobody looks is no act.
    document.addEventListener(kind, () => { if (!document.hidden) act(); },
      { passive: true, capture: true });
  }
  act();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { act(); last = 0; tell(); } else act();
  });
  addEventListener('pagehide', () => { if (last) act(); last = 0; tell(); });
  setInterval(tell, OFTEN);
}
