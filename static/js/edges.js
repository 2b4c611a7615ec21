// The borders of the open annotation: two handles to drag, and steps by word or character.

import { leftwards, lineOf, offsetFromPoint, pieces, rangeOf, step, textOf } from './offsets.js';

const root = document.getElementById('article');
const paper = root.parentElement;
const handles = [...paper.querySelectorAll('.handle')];

/** @type {[number, number][]} The fragments as they are once every step sent is answered. */
let fragments = [];
let held = '';
let chosen = null;               // the part that is moved; without one the outer edges are
let moved = () => {};

const first = () => chosen ?? 0;
const last = () => chosen ?? fragments.length - 1;

/** The fragments as they are now. */
export const parts = () => fragments.map(part => [...part]);

/**
 * Show handles at the edges of annotation `id`; `report(part, start, end, exact)` hears of
 * a move. While moves are `unanswered`, `parts` are older than what is held already.
 */
export function hold(id, parts, report, unanswered) {
  if (!unanswered || id !== held) fragments = parts.map(part => [...part]);
  if (id !== held || chosen >= fragments.length) chosen = null;
  held = id;
  moved = report;
  place();
}

/** Take the handles away. */
export function release() {
  fragments = [];
  held = '';
  chosen = null;
  place();
}

/** Move the edges of the next part from now on, and of the first one after the last. */
export function nextPart() {
  if (fragments.length > 1) chosen = chosen === null ? 0 : (chosen + 1) % fragments.length;
  place();
  return fragments[first()];
}

/** Another part, whose edges move from now on; false where it would overlap one. */
export function addPart(start, end) {
  if (fragments.some(([from, to]) => start <= to && from <= end)) return false;
  const part = [start, end];
  fragments = [...fragments, part].sort((a, b) => a[0] - b[0]);
  chosen = fragments.indexOf(part);
  place();
  return true;
}

/** Take the part away whose edges move, or the last one; false when it is the only one. */
export function removePart() {
  if (fragments.length < 2) return false;
  fragments.splice(last(), 1);
  chosen = null;
  place();
  return true;
}

let frame = 0;

/** Put the handles in their places with the next frame, which lays out the page anyway. */
function place() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    // Everything is measured before anything is moved: each move would cost a layout.
    const at = paper.getBoundingClientRect();
    const places = handles.map(handle => edgeOf(handle.dataset.edge === 'start'));
    handles.forEach((handle, n) => {
      handle.hidden = !places[n];
      if (!places[n]) return;
      handle.style.left = `${places[n].left - at.left}px`;
      handle.style.top = `${places[n].top - at.top}px`;
      handle.style.height = `${places[n].height}px`;
    });
  });
}

/** Where the first or last edge lies on the screen; null when there is none. */
function edgeOf(start) {
  if (!fragments.length || !root.isConnected) return null;
  const [from, to] = fragments[start ? first() : last()];
  const boxes = rangeOf(root, start ? from : Math.max(from, to - 1), start ? Math.min(to, from + 1) : to).getClientRects();
  const box = start ? boxes[0] : boxes[boxes.length - 1];
  if (!box) return null;
  const left = leftwards(root, start ? from : to - 1) === start ? box.right : box.left;
  return { left, top: box.top, height: box.height };
}

new ResizeObserver(place).observe(root);

/** Move one edge of the annotation a word (or grapheme) to the left (-1) or right (1). */
export function nudge(edge, by, granularity = 'word') {
  if (!fragments.length) return;
  const part = edge === 'start' ? first() : last();
  const [start, end] = fragments[part];
  let next;
  if (edge === 'start') next = [by > 0 ? stepIn([start, start], granularity) : step(root, [start, start], granularity, -1)[0], end];
  else next = [start, by > 0 ? step(root, [end, end], granularity, 1)[1] : stepBack(end, granularity)];
  commit(part, ...next);
}

function stepIn([start], granularity) {            // the start of the piece after this one
  const here = pieces(root, lineOf(root, start), granularity).find(p => p[1] > start);
  return step(root, here && here[0] <= start ? here : [start, start], granularity, 1)[0];
}

function stepBack(end, granularity) {              // the end of the piece before this one
  const here = pieces(root, lineOf(root, end - 1), granularity).findLast(p => p[0] < end);
  return step(root, here ?? [end, end], granularity, -1)[1];
}

function commit(part, start, end) {
  const [from, to] = fragments[part];
  if (start >= end || (start === from && end === to)) return;
  if (fragments[part - 1]?.[1] >= start || fragments[part + 1]?.[0] <= end) return;
  fragments[part] = [start, end];
  place();
  moved(part, start, end, textOf(root, start, end));
}

for (const handle of handles) {
  handle.addEventListener('pointerdown', event => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('dragged');
    const start = handle.dataset.edge === 'start';
    const part = start ? first() : last();
    let found = null;
    const drag = move => {
      // A dragged handle does not hear the pointer itself, so that the text below is found.
      const offset = offsetFromPoint(root, move.clientX, move.clientY);
      if (offset === null) return;
      const word = move.altKey ? null : pieces(root, lineOf(root, offset), 'word')
        .find(p => (start ? p[0] <= offset && offset < p[1] : p[0] < offset && offset <= p[1]));
      const edge = word ? (start ? word[0] : word[1]) : offset;
      const [from, to] = fragments[part];
      found = start ? [Math.min(edge, to - 1), to] : [from, Math.max(edge, from + 1)];
      document.dispatchEvent(new CustomEvent('workbench:dragging', { detail: found }));
    };
    const drop = () => {
      handle.removeEventListener('pointermove', drag);
      handle.classList.remove('dragged');
      document.dispatchEvent(new CustomEvent('workbench:dragging', { detail: null }));
      if (found) commit(part, ...found);
    };
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', drop, { once: true });
  });
}
