// The annotate screen: selecting, labelling, opening, and the keys. The server owns the
// state; what is here knows only what is selected, armed and open.

import { endOf, offsetFromPoint, pieces, points, rangeOf, selection, startOf, step, textOf, wordAt } from './offsets.js';
import { catchUp, dropParts, fetchParts, pending, send, sendForm, unsent } from './ops.js';
import * as edges from './edges.js';
import { answered, browserSteps, flush, isSent, know, onward, save, stepIn } from './fields.js';
import * as hints from './hints.js';
import { bindingsOf, keyName, typing } from './keys.js';
import { fade, say, sayMore } from './said.js';
import { dismiss, ticked, ticking } from './ticks.js';

const main = document.getElementById('main');
const root = document.getElementById('article');
const passage = document.getElementById('passage');          // absent once submitted
const base = main.dataset.base;
const by = id => document.getElementById(id);
const beside = matchMedia('(min-width: 48rem)');             // whether the form stands beside the text
const openId = () => by('inspector').dataset.open ?? '';

// --- what is drawn without touching the text ----------------------------------------------

const highlights = {};
for (const name of ['preview', 'pending']) {
  if (!globalThis.Highlight) break;
  CSS.highlights.set(name, highlights[name] = new Highlight());
}

function highlight(name, spans) {
  if (!highlights[name]) return;
  highlights[name].clear();
  for (const [start, end] of spans) if (start < end) highlights[name].add(rangeOf(root, start, end));
}

function drawPending() {
  highlight('pending', unsent().map(op => Object.fromEntries(op.fields))
    .filter(fields => fields.start && fields.end)
    .map(fields => [Number(fields.start), Number(fields.end)]));
}

// --- what is chosen -----------------------------------------------------------------------

/** @type {{start: number, end: number, exact: string} | null} */
let chosen = null;
let borders = {};                // label -> [start, end], as the server would set them
let armed = '', hovered = '', partOf = '', alt = false;
let cursor = null;               // {from, to}: the anchor and the focus word of the keyboard
let asked = 0, wait = 0;

let exactly = false;             // whether it was selected with Alt held, for this selection only
let place = '';                  // what is selected in the document, to tell a new selection

const snaps = () => by('snap')?.checked !== false && !alt && !exactly;

/** What is selected in the article: whole words, unless Alt was held while it was made. */
function read() {
  const bare = selection(root, { snap: false });
  const now = bare ? `${bare.start} ${bare.end}` : '';
  if (now !== place) { place = now; exactly = alt && Boolean(bare); }
  return snaps() ? selection(root, { snap: true }) : bare;
}

function choose(found) {
  if (!passage) return;
  // Whoever selects other words does not see any more what a key would decide.
  if (found && at && !hints.covers(at, found.start) && !hints.covers(at, found.end - 1)) leave();
  chosen = found;
  borders = {};
  passage.elements.start.value = found?.start ?? '';
  passage.elements.end.value = found?.end ?? '';
  if (found || document.activeElement !== by('exact')) by('exact').value = found?.exact ?? '';
  passage.toggleAttribute('data-ready', Boolean(found));
  if (bubble) bubble.hidden = true;
  draw();
  if (found) askBorders(found);
}

async function askBorders({ start, end }) {
  const mine = ++asked;
  if (!snaps()) return;
  await new Promise(done => setTimeout(done, 40));
  if (mine !== asked) return;
  try {
    const answer = await fetch(`${base}/preview?start=${start}&end=${end}`);
    if (mine === asked && answer.ok) { borders = await answer.json(); draw(); }
  } catch { /* the preview is a comfort; labelling says what is wrong */ }
}

function draw() {
  const span = chosen && ((snaps() && borders[hovered || armed]) || [chosen.start, chosen.end]);
  highlight('preview', span ? [span] : []);
}

/** Select [start, end) as if by hand, and show it. */
function select(start, end, focusEnd = end) {
  const selected = getSelection();
  selected.removeAllRanges();
  selected.addRange(rangeOf(root, start, end));
  read();
  show(rangeOf(root, Math.max(start, focusEnd - 1), focusEnd).getBoundingClientRect());
  choose({ start, end, exact: textOf(root, start, end) });
}

/** Show the place of a character, when it is out of sight. */
function showAt(offset) {
  show(rangeOf(root, offset, offset + 1).getBoundingClientRect());
}

function show(box) {
  const top = by('main').getBoundingClientRect().top < 0 ? 70 : 90;
  const bottom = innerHeight - (passage?.offsetHeight ?? 0) - 40;
  if (box.top < top || box.bottom > bottom) scrollBy({ top: box.top - innerHeight / 2.5, behavior: 'instant' });
}

function clear() {
  clearTimeout(wait);
  getSelection().removeAllRanges();
  exactly = false;
  place = '';
  if (passage) { passage.reset(); restoreChoices(); }
  choose(null);
}

// Long press, handles of the system and screen readers send only this event.
document.addEventListener('selectionchange', () => {
  clearTimeout(wait);
  wait = setTimeout(() => {
    const anchor = getSelection().anchorNode;
    if (!anchor || !root.contains(anchor)) return;
    const found = read();
    if (found?.start !== chosen?.start || found?.end !== chosen?.end) choose(found);
  }, 50);
});
addEventListener('keydown', event => { if (event.key === 'Alt') alt = true; }, true);
addEventListener('keyup', event => { if (event.key === 'Alt') alt = false; }, true);
addEventListener('blur', () => { alt = false; });

/** What is selected this moment, also before `selectionchange` was heard. */
function take() {
  clearTimeout(wait);
  const anchor = getSelection().anchorNode;
  if (anchor && root.contains(anchor)) {
    const found = read();
    if (found && (found.start !== chosen?.start || found.end !== chosen?.end)) choose(found);
  }
  return chosen;
}

