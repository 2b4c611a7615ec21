// The screen of an adjudicator: opening cases, deciding them, and the keys. The server
// owns the state; what is here knows only which case is open and what waits to be sent.

import { lineOf, offsetFromPoint, pieces, rangeOf, selection, step, textOf } from './offsets.js';
import { catchUp, fetchParts, pending, rev, send, unsent } from './ops.js';
import * as edges from './edges.js';
import { bindingsOf, keyName, typing } from './keys.js';

const main = document.getElementById('main');
const root = document.getElementById('article');
const base = main.dataset.base;
const finished = main.dataset.finished !== undefined;
const by = id => document.getElementById(id);
const beside = matchMedia('(min-width: 48rem)');             // whether the case stands beside the text
const shown = () => by('inspector').dataset.case ?? '';
const editing = () => by('inspector').dataset.mode === 'edit';
/** Say something: for screen readers alone (`no`), in the way of what is wrong (`yes`), or `told` to all. */
const say = (words, bad = 'no') => {
  by('said').textContent = words;
  by('said').dataset.bad = bad;
};
/** A message in the way goes at the next key or click. */
const unsay = () => { if (by('said').dataset.bad !== 'no') say(''); };
addEventListener('pointerdown', unsay, true);
addEventListener('keydown', unsay, true);

const preview = globalThis.Highlight ? new Highlight() : null;
if (preview) CSS.highlights.set('preview', preview);

// --- opening --------------------------------------------------------------------------------

let coming = '';                 // what is being opened: rapid keys act on it
let inside = false;              // whether the focus was in the open case last,
let field = '', caret = 0;       // in which field of it, and where in that

/** The case that keys act on. */
const current = () => coming || shown();

let opening = Promise.resolve(), turn = opening;

/** Open a case, or its form with `edit`. */
function open(key, how) {
  opening = fetchCase(key, how);
  return opening;
}

/** Do something in its turn, once the case that was asked for has come. */
const inTurn = act => { turn = turn.then(async () => { await opening; await act(); }); };

/** The same with the fields that a case has while it is not edited. */
const withCase = act => inTurn(async () => {
  if (editing()) await open(shown());
  act();
});

async function fetchCase(key, { edit = false, focus = false } = {}) {
  if (!key) return;
  flush();
  coming = key;
  let found, seen;
  do {
    // A form begins with what was decided, also by the keys just before and meanwhile.
    while (edit && unsent().length) await new Promise(done => document.addEventListener('workbench:answered', done, { once: true }));
    if (coming !== key) return;
    seen = rev();
    found = await fetchParts(`${base}/cases/${key}${edit ? '?choice=edit' : ''}`, by('inspector'));
  } while (found && coming === key && (seen !== rev() || (edit && unsent().length)));
  if (coming === key) coming = '';
  if (!found) { refresh(); keepFocus(); return; }
  history.replaceState(null, '', `?open=${key}`);
  refresh({ scroll: !edit });
  if (focus) by('inspector').focus({ preventScroll: true });
  keepFocus();
  // Where the case stands above the text, one is led to it.
  if (!beside.matches) (by('attributes') ?? by('inspector')).scrollIntoView({ block: 'start' });
  if (!by('said').textContent.startsWith('Case') || !pending()) say(told());
}

/** The open case in a sentence, for a screen reader. */
function told() {
  const panel = by('inspector');
  const words = [...panel.querySelectorAll('.head > :not(nav), .columns .nothing')].map(one => (
    one.matches('.nothing') ? `${one.parentElement.querySelector('.letter').textContent} has nothing here` : one.textContent.trim()));
  const row = by(`case-${shown()}`);
  return `${words.join(', ')}. ${row?.querySelector('.words').textContent ?? ''}. ${row?.querySelector('.outcome-told')?.textContent ?? 'Undecided'}.`;
}

