// Between DOM positions and code points of the canonical text.
//
// The server's promise: the children of `root` are the article's lines, each with data-o,
// the code point it starts at; a line's DOM text is exactly the canonical text there, and
// between two lines lie line feeds only. JavaScript counts UTF-16 units; nothing outside
// this module does.

/** How many code points `s` has. */
export const points = s => {
  let n = 0;
  for (const _ of s) n++;
  return n;
};

const units = (s, n) => {
  let u = 0;
  for (const c of s) {
    if (!n--) break;
    u += c.length;
  }
  return u;
};

export const startOf = line => Number(line.dataset.o);
export const endOf = line => startOf(line) + points(line.textContent);

/** The line that holds code point `offset`, or the last one that starts before it. */
export function lineOf(root, offset) {
  let low = 0, high = root.children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(root.children[middle]) <= offset) low = middle; else high = middle - 1;
  }
  return root.children[low];
}

function lineAt(root, node, at) {
  const line = (node.nodeType === 1 ? node : node.parentElement).closest('[data-o]');
  if (line) return line.parentElement === root ? line : null;
  if (node !== root) return null;
  let child = root.childNodes[at];            // between two lines: the one that follows
  while (child && child.nodeType !== 1) child = child.nextSibling;
  return child ?? null;
}

function within(line, node, at) {             // text of `line` before a position in it
  const range = document.createRange();
  range.setStart(line, 0);
  if (line.contains(node)) range.setEnd(node, at); else range.collapse(true);
  return range.toString();
}

/** The code point of a DOM position inside `root`, or null outside of every line. */
export function offsetAt(root, node, at) {
  const line = lineAt(root, node, at);
  return line && line.contains(node) ? startOf(line) + points(within(line, node, at)) : null;
}

/** The code point under the point (x, y) of the window, or null. */
export function offsetFromPoint(root, x, y) {
  let node, at;
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    [node, at] = [place?.offsetNode, place?.offset];
  } else {
    const range = document.caretRangeFromPoint?.(x, y);
    [node, at] = [range?.startContainer, range?.startOffset];
  }
  const found = node && root.contains(node) ? offsetAt(root, node, at) : null;
  return found === null ? null : sided(root, found, x, y);
}

const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strong = /[\p{L}\p{Nd}]/u;

/** Whether the character at code point `offset` is written from right to left. */
export function leftwards(root, offset) {
  const char = textOf(root, offset, offset + 1);
  const telling = strong.test(char) ? char : /\p{L}/u.exec(lineOf(root, offset).textContent)?.[0] ?? '';
  return fromRight.test(telling) && !/\p{Nd}/u.test(telling);
}

// Where the direction changes, one caret place belongs to two characters that are far
// apart, and the browser may name the wrong one: the box that is hit decides.
function sided(root, offset, x, y) {
  const line = lineOf(root, offset);
  if (!fromRight.test(line.textContent)) return offset;
  const hit = (start, end) => [...rangeOf(root, start, end).getClientRects()]
    .find(box => box.left <= x && x < box.right && box.top <= y && y < box.bottom);
  const letters = pieces(root, line, 'grapheme');
  if (letters.some(([start, end]) => (start === offset || end === offset) && hit(start, end))) return offset;
  for (const [start, end] of letters) {
    const box = hit(start, end);
    if (!box) continue;
    const before = (x < (box.left + box.right) / 2) !== leftwards(root, start);
    return before ? start : end;
  }
  return offset;
}

/** The canonical text of [start, end), line feeds between lines included. */
export function textOf(root, start, end) {
  let line = lineOf(root, start), text = '', next = Math.min(start, startOf(line));
  const base = next;
  for (; line && startOf(line) < end; line = line.nextElementSibling) {
    text += '\n'.repeat(startOf(line) - next) + line.textContent;
    next = startOf(line) + points(line.textContent);
  }
  if (line && next < end) text += '\n'.repeat(end - next);
  const from = units(text, start - base);
  return text.slice(from, from + units(text.slice(from), end - start));
}

/** Selected code points as {start, end, exact}, trimmed and grown to whole words; or null. */
export function selection(root, { snap = true } = {}) {
  const selected = getSelection();
  if (!selected.rangeCount || selected.isCollapsed) return null;
  const range = selected.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const first = lineAt(root, range.startContainer, range.startOffset) ?? root.firstElementChild;
  const last = lineAt(root, range.endContainer, range.endOffset) ?? root.lastElementChild;
  const base = startOf(first);
  let text = '', next = base, from = 0, to = Infinity;
  for (let line = first; line; line = line.nextElementSibling) {
    text += '\n'.repeat(startOf(line) - next);
    if (line === first && line.contains(range.startContainer)) {
      from = within(line, range.startContainer, range.startOffset).length;
    }
    if (line === last) {
      if (line.contains(range.endContainer)) {
        to = text.length + within(line, range.endContainer, range.endOffset).length;
      } else if (range.endContainer === root && range.endOffset < root.childNodes.length) {
        to = text.length;     // a triple click ends before the next line's first character
      }
    }
    text += line.textContent;
    next = startOf(line) + points(line.textContent);
    if (line === last) break;
  }
  const kept = tidy(text, from, Math.min(to, text.length), snap, root.lang || undefined);
  if (!kept) return null;
  const start = base + points(text.slice(0, kept[0])), exact = text.slice(...kept);
  return { start, end: start + points(exact), exact };
}