// --- labelling ----------------------------------------------------------------------------

function label(name) {
  if (!passage) return;
  if (elsewhere()) { say(elsewhere(), 'yes'); return; }
  const what = take();
  const exact = by('exact').value;
  const picked = pickedAt(what, exact);
  if (picked !== null) {
    send(`${base}/annotations`, { label: name, pick: picked });
    // Still a cursor: what holds these words may be labelled next, by its key alone.
    cursor = { ...cursor, placed: true };
    clear();
    return;
  }
  if (!what && !exact.trim()) { arm(armed === name ? '' : name); return; }
  if (partOf) { addPart(); return; }
  send(`${base}/annotations`, {
    label: name, start: what?.start ?? '', end: what?.end ?? '', exact,
    open: openId(), snap: snaps() ? 'on' : 'off',
  });
  if (what) cursor = { from: [what.start, what.start], to: [what.end, what.end], placed: true };
  clear();
}

/** Where the cursor stands, when it alone says what to label; null otherwise. */
function pickedAt(what, exact) {
  if (!by('suggested') || !snaps() || armed || partOf || !cursor?.byHand) return null;
  const [start, end] = cursor.to;
  // A word that was walked to is a cursor; one that was walked over is a selection.
  const walked = what ? cursor.word && what.start === start && what.end === end : !exact.trim();
  return walked ? start : null;
}

function arm(name, why = '') {
  armed = name;
  partOf = '';
  for (const button of passage.querySelectorAll('[data-hotkey]')) {
    button.setAttribute('aria-pressed', String(button.value === name));
  }
  passage.dataset.armed = name;
  if (name) say(`${why}${name[0].toUpperCase()}${name.slice(1)} is armed: every selection becomes one. Escape ends it.`, 'told');
  else say('');
  draw();
}

function startPart() {
  if (!openId()) say('Open an annotation: then the next selection is another part of it.', 'told');
  if (!openId() || !passage || elsewhere()) return;
  partOf = openId();
  if (take()) { addPart(); return; }
  passage.dataset.part = 'yes';
  say('Select the next part of it. Escape ends it.', 'told');
}

function addPart() {
  const what = take();
  if (!what) return;
  send(`${base}/annotations/${partOf}/fragments`, { ...what, snap: snaps() ? 'on' : 'off', open: partOf });
  endPart();
  clear();
}

function endPart() {
  partOf = '';
  if (passage) delete passage.dataset.part;
}

// The panels stand below the bar, which grows with what is not saved.
new ResizeObserver(([{ target }]) => {
  document.documentElement.style.setProperty('--under', `${target.offsetHeight}px`);
}).observe(document.querySelector('.bar'));

let triple = 0;
root.addEventListener('mousedown', () => { clearTimeout(triple); cursor = null; });
root.addEventListener('mouseup', event => {
  if (!armed && !partOf) return;
  const act = () => { if (take()) { if (partOf) addPart(); else label(armed); } };
  // A double click may become a triple one.
  triple = setTimeout(act, event.detail > 1 ? 280 : 0);
});

// Beside what the mouse selected: the labels, at hand.
const bubble = by('bubble');