/** Mark the open case in the text and in the list, and give an edit its handles. */
function refresh({ scroll = false } = {}) {
  const key = shown();
  for (const one of root.querySelectorAll('.open')) one.classList.remove('open');
  for (const row of by('cases').querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
  preview?.clear();
  if (!editing()) edges.release();
  if (!key) return;
  const marks = root.querySelectorAll(`mark[data-spans~="${CSS.escape(key)}"]`);
  for (const one of [...marks, ...root.querySelectorAll(`[data-case="${CSS.escape(key)}"]`)]) one.classList.add('open');
  const row = by(`case-${key}`)?.querySelector('.row');
  if (row) {
    row.setAttribute('aria-current', 'true');
    const group = row.closest('details');
    if (group && scroll) group.open = true;
    reveal(row);
  }
  if (scroll && marks.length) bring(marks[0].getBoundingClientRect());
  restore(key);
  if (editing()) hold(key);
}

/** Scroll the list until a row is seen, and nothing but the list. */
function reveal(row) {
  const list = by('cases').parentElement;
  const box = row.getBoundingClientRect(), frame = list.getBoundingClientRect();
  if (!box.height) return;
  if (box.top < frame.top + 40) list.scrollTop -= frame.top + 40 - box.top;
  else if (box.bottom > frame.bottom - 40) list.scrollTop += box.bottom - frame.bottom + 40;
}

function bring(box) {
  if (!beside.matches) return;
  if (box.top < 90 || box.bottom > innerHeight - 60) scrollBy({ top: box.top - innerHeight / 2.5, behavior: 'instant' });
}

/** To the case or the text, when what had the focus is gone. */
function keepFocus() {
  if (document.activeElement !== document.body) return;
  const again = inside && field && by(field);
  (again || (inside ? by('inspector') : root)).focus({ preventScroll: true });
  if (again && typing(again)) again.setSelectionRange?.(caret, caret);
}
document.addEventListener('focusin', event => {
  inside = by('inspector').contains(event.target);
  field = event.target.id;
});

// --- which case comes next --------------------------------------------------------------------

const entries = () => [...by('cases').querySelectorAll('.entry')]
  .sort((a, b) => Number(a.dataset.number) - Number(b.dataset.number));

/** The undecided case after or before the current one; unanimous ones come last. */
function undecided(way) {
  const all = entries();
  const at = all.findIndex(one => one.dataset.id === current());
  const turned = way > 0 ? [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))]
    : [...all.slice(0, Math.max(at, 0)).reverse(), ...all.slice(at + 1).reverse()];
  const left = turned.filter(one => /^(undecided|reopened)$/.test(one.dataset.state));
  const next = left.find(one => !one.classList.contains('unanimous')) ?? left[0];
  if (next) { open(next.dataset.id); return; }
  const here = all[at]?.dataset.state;
  say(/^(undecided|reopened)$/.test(here) ? 'This is the last undecided case.'
    : finished ? 'This article is signed off.'
    : 'Every case has a decision. Ctrl+Enter signs the article off.', 'told');
}

function neighbour(way) {
  const seen = entries().filter(one => one.checkVisibility?.() ?? true);
  const at = seen.findIndex(one => one.dataset.id === current());
  const next = seen[at < 0 ? (way > 0 ? 0 : seen.length - 1) : (at + way + seen.length) % seen.length];
  if (next) open(next.dataset.id);
}

// --- deciding -----------------------------------------------------------------------------------

/** Send what becomes of the current case; it need not have come yet. */
function decide(choice) {
  const key = current();
  if (finished) { say('This article is signed off: reopen it to decide anew.', 'told'); return; }
  if (!key) return;
  const here = key === shown() && !editing() ? by('decide') : null;
  // Without reason and note the server keeps those that there are.
  const fields = { choice, ...(here ? { rev: here.elements.rev.value, ...whyOf(here) } : whys.get(key)) };
  if (by('notice').childElementCount) fields.notice = 'yes';
  keepWhy(key, null);
  send(`${base}/cases/${key}`, fields);
  if (editing()) open(key);
}

