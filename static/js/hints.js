// Suggestions as the page has them: their rows in the list, their outlines in the text,
// and what the panel can say of one before the server does.

import { rangeOf } from './offsets.js';

const root = document.getElementById('article');
const by = id => document.getElementById(id);

/** The rows of all that are open, in text order. */
export const rows = () => [...(by('suggested-list')?.querySelectorAll('a.row') ?? [])];

/** The row of suggestion `ref`; null once it is decided. */
export const rowOf = ref => by(`suggestion-${ref}`);

/** The runs of text that suggestion `ref` lies on. */
export const runsOf = ref => [...root.querySelectorAll(`[data-suggests~="${CSS.escape(ref)}"]`)];

/** Whether the character at `offset` is one of suggestion `ref`. */
export function covers(ref, offset) {
  const run = rangeOf(root, offset, offset + 1).startContainer.parentElement.closest('[data-suggests]');
  return run?.dataset.suggests.split(' ').includes(ref) ?? false;
}

/** Mark suggestion `ref`, and no other, as looked at in the text and in the list. */
export function mark(ref) {
  for (const one of root.querySelectorAll('.looked-at')) one.className = one.className.replace(/ looked-at looks-\S+/, '');
  for (const row of by('suggested-list')?.querySelectorAll('[aria-current]') ?? []) row.removeAttribute('aria-current');
  if (!ref) return;
  for (const one of runsOf(ref)) one.className += ` looked-at looks-${rowOf(ref)?.dataset.label ?? 'none'}`;
  rowOf(ref)?.setAttribute('aria-current', 'true');
}

/** What lies on a run that is suggested, the shortest first: a figure in a quote, which
 *  may be a label already, must be within reach. */
export function stackOf(run) {
  const found = ['spans', 'suggests'].flatMap(name => (run.dataset[name] ?? '').split(' ').filter(Boolean).reverse().map(id => {
    const runs = [...root.querySelectorAll(`[data-${name}~="${CSS.escape(id)}"]`)];
    return { id, suggested: name === 'suggests', size: runs.reduce((sum, one) => sum + one.textContent.length, 0) };
  }));
  return found.sort((a, b) => a.size - b.size);
}

/** What a row of either list says: label, words, and what is said of them. */
export function toldBy(row) {
  const [title, words, told] = ['.chip .sr', '.words', '.told'].map(part => row.querySelector(part).textContent);
  return { title, words, told };
}

/** Show in the list whether suggestion `ref` is decided, though the server does not know yet. */
export function showSent(ref, sent) {
  rowOf(ref)?.classList.toggle('sent', sent);
}

/** Put what the list knows of suggestion `ref`, one of those whose rows are `left`, into the
 *  panel, until the server has told the rest: keys act on what the panel shows. */
export function sketch(ref, left) {
  const row = rowOf(ref), panel = by('inspector');
  if (!row || panel.dataset.suggestion === ref) return;
  const made = by('sketch').content.firstElementChild.cloneNode(true);
  const { title, words, told } = toldBy(row);
  const chip = made.querySelector('.chip'), of = Number(by('tally').dataset.suggested ?? 0);
  made.id = panel.id;
  made.querySelector('.close').id = 'close-form';
  made.dataset.suggestion = ref;
  made.dataset.label = row.dataset.label;
  made.setAttribute('aria-label', `Suggestion: ${title}`);
  chip.classList.add(`label-${row.dataset.label}`);
  chip.textContent = title;
  made.querySelector('.progress span').textContent = `${of - left.length} of ${of} decided`;
  const all = made.querySelector('.all-alike'), alike = left.filter(one => one.dataset.label === row.dataset.label).length;
  if (alike > 1) {
    all.id = 'all-alike';
    all.setAttribute('href', `${all.getAttribute('href')}?label=${encodeURIComponent(row.dataset.label)}`);
    all.textContent = `All ${alike} ${title.toLowerCase()}s …`;
  } else all.remove();
  made.querySelector('blockquote').textContent = words.replace('[…]', '…');
  made.querySelector('.told').textContent = told;
  panel.replaceWith(made);
}

/** Keep up with what was decided: the count in the list, and the note of a check that is open. */
export function count() {
  const left = rows();
  const place = by('suggestion-count');
  if (place && place.textContent !== String(left.length)) place.textContent = String(left.length);
  const note = by('notice').querySelector('.notes a[data-suggestion]');
  if (!note) return;
  if (!left.length) { note.closest('li').remove(); return; }
  note.dataset.suggestion = left[0].dataset.suggestion;
  note.href = left[0].href;
  note.textContent = `${left.length === 1 ? '1 suggestion is' : `${left.length} suggestions are`} not decided. You may leave it at that.`;
}