function showBubble() {
  if (!bubble) return;
  bubble.hidden = !chosen || Boolean(armed || partOf);
  if (bubble.hidden) return;
  const boxes = rangeOf(root, chosen.start, chosen.end).getClientRects();
  const box = boxes[boxes.length - 1], paper = root.parentElement.getBoundingClientRect();
  const left = Math.min(Math.max(0, box.right - paper.left - bubble.offsetWidth / 2), paper.width - bubble.offsetWidth);
  // Where it would cover what is above, the same labels stand just below, in the bar.
  bubble.hidden = box.bottom + bubble.offsetHeight + 8 > innerHeight - passage.offsetHeight;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${box.bottom + 8 - paper.top}px`;
}
bubble?.addEventListener('mousedown', event => event.preventDefault());     // the selection stays
bubble?.addEventListener('click', event => {
  const button = event.target.closest('[data-label]');
  if (button) label(button.dataset.label);
});
bubble?.addEventListener('pointerover', event => {
  hovered = event.target.closest('[data-label]')?.dataset.label ?? '';
  draw();
});
bubble?.addEventListener('pointerleave', () => { hovered = ''; draw(); });
root.addEventListener('pointerup', event => {
  if (event.pointerType === 'mouse') setTimeout(() => { take(); showBubble(); });
});

passage?.addEventListener('pointerover', event => {
  hovered = event.target.closest?.('[data-hotkey]')?.value ?? '';
  draw();
});
passage?.addEventListener('pointerleave', () => { hovered = ''; draw(); });
passage?.addEventListener('focusin', event => { hovered = event.target.dataset.hotkey ? event.target.value : ''; draw(); });
by('exact')?.addEventListener('input', () => {
  // Typed words are a passage that the server looks up.
  passage.elements.start.value = passage.elements.end.value = '';
  chosen = null;
  draw();
});

// --- forms that write -----------------------------------------------------------------------

document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-op]')) return;
  event.preventDefault();
  if (event.submitter?.dataset.decides) return;          // by its click
  if (form === ticking()) { takeTicked(form); return; }
  if (form === passage) { label(event.submitter?.value ?? armed); return; }
  if (form.matches('[data-autosave]')) { save(form); onward(form); return; }
  flush();
  sendForm(form, event.submitter);
  if (form.dataset.then === 'submit') sendForm(by('submit-form'));
});

document.addEventListener('change', event => {
  if (event.target.id === 'link-to' && event.target.value && event.target.dataset.pointed) event.target.form.requestSubmit();
});

document.addEventListener('workbench:sent', drawPending);
document.addEventListener('workbench:answered', async event => {
  const { op, status } = event.detail;
  const fields = Object.fromEntries(op.fields);
  const about = decidedBy(op);
  for (const ref of about) { decided.delete(ref); hints.showSent(ref, false); }
  const stepped = /\/(undo|redo)$/.test(op.url);
  fade();
  drawPending();
  lookAhead(about.length > 0);
  const grey = /\/regions\/(\d+)$/.exec(op.url)?.[1], byList = grey && !by('inspector').dataset.region;
  if (by('inspector').dataset.region && (grey || stepped)) shut();
  if (grey && !byList) { clear(); firstTap = null; showAt(Number(grey)); }
  refresh();
  if (!pending()) address();
  if (!pending() && status < 400) {
    const { place } = by('said').dataset;
    if (stepped && place && (beside.matches || !heldField)) showAt(Number(place));
    if (at) {
      // Undo brings one back from anywhere; the next one was gone to already.
      if (stepped) { showHint(true); stand(at); }
      if (stepped || about.length) sayMore(`${about.length ? 'Next' : 'Suggestion'}: ${described()}`);
    } else if (about.length && !fields.adjust) sayMore('Every suggestion is decided.');
  }
  if (stepped && heldField) by(heldField)?.focus({ preventScroll: true });
  if (!pending()) heldField = '';
  if (about.length && !fields.adjust && !typing(document.activeElement)) root.focus({ preventScroll: true });
  if (status === 422 && fields.pick !== undefined) { cursor = null; arm(fields.label, `${by('said').textContent} `); }
  else if (status === 422 && /\/annotations\/[^/]+$/.test(op.url)) await giveBack(op);
  else if (status === 200 && by('attributes')?.getAttribute('action') === op.url) answered(by('attributes'), true);
  else if (status >= 400) by('notice').querySelector('[data-wanted]')?.focus();
  else if (op.url.endsWith('/annotations') || op.url.endsWith('/label')) afterLabel(fields);
  else if (fields.adjust) focusForm();
  else if (byList) by('greyed').querySelector(`form[action$="/regions/${grey}"] button`)?.focus();
  else if (/\/(remove|undo|redo|links)$/.test(op.url) && !typing(document.activeElement)) root.focus({ preventScroll: true });
  keepFocus();
});

function afterLabel() {
  const busy = pending() || armed || take() || by('exact').value;
  if (busy || typing(document.activeElement)) return;
  // Where the form lies below the text, going there would take the text away.
  const wanted = beside.matches ? by('inspector').querySelector('[data-wanted]') : null;
  (wanted ?? root).focus({ preventScroll: true });
}

/** Put a refused form back as it was typed, with the fields marked that are wrong. */
async function giveBack(op) {
  const id = op.url.split('/').pop();
  if (openId() !== id) await open(id);
  const form = by('attributes');
  if (!form || openId() !== id) return;
  for (const [name, value] of op.fields) {
    const field = form.elements[name];
    if (field && field.type !== 'checkbox' && field.value !== value && !['op', 'rev'].includes(name)) field.value = value;
  }
  answered(form, false);
  for (const name of (by('field-problems')?.dataset.fields ?? '').split(' ')) {
    const field = by(`field-${name}`);
    if (!field) continue;
    field.setAttribute('aria-invalid', 'true');
    field.closest('details')?.setAttribute('open', '');
    // Whoever is on in the form by now stays there.
    if (!form.contains(document.activeElement)) field.focus();
  }
}

// --- what the form of a new annotation comes without, so that a label is quick --------------

let soon = 0;

/** What may be typed into the open form, and linked to it. */
async function fetchOffers() {
  clearTimeout(soon);
  const place = by('known');
  if (!place?.hasAttribute('data-later') || pending()) return;
  place.removeAttribute('data-later');
  const chosen = by('link-to')?.value ?? '';
  const shown = await fetchParts(`${base}/annotations/${encodeURIComponent(openId())}/offers`);
  if (!shown) place.setAttribute('data-later', '');
  // Options that come into a select one by one leave the last of them chosen.
  const links = by('link-to');
  if (links) links.value = [...links.options].some(option => option.value === chosen) ? chosen : '';
}

document.addEventListener('focusin', event => { if (by('inspector').contains(event.target)) fetchOffers(); });

// --- opening --------------------------------------------------------------------------------

let coming = '';                 // what is being opened: rapid steps start from it

/** Open the form of annotation `id`; `form` puts the focus into it. */
async function open(id, { form = false, scroll = true } = {}) {
  flush();
  coming = id;
  const row = by(`row-${id}`);
  if (row) say(inWords(row));
  const shown = await fetchParts(`${base}/annotations/${encodeURIComponent(id)}`, by('inspector'));
  if (coming === id) coming = '';
  if (!shown) return;
  at = '';
  refresh();
  address();
  if (scroll) {
    const mark = root.querySelector(`mark[data-spans~="${CSS.escape(id)}"]`);
    if (mark) show(mark.getBoundingClientRect());
  }
  if (form) focusForm();
  keepFocus();
}

/** Whether Ctrl+Z took back what is not saved in a field, or has nothing to take back there. */
function takenBack(field) {
  const what = stepIn(field);
  if (what === 'form') {
    open(openId(), { scroll: false }).then(() => by(field.id)?.focus());
    say('What was not saved is taken back.', 'told');
  } else if (what === 'typed') say('Nothing typed is left to take back. Press Escape, then Ctrl+Z, for what was saved.', 'told');
  return what !== '';
}

/** To the text, when what had the focus is gone. */
function keepFocus() {
  if (document.activeElement === document.body) root.focus({ preventScroll: true });
}

function focusForm() {
  const inside = by('inspector');
  const field = inside.querySelector('[data-wanted]')
    ?? inside.querySelector('#attributes :is(input:checked, input:not([type=radio], [type=hidden]), select)');
  field?.focus();
}

function close() {
  flush();
  // From a form below the text, back to the place that one came from.
  const back = by('to-form')?.matches('.where') && !beside.matches && root.querySelector('mark.open');
  if (!by('inspector').matches('.shut')) {
    // The next suggestion is looked for from this one on.
    if (at) stand(at);
    at = '';
    shut();
    address();
    if (back && back.getBoundingClientRect().top < 0) show(back.getBoundingClientRect());
  }
  refresh();
}

/** Nothing in the panel. */
function shut() {
  const made = document.createElement('section');
  made.id = 'inspector';
  made.className = 'inspector shut';
  by('inspector').replaceWith(made);
}

/** The address of what is open, so that a reload or a link shows it again. */
function address() {
  history.replaceState(null, '', at ? `?suggestion=${encodeURIComponent(at)}`
    : openId() ? `?open=${encodeURIComponent(openId())}` : location.pathname);
}

let shownId = openId();

// Where the form lies below the text: the way to it, and from it.
const inView = new IntersectionObserver(([{ isIntersecting }]) => {
  const way = by('to-form');
  way.textContent = isIntersecting ? 'Back to the text' : openId() ? `Edit the ${by('inspector').dataset.label ?? ''}`
    : by('inspector').dataset.region ? 'See why it is grey' : 'See all';
  way.classList.toggle('where', isIntersecting);
}, { rootMargin: '0px 0px -30%' });

/** Mark what is open in the text and in the list, and give its borders handles. */
function refresh() {
  const id = openId();
  if (id) at = '';
  showHint(false);
  hints.count();
  if (id !== shownId) { shownId = id; if (id) hideGuide(); }
  for (const mark of root.querySelectorAll('mark.open')) mark.classList.remove('open');
  for (const row of by('list').querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
  const form = by('attributes');
  if (form) know(form);
  clearTimeout(soon);
  if (by('known')?.hasAttribute('data-later')) soon = setTimeout(fetchOffers, 300);
  const movable = id && main.dataset.finished === undefined;
  if (!movable) edges.release();
  const way = by('to-form');
  showChoice();
  if (way) { way.hidden = by('inspector').matches('.shut'); inView.disconnect(); inView.observe(by('inspector')); }
  if (!id) return;
  for (const mark of root.querySelectorAll(`mark[data-spans~="${CSS.escape(id)}"]`)) mark.classList.add('open');
  const row = by(`row-${id}`);
  if (row) {
    row.setAttribute('aria-current', 'true');
    requestAnimationFrame(() => reveal(row));
  }
  if (movable) {
    const at = `${base}/annotations/${id}/fragments/`;
    edges.hold(id, JSON.parse(by('inspector').dataset.fragments), (part, start, end, exact) => {
      send(`${at}${part}`, { start, end, exact, open: id });
    }, unsent().some(op => op.url.startsWith(at)));
  }
}

/** Scroll the list until a row is seen, and nothing but the list. */
function reveal(row) {
  const box = row.getBoundingClientRect(), list = by('list').getBoundingClientRect();
  if (!beside.matches || !box.height) return;
  if (box.top < list.top) by('list').scrollTop -= list.top - box.top;
  else if (box.bottom > list.bottom) by('list').scrollTop += box.bottom - list.bottom;
}

/** Below the text, where the panel is out of sight: what a thumb would decide. */
function showChoice() {
  if (!by('decide')) return;
  by('decide').hidden = !at;
  const row = at && hints.rowOf(at);
  if (!row) return;
  const { title, told } = hints.toldBy(row);
  by('decide').querySelector('.what').textContent = [title, told].filter(Boolean).join(' · ');
  by('decide').querySelector('.left').textContent = `${left().length} left`;
}

document.addEventListener('workbench:ticking', event => {
  highlight('preview', event.detail ?? []);
  if (event.detail && beside.matches) showAt(event.detail[0][0]);
});

document.addEventListener('workbench:dragging', event => {
  highlight('preview', event.detail ? [event.detail] : []);
});

document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest('a[data-id], a[data-suggestion], #close-form, #all-alike, a[data-dismiss], a.where');
  if (link) {
    event.preventDefault();
    if (link.hasAttribute('data-dismiss')) dismiss();
    if (link.id === 'all-alike') { several(link.href); return; }
    if (link.matches('.where')) {
      const mark = root.querySelector('mark.open');
      if (mark) scrollBy({ top: mark.getBoundingClientRect().top - innerHeight / 2.5, behavior: 'instant' });
      root.focus({ preventScroll: true });
      return;
    }
    if (link.dataset.suggestion) { lookAt(link.dataset.suggestion); stand(at); root.focus({ preventScroll: true }); }
    else if (link.dataset.id) open(link.dataset.id, { form: link.hasAttribute('data-form') || event.detail === 0 });
    else { close(); root.focus({ preventScroll: true }); }
    return;
  }
  const only = event.target.closest('[data-only]');
  if (only?.matches('button')) {
    const name = only.getAttribute('aria-pressed') === 'true' ? '' : only.dataset.only;
    by('list').dataset.only = name;
    for (const one of only.parentElement.children) one.setAttribute('aria-pressed', String(one.dataset.only === name && name !== ''));
  }
});

// Click: the innermost annotation; again: the next one outwards.
root.addEventListener('click', event => {
  const offset = offsetFromPoint(root, event.clientX, event.clientY);
  const mark = event.target.closest('mark');
  if (by('taps')?.checked && passage && offset !== null) tap(offset);
  else if (!getSelection().isCollapsed) return;
  else if (offset !== null) {
    const word = wordAt(root, offset) ?? [offset, offset];
    cursor = { from: word, to: word, placed: true, byHand: true };
  }
  if (partOf || armed) return;
  const hint = event.target.closest('[data-suggests]');
  if (hint) {
    const stack = hints.stackOf(hint);
    const now = stack.findIndex(one => one.id === (one.suggested ? at : coming || openId()));
    const next = stack[(now + 1) % stack.length];
    if (next.suggested) lookAt(next.id, { scroll: false }); else open(next.id, { scroll: false });
  } else if (mark) outwards(mark.dataset.spans.split(' ').reverse());
  // A second tap selects up to there, and asks nothing.
  else if (event.target.closest('.boilerplate') && (firstTap || !by('taps')?.checked)) openGreyed(offset);
  else if (at) leave();
});

function outwards(ids) {
  open(ids[(ids.indexOf(coming || openId()) + 1) % ids.length], { scroll: false });
}

// --- suggestions: what the machine proposes, one after the other ------------------------------

let at = by('inspector').dataset.suggestion ?? '';       // the one that is looked at, and in the panel
const decided = new Set();                               // sent, and not answered yet

const left = () => hints.rows().filter(row => !decided.has(row.dataset.suggestion));

/** Look at suggestion `ref`: in the text, in the list, and in the panel. */
function lookAt(ref, { scroll = true } = {}) {
  flush();
  at = ref;
  hints.sketch(ref, left());
  showHint(scroll);
  showChoice();
  address();
  say(`Suggestion: ${described()}`);
  return load(ref);
}

/** Fetch what the list does not know of the suggestion that is looked at. */
async function load(ref) {
  coming = ref;
  const shown = await fetchParts(`${base}/suggestions/${encodeURIComponent(ref)}`, by('inspector'));
  if (coming === ref) coming = '';
  if (at !== ref) return;
  if (!shown && !hints.rowOf(ref)) { leave(); return; }
  if (!shown) return;
  refresh();
  say(`Suggestion: ${described()}`);
  keepFocus();
}

/** Look at none any more. */
function leave() {
  at = '';
  dropParts();
  shut();
  refresh();
  address();
  keepFocus();
}

/** After an answer: look at what it shows, or keep to what was gone to meanwhile. */
function lookAhead(about) {
  const shown = by('inspector').dataset.suggestion ?? '';
  const on = at && at !== shown && hints.rowOf(at);
  if (on && (pending() || about)) hints.sketch(at, left());
  else if (!pending()) at = shown;
  if (!pending() && at && coming !== at && by('inspector').ariaBusy === 'true') load(at);
}

/** What is looked at, in words: who cannot see it must know what a key accepts. */
function described() {
  const panel = by('inspector');
  const facts = [...panel.querySelectorAll('.facts dd, .told')].map(fact => fact.textContent.trim());
  return [panel.dataset.label, panel.querySelector('blockquote')?.textContent, ...facts].filter(Boolean).join(', ');
}

/** A row of a list in words. */
function inWords(row) {
  const { title, words, told } = hints.toldBy(row);
  return [title, words, told].filter(Boolean).join(', ');
}

/** The cursor at a suggestion that was gone to by key: from there keys go on. */
function stand(ref) {
  const row = hints.rowOf(ref);
  if (row) standAt(Number(row.dataset.start));
}

/** The cursor on the word at `start`; what begins there may begin with a quotation mark. */
function standAt(start) {
  const word = wordAt(root, start);
  if (word) cursor = { from: word, to: word, placed: true, start };
}

/** Mark the suggestion that is looked at. */
function showHint(scroll) {
  hints.mark(at);
  if (!at || !scroll) return;
  const [run] = hints.runsOf(at);
  if (run) show(run.getBoundingClientRect());
  if (beside.matches) hints.rowOf(at)?.scrollIntoView({ block: 'nearest' });
}

/** Accept, reject or adjust the suggestion that is looked at, and go on to the next. */
function decide(act) {
  if (main.dataset.finished !== undefined) return;
  if (!by('suggested')) { say(NONE_HERE, 'told'); return; }
  if (elsewhere()) { say(elsewhere(), 'yes'); return; }
  const row = document.activeElement.closest('#suggested-list a.row');
  const there = row && !decided.has(row.dataset.suggestion) ? row.dataset.suggestion : at;
  if (there !== at) { lookAt(there); stand(there); return; }
  if (!at) { toHint(); return; }
  // A tap or a step that led here has selected a word of it.
  if (chosen && !armed && !partOf) { clear(); firstTap = null; }
  const ref = at, next = act === 'adjust' ? '' : after(ref);
  settle(ref);
  send(`${base}/suggestions/${encodeURIComponent(ref)}/${act === 'reject' ? 'reject' : 'accept'}`,
    act === 'adjust' ? { adjust: 'yes' } : { next });
  goOn(next, act === 'adjust');
}

/** Take suggestion `ref` for decided, before the server says so. */
function settle(ref) {
  decided.add(ref);
  hints.showSent(ref, true);
}

/** The suggestion after `ref` that is not decided, or the first; '' when all are. */
function after(ref) {
  const rows = hints.rows();
  const here = rows.findIndex(row => row.dataset.suggestion === ref);
  return [...rows.slice(here + 1), ...rows.slice(0, Math.max(here, 0))]
    .find(row => !decided.has(row.dataset.suggestion))?.dataset.suggestion ?? '';
}

/** To the next suggestion at once, without waiting for the answer. */
function goOn(next, formComes = false) {
  dropParts();
  at = next;
  if (at) { stand(at); hints.sketch(at, left()); } else if (!formComes) shut();
  showHint(true);
  showChoice();
  if (!typing(document.activeElement)) root.focus({ preventScroll: true });
}

/** The suggestions that an op decides. */
function decidedBy(op) {
  const one = /\/suggestions\/([^/]+)\/(accept|reject)$/.exec(op.url);
  if (one) return [decodeURIComponent(one[1])];
  return op.url.endsWith('/suggestions') ? op.fields.filter(([name]) => name.startsWith('take.')).map(([name]) => name.slice(5)) : [];
}

/** Accept or label what is ticked. */
function takeTicked(form) {
  if (!ticked().length) { say('Tick at least one, or leave them by Escape.', 'told'); return; }
  decidedBy(sendForm(form)).forEach(settle);
  dismiss();
  if (decided.has(at)) goOn(after(at)); else root.focus({ preventScroll: true });
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-decides]');
  if (!button) return;
  event.preventDefault();
  // Not the row that has the focus: the button is about what is looked at.
  button.focus({ preventScroll: true });
  decide(button.dataset.decides);
});

const NONE_HERE = 'Nothing is suggested in this article.';

/** To the first suggestion from the cursor or what is open on. */
function toHint() {
  const rows = left();
  const open = openId() && JSON.parse(by('inspector').dataset.fragments)[0][0];
  const from = here() ?? (open || -1);
  const row = rows.find(one => Number(one.dataset.start) >= from) ?? rows[0];
  if (!row) { say('No suggestion is left to look at.', 'told'); return; }
  lookAt(row.dataset.suggestion);
  stand(row.dataset.suggestion);
}

/** What can be ticked, in the place for notices. */
async function several(url) {
  const shown = await fetchParts(url, by('notice'));
  if (shown) (by('notice').querySelector('[data-wanted]') ?? by('notice').querySelector('a, button'))?.focus();
}

/** What is greyed out at `offset`: its place in the list. */
const greyedAt = offset => [...by('greyed')?.querySelectorAll('[data-grey]') ?? []]
  .find(one => Number(one.dataset.start) <= offset && offset < Number(one.dataset.end));

/** Why the words at `offset` are grey, and the way to say that they are the article. */
async function openGreyed(offset, { form = false } = {}) {
  const region = offset === null ? null : greyedAt(offset);
  if (!region) return;
  flush();
  const shown = await fetchParts(`${base}/regions/${region.dataset.start}`, by('inspector'));
  if (!shown) return;
  at = '';
  refresh();
  address();
  say(by('inspector').querySelector('.why').textContent, beside.matches ? 'no' : 'told');
  if (form) by('overrule')?.focus();
  keepFocus();
}

// --- two taps: the first word, then the last -------------------------------------------------

let firstTap = null;

function tap(offset) {
  const word = wordAt(root, offset);
  if (!word) return;
  const from = firstTap ?? word;
  const start = Math.min(from[0], word[0]), end = Math.max(from[1], word[1]);
  firstTap = firstTap ? null : word;
  select(start, end, word[1]);
  if (!firstTap && (armed || partOf)) { if (partOf) addPart(); else label(armed); }
  else if (firstTap) say('Tap the last word, or choose a label.');
}

// --- the word cursor ---------------------------------------------------------------------------

function walk(granularity, way, extend) {
  if (!cursor) {
    const line = [...root.children].find(l => l.getBoundingClientRect().bottom > 80) ?? root.firstElementChild;
    const all = pieces(root, line, granularity);
    if (!all.length) return;
    cursor = { from: all[0], to: all[0] };
  } else if (cursor.placed && !extend && wordAt(root, cursor.to[0]) && granularity === 'word' && cursor.from[0] !== cursor.from[1]) {
    cursor = { from: cursor.to, to: cursor.to };          // the clicked word first
  } else {
    const to = step(root, cursor.to, granularity, way);
    cursor = { from: extend ? cursor.from : to, to };
  }
  delete cursor.start;
  cursor.placed = false;
  cursor.byHand = true;
  cursor.word = granularity === 'word' && !extend;
  const start = Math.min(cursor.from[0], cursor.to[0]), end = Math.max(cursor.from[1], cursor.to[1]);
  select(start, end, cursor.to[1]);
  say(textOf(root, start, end));
}

function here() {
  if (chosen) return chosen.start;
  return cursor?.start ?? cursor?.to[0] ?? null;
}

/** The ids of the annotations at the cursor, innermost first. */
function idsHere() {
  const offset = here();
  if (offset === null) return [];
  const node = rangeOf(root, offset, offset + 1).startContainer.parentElement;
  return (node.closest('mark')?.dataset.spans ?? '').split(' ').filter(Boolean).reverse();
}

/** The annotation after or before the open one (or the cursor) in text order. */
function neighbour(way) {
  hideGuide();                   // the list that is walked is seen again
  const rows = [...by('list').querySelectorAll('a.row')].filter(row => row.checkVisibility?.() ?? true).concat(left());
  rows.sort((a, b) => Number(a.dataset.start) - Number(b.dataset.start));
  if (!rows.length) return;
  const now = coming || openId() || at;
  const place = rows.findIndex(row => now && (row.dataset.id ?? row.dataset.suggestion) === now);
  let next = place + way;
  if (place < 0) {
    const offset = here() ?? -1;
    next = way > 0 ? rows.findIndex(row => Number(row.dataset.start) >= offset)
      : rows.findLastIndex(row => Number(row.dataset.start) < offset);
  }
  const row = rows[(next + rows.length) % rows.length];
  cursor = null;
  if (row.dataset.suggestion) lookAt(row.dataset.suggestion); else open(row.dataset.id);
  standAt(Number(row.dataset.start));
}

// --- finding -------------------------------------------------------------------------------------

function find(back) {
  const wanted = by('exact').value.trim();
  if (!wanted) return;
  const last = root.lastElementChild, origin = startOf(root.firstElementChild);
  const text = textOf(root, origin, endOf(last));
  const [hay, needle] = text.includes(wanted) ? [text, wanted] : [text.toLowerCase(), wanted.toLowerCase()];
  const units = offset => [...text].slice(0, offset - origin).join('').length;
  const from = here() === null ? (back ? hay.length : -1) : units(here());
  let at = back ? hay.lastIndexOf(needle, from - 1) : hay.indexOf(needle, from + 1);
  if (at < 0) at = back ? hay.lastIndexOf(needle) : hay.indexOf(needle);
  if (at < 0) { say('These words are not in the article as they are written here.', 'yes'); return; }
  const start = origin + points(text.slice(0, at));
  const end = start + points(text.slice(at, at + needle.length));
  cursor = { from: [start, end], to: [start, end] };
  root.focus({ preventScroll: true });
  select(start, end);
}

by('find-words')?.addEventListener('click', () => {
  by('ways').hidePopover();
  by('exact').focus();
});

by('exact')?.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  find(event.shiftKey);
});

// --- the guideline and the keys --------------------------------------------------------------------

let readTo = 0;                  // how far down the guideline was read

function hideGuide() {
  const panel = by('guide');
  if (panel.hidden) return;
  readTo = panel.scrollTop;
  if (panel.contains(document.activeElement)) root.focus({ preventScroll: true });
  panel.hidden = true;
  by('guide-button').setAttribute('aria-expanded', 'false');
}

/** The guideline in the place of the labels, or the labels again. */
async function guide() {
  const panel = by('guide');
  if (!panel.hidden) { hideGuide(); return; }
  if (!by('guideline')) {
    const answer = await fetch('/guideline');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    panel.append(document.adoptNode(page.getElementById('guideline')));
  }
  panel.hidden = false;
  by('guide-button').setAttribute('aria-expanded', 'true');
  panel.scrollTop = readTo;
  if (!beside.matches) by('guide-close').focus();
  const name = by('inspector').dataset.label ?? armed;
  const at = name && panel.querySelector(`[id="guide-${CSS.escape(name)}"]`);
  if (at) panel.scrollTop = at.offsetTop - at.offsetParent.offsetTop - panel.firstElementChild.offsetHeight - 12;
}
by('guide-button').addEventListener('click', guide);
by('guide-close').addEventListener('click', guide);

const dialog = by('keys');
const help = () => { if (dialog.open) dialog.close(); else dialog.showModal(); };
by('keys-button').addEventListener('click', help);

// --- keys --------------------------------------------------------------------------------------------

let asksNone = false;
const MOVES = /^(word|sentence|extend|character|next$|previous$|start-|end-|edge-|undo|redo)/;
/** What keys still do while words are being ticked: nothing that acts on what lies behind. */
const BESIDE_TICKS = /^(word|sentence|extend|character|escape|undo|redo|submit|help)/;

document.addEventListener('keydown', event => {
  if (event.repeat && /^(Enter| )$/.test(event.key) && event.target.closest?.('button, a, summary, [type=checkbox]')) event.preventDefault();
}, true);

let heldField = '';              // where the focus was in the form when a step was taken back

function stepBack(which) {
  const button = by(which);
  if (!button || (button.disabled && !pending())) { say(`There is nothing to ${which}.`, 'told'); return; }
  heldField = by('attributes')?.contains(document.activeElement) ? document.activeElement.id : '';
  button.click();
}

const acts = {
  'word-left': () => walk('word', -1, false), 'word-right': () => walk('word', 1, false),
  'sentence-left': () => walk('sentence', -1, false), 'sentence-right': () => walk('sentence', 1, false),
  extend: event => walk('word', event.key === 'ArrowRight' ? 1 : -1, true),
  character: event => walk('grapheme', event.key === 'ArrowRight' ? 1 : -1, event.shiftKey),
  next: () => neighbour(1), previous: () => neighbour(-1),
  outwards: () => { const ids = idsHere(); if (ids.length) outwards(ids); },
  form: async () => {
    if (!openId() && idsHere().length) await open(idsHere()[0]);
    else if (!openId() && !at && here() !== null) await openGreyed(here(), { form: true });
    focusForm();
  },
  'start-left': () => edges.nudge('start', -1), 'start-right': () => edges.nudge('start', 1),
  'end-left': () => edges.nudge('end', -1), 'end-right': () => edges.nudge('end', 1),
  'edge-character': event => {
    const key = keyName(event).slice(4);
    edges.nudge('[]'.includes(key) ? 'start' : 'end', '[{'.includes(key) ? -1 : 1, 'grapheme');
  },
  accept: () => decide('accept'), reject: () => decide('reject'), adjust: () => decide('adjust'),
  all: () => {
    if (!by('suggested')) { say(NONE_HERE, 'told'); return; }
    if (!left().length) { say('No suggestion is left to look at.', 'told'); return; }
    const name = by('inspector').dataset.suggestion && by('inspector').dataset.label;
    if (name) several(`${base}/suggestions?label=${encodeURIComponent(name)}`);
    else toHint();
  },
  again: () => {
    if (!openId()) say('Open an annotation: then its words are looked for elsewhere.', 'told');
    else if (passage) several(`${base}/annotations/${encodeURIComponent(openId())}/elsewhere`);
  },
  part: startPart,
  link: async () => { await fetchOffers(); by('link-to')?.focus(); },
  unsure: () => by('unsure')?.click(),
  note: () => by('note')?.focus(),
  remove: () => by('remove')?.click(),
  none: () => { asksNone = true; say('None of which label? Press its key.', 'told'); },
  find: () => { by('exact')?.focus(); by('exact')?.select(); },
  undo: () => stepBack('undo'), redo: () => stepBack('redo'),
  submit: () => {
    flush();
    // Asked, and nothing was changed since: the same key says that it may stay as it is.
    const sure = 'asked' in by('notice').dataset && by('submit-anyway');
    const form = sure ? sure.form : by('submit-form');
    if (form) sendForm(form);
  },
  'next-article': () => by('next-article')?.click(),
  'previous-article': () => by('previous-article')?.click(),
  guide, help,
  escape: event => {
    if (typing(event.target) || by('inspector').contains(event.target)) {
      flush();
      root.focus({ preventScroll: true });
    } else if (ticking()) { dismiss(); root.focus({ preventScroll: true }); }
    else if (asksNone) { asksNone = false; say(''); }
    else if (partOf) { endPart(); say(''); }
    else if (chosen) { clear(); firstTap = null; }
    else if (armed) arm('');
    else if (!by('guide').hidden) hideGuide();
    else if (by('notice').childElementCount) dismiss();
    else close();
    keepFocus();
  },
};

const bindings = bindingsOf(by('keys-table'));
const single = () => by('single-keys').checked;

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || dialog.open) return;
  const name = keyName(event);
  let action = bindings.get(name) ?? (name.startsWith('Alt+Shift+Arrow') ? 'character' : undefined);
  if (!action) return;
  if (typing(event.target)) {
    if (!/^(escape|submit|undo|redo)$/.test(action)) return;
    if (/^(undo|redo)$/.test(action) && browserSteps(event.target, action === 'redo')) return;
    if (action === 'undo' && takenBack(event.target)) { event.preventDefault(); return; }
  }
  const inText = document.activeElement === root;
  if (/^(word|sentence|extend|character)/.test(action) && !inText) return;
  if (['form', 'remove'].includes(action) && event.target.closest('a, button, summary, label, input, fieldset')) return;
  if (/^(Shift\+)?.$/.test(name) && !single()) return;
  event.preventDefault();
  // A key that lies there goes on moving, and decides nothing.
  if (event.repeat && !MOVES.test(action)) return;
  if (ticking() && action === 'form') { ticking().requestSubmit(); return; }
  if (ticking() && !BESIDE_TICKS.test(action)) {
    say('Enter takes what is ticked, Escape leaves the list.', 'told');
    return;
  }
  if (action.startsWith('label-') && asksNone) {
    asksNone = false;
    const button = by(`none-${action.slice(6)}`);
    if (button) button.click(); else say('That label is marked in this article.', 'yes');
  } else if (action.startsWith('label-')) label(action.slice(6));
  else if (action === 'relabel') {
    const letter = name.slice('Shift+'.length).toLowerCase();
    const other = passage?.querySelector(`[data-hotkey="${letter}"]`)?.value;
    by('inspector').querySelector(`.relabel button[value="${other}"]`)?.click();
  } else acts[action](event);
});

by('inspector').ownerDocument.addEventListener('click', event => {
  if (event.target.closest('#add-part')) startPart();
});

// --- what stays from one article to the next ----------------------------------------------------------

const remembered = { snap: true, taps: matchMedia('(pointer: coarse)').matches, 'single-keys': true };

function restoreChoices() {
  for (const [id, usual] of Object.entries(remembered)) {
    if (!by(id)) continue;
    let kept = null;
    try { kept = localStorage.getItem(`workbench:${id}`); } catch { /* storage is off */ }
    by(id).checked = kept === null ? usual : kept === 'yes';
  }
}
document.addEventListener('change', event => {
  if (!(event.target.id in remembered)) return;
  try { localStorage.setItem(`workbench:${event.target.id}`, event.target.checked ? 'yes' : 'no'); } catch { /* storage is off */ }
});

restoreChoices();
refresh();
if (openId()) {
  const mark = root.querySelector('mark.open');
  if (mark) show(mark.getBoundingClientRect());
}
if (!location.hash) (by('next-open') ?? root).focus({ preventScroll: true });

// --- another window of the same person ------------------------------------------------------------------

const status = () => (/^(submitted|adjudicated)$/.test(by('tally').dataset.status) ? 'finished' : 'open');
const loaded = status();

/** What happened elsewhere so that this page can no longer be worked on; '' when nothing did. */
function elsewhere() {
  if (status() === loaded) return '';
  return loaded === 'open' ? 'You submitted this article in another window, so it is read-only now.'
    : 'You reopened this article in another window.';
}

let told = '';

document.addEventListener('workbench:caught-up', () => {
  const what = elsewhere();
  lookAhead(false);
  if (what === told) { refresh(); address(); return; }
  told = what;
  by('elsewhere').hidden = !what;
  if (passage) passage.inert = Boolean(what);
  by('elsewhere').querySelector('span').textContent = what;
  main.toggleAttribute('data-finished', status() === 'finished');
  const form = by('attributes');
  if (what && openId() && (!form || isSent(form))) open(openId(), { scroll: false });
  else refresh();
});

// Other browsers and machines are not heard: they are asked for now and then.
const look = () => { if (!document.hidden) catchUp(); };
document.addEventListener('visibilitychange', look);
addEventListener('focus', look);
setInterval(look, 30000);