function take(digit) {
  const letters = by('tally').dataset.letters.split(' ');
  const letter = letters[Number(digit) - 1];
  if (!letter) { say(`There ${letters.length > 1 ? 'are' : 'is'} only ${letters.join(', ')}.`, 'yes'); return; }
  if (current() === shown()) {
    const column = by('inspector').querySelectorAll('.columns thead th')[Number(digit) - 1];
    if (column?.querySelector('.nothing')) { say(`${letter} has nothing here: take another, or reject with x.`, 'yes'); return; }
  }
  decide(`take ${letter}`);
}

// What was chosen or typed as a reason and is not sent yet: before there is a decision to
// give it to, or while it is typed. Neither a reload nor an answer must lose it.
const drafts = `workbench:why:${base}`;
const whys = new Map((() => {
  try { return JSON.parse(sessionStorage.getItem(drafts) ?? '[]'); } catch { return []; }
})());

function keepWhy(key, why) {
  if (why) whys.set(key, why); else whys.delete(key);
  try { sessionStorage.setItem(drafts, JSON.stringify([...whys])); } catch { /* storage is off */ }
}

const drawn = new WeakMap();     // what the server has of why, by its form
const whyOf = form => ({ reason: form.elements.reason?.value ?? '', note: form.elements.note?.value ?? '' });
const sameWhy = (a, b) => a.reason === b.reason && a.note === b.note;

function restore(key) {
  const form = by('decide');
  if (!form?.elements.note) return;
  if (!drawn.has(form)) drawn.set(form, whyOf(form));
  const kept = whys.get(key);
  if (!kept) return;
  form.elements.note.value = kept.note;
  if (kept.reason) form.elements.reason.value = kept.reason;
}

/** Send the reason and note of what is decided, or keep them until it is. */
function explain() {
  const form = by('decide');
  if (!form?.elements.note || finished) return;
  const why = whyOf(form);
  const changed = !sameWhy(drawn.get(form), why);
  if (!changed || by('decided')) keepWhy(shown(), null);
  if (!changed) return;
  if (!by('decided')) { keepWhy(shown(), why); return; }
  drawn.set(form, why);
  send(`${base}/cases/${shown()}/reason`, { ...why, keep: 'yes', rev: form.elements.rev.value });
}
document.addEventListener('input', event => {
  caret = event.target.selectionStart ?? 0;
  if (event.target.id === 'note') keepWhy(shown(), whyOf(event.target.form));
});

/** Send what stands in a field that was not left yet. */
function flush() {
  const form = document.activeElement?.form;
  if (!typing(document.activeElement)) return;
  if (form === by('decide')) explain();
  else if (form && form === by('attributes')) saveEdit(form, document.activeElement.name !== 'exact');
}
addEventListener('pagehide', flush);
addEventListener('visibilitychange', () => { if (document.hidden) flush(); });

const keyOf = op => /\/cases\/([^/]+)$/.exec(op.url)?.[1];

document.addEventListener('workbench:sent', event => {
  const row = by(`case-${keyOf(event.detail)}`);
  if (row) row.dataset.state = 'pending';
});

document.addEventListener('workbench:answered', event => {
  const { op, status } = event.detail;
  if (status >= 400) {
    const row = by(`case-${keyOf(op)}`);
    if (row?.dataset.state === 'pending') row.dataset.state = ['reopened', 'decided', 'rejected'].find(one => row.classList.contains(one)) ?? 'undecided';
  }
  const away = /(undo|redo|sign-off)$/.test(op.url);
  refresh({ scroll: away });
  if (away && shown()) history.replaceState(null, '', `?open=${shown()}`);
  by('notice').querySelector('[data-wanted]')?.focus();
  keepFocus();
});

