// Every write goes through here: kept in the browser until the server has answered.
//
// An op is written to localStorage before it is sent and removed after its answer, so a
// reload, a crash or a server that is down loses nothing. Ops are sent one after the
// other, in the order they were made; an op's id makes sending it twice harmless.

import { keepingSelection } from './offsets.js';

const PREFIX = 'workbench:op:';
const ANSWERED = 'workbench:answered';
const LATER = [1000, 2000, 4000, 8000, 15000];
const PATIENCE = 30000;

/** @typedef {{key: string, url: string, fields: [string, string][], article: string,
 *   client: string, person: string, at: number}} Op */

const main = document.getElementById('main');
const article = main?.dataset.article ?? '';
const person = main?.dataset.person ?? '';

// A name for this page, new with every load: a duplicated tab copies its session storage.
const client = `w${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
const before = (() => {
  try {
    const known = sessionStorage.getItem('workbench:client');
    sessionStorage.setItem('workbench:client', client);
    return known;
  } catch { return null; }
})();

/** @type {Op[]} */
const waiting = [];
let busy = false, failures = 0, timer = 0, reason = '', sequence = 0;

/** The rev that the page shows now. */
export const rev = () => Number(document.getElementById('tally')?.dataset.rev ?? 0);

/** A name for what the page shows beyond its rev, where it has one. */
const shows = () => document.getElementById('tally')?.dataset.shows;

/** The suggestion that the page looks at: decided elsewhere, it is not shown any more. */
const looking = () => document.getElementById('inspector')?.dataset.suggestion;

/** How many changes the server has not answered yet. */
export const pending = () => waiting.length;

/** The ops of this article that wait, oldest first. */
export const unsent = () => waiting.filter(op => op.article === article);

function keep(op) {
  try { localStorage.setItem(op.key, JSON.stringify(op)); } catch { /* full or off: memory has it */ }
}

function forget(op) {
  waiting.splice(waiting.indexOf(op), 1);
  try {
    localStorage.removeItem(op.key);
    localStorage.setItem(ANSWERED, String(Date.now()));
  } catch { /* storage is off */ }
}

/** Send a write: `fields`, an object or pairs, to `url`, after every write before it. */
export function send(url, fields) {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  const shown = pairs.find(([name]) => name === 'rev')?.[1];
  const at = Date.now();
  const id = crypto.getRandomValues(new Uint32Array(3)).join('-');
  const body = pairs.filter(([name]) => !['op', 'rev', 'seen', 'client'].includes(name))
    .map(([name, value]) => [name, String(value)]);
  const op = {
    key: `${PREFIX}${at}-${String(sequence++).padStart(4, '0')}-${id}`,
    url, article, client, person, at,
    fields: [...body, ['op', id], ['client', client], ['seen', String(shown || rev())]],
  };
  waiting.push(op);
  keep(op);
  show();
  document.dispatchEvent(new CustomEvent('workbench:sent', { detail: op }));
  drain();
  return op;
}

/** Send a form as its button would. */
export function sendForm(form, submitter) {
  const data = new FormData(form);
  if (submitter?.name) data.set(submitter.name, submitter.value);
  return send(form.getAttribute('action'), [...data]);
}

async function drain() {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  while (waiting.length) {
    show();
    const op = waiting[0];
    const answer = await post(op);
    if (!answer) break;
    forget(op);
    failures = 0;
    reason = '';
    const to = answer.headers.get('HX-Redirect');
    if (to && op.article === article) {
      announce(op.article);
      location.assign(to);
      return;
    }
    if (op.article === article) {
      await swap(answer.text);
      document.dispatchEvent(new CustomEvent('workbench:answered', { detail: { op, status: answer.status } }));
    }
    announce(op.article);
  }
  busy = false;
  show();
}

/** The server's answer to an op with its text; null when it has to be sent again later. */
async function post(op) {
  const body = new URLSearchParams(op.fields);
  if (op.article === article) {
    body.set('rev', String(rev()));
    if (shows()) body.set('shows', shows());
    if (looking()) body.set('looking', looking());
    // What is to be mended is listed anew, while it is being mended.
    if (document.getElementById('check-title')) body.set('checking', 'yes');
  }
  let answer = null, text = '';
  try {
    answer = await fetch(op.url, {
      method: 'POST', body, credentials: 'same-origin', redirect: 'manual',
      headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    // A page that is left while this comes has shown none of it: the next one asks again.
    text = await answer.text();
  } catch {
    later('The server does not answer');
    return null;
  }
  const { ok, status, headers } = answer;
  if (ok || status === 409 || status === 422) return { status, headers, text };
  later(status === 401 ? 'You are signed out: sign in again in another tab'
    : status >= 500 ? 'The server had an error'
    : `The server refused it (${status})`);
  return null;
}

function later(why) {
  reason = why;
  busy = false;
  timer = setTimeout(drain, LATER[Math.min(failures++, LATER.length - 1)]);
  show();
}

/** Put fragments of an answer in their places. */
export async function swap(text) {
  // The next words may be selected already, in a line that this replaces.
  await keepingSelection(document.getElementById('article'), () => (
    htmx.swap({ text, swap: 'none', target: document.body, sourceElement: document.body })
  ));
}

let latest = 0;

/** What was asked for and has not come is not wanted any more. */
export const dropParts = () => { latest++; };

/**
 * Fetch fragments of this article and put them in their places; the newest request for a
 * target wins. Without a target they are dropped when something was asked or sent since.
 */
export async function fetchParts(url, target) {
  const mine = target ? ++latest : latest;
  const seen = rev();
  let answer;
  try {
    answer = await fetch(url, { headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }, credentials: 'same-origin' });
  } catch { return false; }
  const text = await answer.text();
  if (mine !== latest || (!target && (waiting.length || seen !== rev()))) return false;
  if (answer.status === 204 || (!answer.ok && !target)) return false;
  // The answer to a write may have replaced the target meanwhile.
  const place = target?.isConnected ? target : target && document.getElementById(target.id);
  if (!answer.ok) await swap(text);
  else if (place) await htmx.swap({ text, swap: 'outerHTML', target: place, sourceElement: document.body });
  else await swap(text);
  return answer.ok;
}

// --- what is told -----------------------------------------------------------------------

function show() {
  const place = document.getElementById('saving');
  if (!place) return;
  const state = reason ? 'unsaved' : waiting.length ? 'saving' : 'saved';
  const words = state === 'saved' ? 'Saved' : state === 'saving' ? 'Saving…'
    : `${reason}. ${waiting.length} change${waiting.length === 1 ? '' : 's'} kept here, not saved yet.`;
  if (place.dataset.state === state && place.dataset.words === words) return;
  place.dataset.state = state;
  place.dataset.words = words;
  const text = document.createElement('span');
  text.className = 'words';
  text.textContent = words;
  place.replaceChildren(text);
  if (state !== 'unsaved') return;
  place.append(button('Try now', () => { failures = 0; drain(); }));
  if (failures > 2) place.append(button('Give up the oldest', () => { forget(waiting[0]); reason = ''; show(); drain(); }));
}

function button(words, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

// --- other windows ------------------------------------------------------------------------

const others = globalThis.BroadcastChannel ? new BroadcastChannel('workbench') : null;

function announce(about) {
  others?.postMessage({ article: about, client });
}

others?.addEventListener('message', event => {
  if (event.data.article !== article || event.data.client === client) return;
  catchUp();
});

/** Fetch what changed since the rev that the page shows. */
export async function catchUp() {
  if (!article || waiting.length) return;
  const open = document.getElementById('inspector')?.dataset.open ?? '';
  const asked = new URLSearchParams({ rev: rev(), open, ...(shows() && { shows: shows() }), ...(looking() && { looking: looking() }) });
  const shown = await fetchParts(`${main.dataset.base}/changes?${asked}`);
  if (shown) document.dispatchEvent(new CustomEvent('workbench:caught-up'));
}

// What a reload, a crash or a closed window left behind: what this window left at once,
// another window's when it is so old that nobody is sending it any more.
function adopt() {
  let keys = [];
  try { keys = Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).sort(); } catch { return; }
  for (const key of keys) {
    if (waiting.some(op => op.key === key)) continue;
    let op = null;
    try { op = JSON.parse(localStorage.getItem(key)); } catch { /* not ours to read */ }
    if (!op || op.person !== person) continue;
    if (op.client === before || Date.now() - op.at > 45000) waiting.push(op);
  }
  waiting.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether a change was answered while this page was on its way: it may not have it. */
function outdated() {
  try { return Number(localStorage.getItem(ANSWERED)) > performance.timeOrigin - 1000; } catch { return false; }
}

if (article) {
  adopt();
  if (outdated()) catchUp();
  setInterval(() => {
    adopt();
    if (waiting.length && !reason) drain();
  }, 30000);
  addEventListener('online', () => drain());
  addEventListener('focus', () => { if (reason) drain(); });
  drain();
}