// What the server takes for white space: Python's also has the next-line control.
const blank = /[\s\u0085\u200b\ufeff]/;
const blanksAtEnd = /[\s\u0085\u200b\ufeff]+$/;
/** Not Intl.Segmenter's isWordLike: WebKit says false for "97". */
export const wordy = /[\p{L}\p{N}]/u;

/** Trim white space at both edges, then grow to whole graphemes and, with snap, whole words. */
export function tidy(text, start, end, snap, locale) {
  while (start < end && blank.test(text[start])) start++;
  while (end > start && blank.test(text[end - 1])) end--;
  if (start >= end) return null;
  for (const granularity of snap ? ['grapheme', 'word'] : ['grapheme']) {
    // One line is context enough, and a long selection is not cut whole.
    for (const edge of ['start', 'end']) {
      const at = edge === 'start' ? start : end - 1;
      const from = text.lastIndexOf('\n', at - 1) + 1;
      const next = text.indexOf('\n', at);
      const line = text.slice(from, next < 0 ? undefined : next);
      const part = new Intl.Segmenter(locale, { granularity }).segment(line).containing(at - from);
      if (!part || (granularity === 'word' && !wordy.test(part.segment))) continue;
      if (edge === 'start') start = from + part.index;
      else end = from + part.index + part.segment.length;
    }
    // A combining mark after a space makes one grapheme with it; no span begins blank.
    while (start < end && blank.test(text[start])) start++;
  }
  return [start, end];
}

/** The answer of `change`, which may replace lines, with the same words selected after it. */
export async function keepingSelection(root, change) {
  const ends = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
    return [[anchorNode, anchorOffset], [focusNode, focusOffset]];
  };
  const before = ends().map(([node, at]) => (node && root?.contains(node) ? offsetAt(root, node, at) : null));
  const answer = await change();
  // A selection in a line that was replaced has collapsed to a place between lines; and
  // Chromium takes it into a field that has the focus when the field's list is replaced.
  if (!before.includes(null) && ends().some(([node]) => node === root || !root.contains(node))) {
    const [anchor, focus] = before.map(offset => rangeOf(root, offset, offset));
    getSelection().setBaseAndExtent(anchor.startContainer, anchor.startOffset, focus.startContainer, focus.startOffset);
  }
  return answer;
}

/** The DOM range of code points [start, end). */
export function rangeOf(root, start, end) {
  const range = document.createRange();
  const put = (offset, edge) => {
    const line = lineOf(root, edge === 'setStart' ? offset : Math.max(0, offset - 1));
    let left = units(line.textContent, offset - startOf(line));
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const size = walk.currentNode.data.length;
      if (left < size || (left === size && edge === 'setEnd')) return range[edge](walk.currentNode, left);
      left -= size;
    }
    return range[edge](line, line.childNodes.length);
  };
  put(end, 'setEnd');
  put(start, 'setStart');
  put(end, 'setEnd');
  return range;
}

const cuts = new WeakMap();

/** The words or sentences of a line as [[start, end], …] in code points. */
export function pieces(root, line, granularity) {
  const known = cuts.get(line) ?? cuts.set(line, {}).get(line);
  return known[granularity] ??= (() => {
    const found = [];
    let at = startOf(line);
    for (const part of new Intl.Segmenter(root.lang || undefined, { granularity }).segment(line.textContent)) {
      const size = points(part.segment);
      const tail = points(blanksAtEnd.exec(part.segment)?.[0] ?? '');
      const counts = granularity === 'word' ? wordy.test(part.segment)
        : granularity === 'grapheme' ? !blank.test(part.segment) : size > tail;
      if (counts) found.push([at, at + size - tail]);
      at += size;
    }
    return found;
  })();
}

/** The piece after (by = 1) or before (by = -1) [start, end), in whatever line it lies. */
export function step(root, [start, end], granularity, by) {
  for (let line = lineOf(root, by > 0 ? end : start); line; line = by > 0 ? line.nextElementSibling : line.previousElementSibling) {
    const all = pieces(root, line, granularity);
    const hit = by > 0 ? all.find(p => p[0] >= end) : all.findLast(p => p[1] <= start);
    if (hit) return hit;
  }
  return [start, end];
}

/** The word that holds code point `offset`, or the one before it in its line. */
export function wordAt(root, offset) {
  const all = pieces(root, lineOf(root, offset), 'word');
  return all.findLast(p => p[0] <= offset) ?? all[0] ?? null;
}