/** Send a form with the case that is open. */
function sendWith(form, submitter) {
  const data = new FormData(form);
  if (submitter?.name) data.set(submitter.name, submitter.value);
  data.set('open', shown());
  send(form.getAttribute('action'), [...data]);
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-op]')) return;
  event.preventDefault();
  if (form === by('decide')) {
    if (event.submitter?.value) { decide(event.submitter.value); return; }
    explain();
    root.focus({ preventScroll: true });
    return;
  }
  if (form === by('attributes')) { saveEdit(form); return; }
  flush();
  sendWith(form, event.submitter);
});

// --- editing --------------------------------------------------------------------------------------

const isEdit = op => op.fields.some(([name, value]) => name === 'choice' && value === 'edit');

/** Handles at the edges of what is edited. */
function hold(key) {
  edges.hold(key, JSON.parse(by('inspector').dataset.fragments), (part, start, end, exact) => {
    write();
    say(exact);
    saveEdit(by('attributes'), true);
  }, unsent().some(isEdit));
  drawParts();
}

function drawParts() {
  preview?.clear();
  for (const [start, end] of edges.parts()) preview?.add(rangeOf(root, start, end));
}

/** The parts that are held, into the form. */
function write() {
  const parts = edges.parts();
  by('inspector').dataset.fragments = JSON.stringify(parts);
  by('attributes').querySelectorAll('.words-edit').forEach((place, n) => {
    const [start, end] = parts[n] ?? ['', ''];
    const exact = parts[n] ? textOf(root, start, end) : '';
    for (const [name, value] of Object.entries({ start, end, exact })) place.querySelector(`[name=${name}]`).value = value;
  });
  drawParts();
}

/** What is selected becomes another part of what is edited. */
function addPart() {
  if (!editing()) { say('Press e first: then + makes what is selected another part.', 'told'); return; }
  const found = selection(root);
  if (!found) { say('Select the words of the other part first: with the mouse, or ← and → with Shift.', 'told'); return; }
  const places = by('attributes').querySelectorAll('.words-edit').length;
  if (places <= edges.parts().length) { say('One moment: the last part is being saved.', 'told'); return; }
  if (!edges.addPart(found.start, found.end)) { say('These words touch a part that it has: move its border.', 'yes'); return; }
  getSelection().removeAllRanges();
  changeParts(`Added ${found.exact}`);
}

function removePart() {
  if (!editing()) return;
  if (!edges.removePart()) { say('It has only this part: reject with x what is not gold.', 'told'); return; }
  changeParts('Removed the part');
}

function changeParts(words) {
  walked = null;
  write();
  say(words);
  saveEdit(by('attributes'));
}

let walked = null;               // the words from and to which the keyboard selects

/** Select the word before or after, with `extend` up to it, while something is edited. */
function walk(way, extend) {
  if (!editing()) return;
  const [, end] = edges.parts().at(-1);
  const from = walked?.to ?? pieces(root, lineOf(root, end - 1), 'word').findLast(p => p[0] < end) ?? [end, end];
  const to = step(root, from, 'word', way);
  walked = { anchor: extend && walked ? walked.anchor : to, to };
  const start = Math.min(walked.anchor[0], to[0]), stop = Math.max(walked.anchor[1], to[1]);
  const range = rangeOf(root, start, stop);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  bring(rangeOf(root, ...to).getBoundingClientRect());
  say(textOf(root, start, stop));
}

const sentEdit = new WeakMap();

/** Send an edit as its form has it, once; with `keep` the form stays as it is. */
function saveEdit(form, keep = false) {
  const written = JSON.stringify([...new FormData(form)]);
  if (sentEdit.get(form) === written) return;
  sentEdit.set(form, written);
  const why = whys.get(shown());
  keepWhy(shown(), null);
  send(form.getAttribute('action'), [
    ...new FormData(form), ...Object.entries(why ?? {}), ...(keep ? [['keep', 'yes']] : []),
  ]);
}

document.addEventListener('change', event => {
  const form = event.target.form;
  if (!form) return;
  if (form === by('decide')) { explain(); return; }
  if (form === by('attributes')) saveEdit(form, !['label', 'exact'].includes(event.target.name));
});

function relabel(letter) {
  const list = by('edit-label');
  const option = list?.querySelector(`[data-hotkey="${letter}"]`);
  if (!option) { say('Press e first: then a label’s key makes it that label.', 'told'); return; }
  list.value = option.value;
  saveEdit(by('attributes'));
}

// --- mouse ----------------------------------------------------------------------------------------

document.addEventListener('click', event => {
  if (event.target.closest('#add-part')) { addPart(); return; }
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest('a[data-id], a[data-dismiss], a.where, #edit, #end-edit');
  if (!link) return;
  event.preventDefault();
  if (link.matches('.where')) {
    const mark = root.querySelector('mark.open');
    if (mark) scrollBy({ top: mark.getBoundingClientRect().top - innerHeight / 2.5, behavior: 'instant' });
    root.focus({ preventScroll: true });
    return;
  }
  const byKey = event.detail === 0;
  if (link.matches('[data-dismiss]')) { by('notice').replaceChildren(); open(shown()); root.focus({ preventScroll: true }); }
  else if (link.id === 'edit') open(shown(), { edit: true, focus: byKey });
  else if (link.id === 'end-edit') open(shown(), { focus: byKey });
  else {
    if (!byKey) root.focus({ preventScroll: true });
    open(link.dataset.id, { focus: byKey });
  }
});

// Click: the innermost case; again: the next one outwards.
root.addEventListener('click', event => {
  const mark = event.target.closest('mark');
  if (!mark || !getSelection().isCollapsed || offsetFromPoint(root, event.clientX, event.clientY) === null) return;
  const ids = mark.dataset.spans.split(' ').reverse();
  open(ids[(ids.indexOf(current()) + 1) % ids.length]);
});
// What is selected in the text stays so while its button is pressed.
document.addEventListener('mousedown', event => { if (event.target.closest('#add-part')) event.preventDefault(); });

const dialog = by('keys');
const help = () => { if (dialog.open) dialog.close(); else dialog.showModal(); };
by('keys-button').addEventListener('click', help);

// --- keys -----------------------------------------------------------------------------------------

let asksReason = false;
addEventListener('pointerdown', () => { asksReason = false; }, true);

function why(digit) {
  const choice = by(`reason-${digit}`);
  if (!choice) { say('There is no such reason.', 'yes'); return; }
  choice.checked = true;
  explain();
  say(choice.parentElement.textContent.trim());
}

const acts = {
  take: event => { if (asksReason) withCase(() => why(event.key)); else take(event.key); },
  union: () => decide('union'), intersection: () => decide('intersection'), reject: () => decide('reject'),
  edit: () => { if (!finished) inTurn(() => open(current(), { edit: true })); },
  accept: () => { if (by('accept-form')) sendWith(by('accept-form')); else say('No unanimous case is undecided.', 'told'); },
  reason: () => {
    if (finished) return false;
    asksReason = true;
    withCase(() => by('why')?.querySelector('input').focus({ preventScroll: true }));
    say('Why? Press the number of a reason.', 'told');
    return true;
  },
  note: () => withCase(() => by('note')?.focus()),
  gap: () => withCase(() => {
    const gap = by('why')?.querySelector('[value=guideline_gap]');
    if (!gap) return;
    gap.checked = true;
    explain();
    by('note').focus();
  }),
  'next-open': () => undecided(1), 'previous-open': () => undecided(-1),
  next: () => neighbour(1), previous: () => neighbour(-1),
  form: () => by('inspector').querySelector(editing() ? '.fields :is(input, select)' : '.columns button, button:enabled, a')?.focus(),
  start: event => nudge('start', keyName(event) === '[' ? -1 : 1),
  end: event => nudge('end', keyName(event) === '{' ? -1 : 1),
  'edge-character': event => {
    const key = keyName(event).slice(4);
    nudge('[]'.includes(key) ? 'start' : 'end', '[{'.includes(key) ? -1 : 1, 'grapheme');
  },
  'next-part': () => inTurn(() => {
    const part = editing() && edges.nextPart();
    if (part) { say(textOf(root, ...part)); bring(rangeOf(root, ...part).getBoundingClientRect()); }
  }),
  part: () => inTurn(addPart), 'remove-part': () => inTurn(removePart),
  walk: ({ key, shiftKey }) => inTurn(() => walk(key === 'ArrowLeft' ? -1 : 1, shiftKey)),
  relabel: event => relabel(keyName(event).slice('Shift+'.length).toLowerCase()),
  undo: () => stepBack('undo'), redo: () => stepBack('redo'),
  'sign-off': () => { flush(); if (by('sign-off-form')) sendWith(by('sign-off-form')); },
  help,
  escape: event => {
    flush();
    if (asksReason || typing(event.target)) root.focus({ preventScroll: true });
    else if (by('notice').childElementCount) by('notice').querySelector('[data-dismiss]')?.click();
    else if (editing()) { inside = false; open(shown()); root.focus({ preventScroll: true }); }
    else root.focus({ preventScroll: true });
  },
};

const nudge = (...how) => inTurn(() => {
  if (editing()) edges.nudge(...how);
  else if (!finished) say('Press e first: then these keys move its borders.', 'told');
});

/** Undo or redo, also what the server has not answered yet. */
function stepBack(which) {
  const button = by(which);
  if (!button) { say('This article is signed off: reopen it first.', 'told'); return; }
  if (button.disabled && !pending()) { say(`There is nothing to ${which}.`, 'told'); return; }
  flush();
  sendWith(button.form);
}

const bindings = bindingsOf(by('keys-table'));
const single = () => by('single-keys').checked;
const controls = 'a, button, summary, select, input, label';

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || dialog.open) return;
  const name = keyName(event);
  const action = bindings.get(name);
  if (!action) return;
  if (typing(event.target) && !['escape', 'sign-off'].includes(action)) return;
  // What a control does with a key, it goes on doing; a chosen radio has no use for Space.
  const control = event.target.closest(controls);
  if (/^(Enter|(Shift\+)?Space|Arrow)/.test(name) && control && !(control.checked && name.endsWith('Space'))) return;
  if (/^(Shift\+)?.$/.test(name) && !single()) return;
  event.preventDefault();
  const asked = asksReason;
  const goesOn = acts[action](event);
  if (asked && !goesOn) {
    asksReason = false;
    withCase(() => {
      if (by('why')?.contains(document.activeElement) && !typing(document.activeElement)) root.focus({ preventScroll: true });
    });
  }
});

/** Whether single-letter keys are on, the same as on the annotate screen. */
function restoreChoices() {
  let kept = null;
  try { kept = localStorage.getItem('workbench:single-keys'); } catch { /* storage is off */ }
  by('single-keys').checked = kept !== 'no';
}
by('single-keys').addEventListener('change', () => {
  try { localStorage.setItem('workbench:single-keys', by('single-keys').checked ? 'yes' : 'no'); } catch { /* storage is off */ }
});

restoreChoices();
refresh({ scroll: true });
if (by('inspector').dataset.case && by('alike')?.contains(by(`case-${shown()}`))) by('alike').open = true;
(by('next-article') ?? root).focus({ preventScroll: true });

// --- another window, or another lead ---------------------------------------------------------------

const status = () => by('tally').dataset.status;
const loaded = status();

document.addEventListener('workbench:caught-up', () => {
  if (status() !== loaded) location.reload();
  else refresh();
});
const look = () => { if (!document.hidden) catchUp(); };
document.addEventListener('visibilitychange', look);
addEventListener('focus', look);
setInterval(look, 30000);
