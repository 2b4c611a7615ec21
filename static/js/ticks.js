// Words to tick, to be accepted or labelled at once: a list that is walked by arrow keys.

const boxes = () => [...document.querySelectorAll('#several [data-fragments]')];

/** The form of the list; null when none is open. */
export const ticking = () => document.getElementById('several');

/** The names of what is ticked. */
export const ticked = () => boxes().filter(box => box.checked).map(box => box.name.slice('take.'.length));

/** Put the list away. */
export function dismiss() {
  const blank = document.createElement('section');
  blank.id = 'notice';
  document.getElementById('notice').replaceWith(blank);
  look(null);
}

/** Let the text show the words of a row. */
function look(box) {
  const detail = box ? JSON.parse(box.dataset.fragments) : null;
  document.dispatchEvent(new CustomEvent('workbench:ticking', { detail }));
}

document.addEventListener('focusin', event => { if (event.target.matches('#several [data-fragments]')) look(event.target); });
document.addEventListener('focusout', event => { if (event.target.matches('#several [data-fragments]')) look(null); });

document.addEventListener('change', event => {
  if (!event.target.closest('#several')) return;
  const all = boxes(), every = document.getElementById('every');
  if (event.target === every) for (const box of all) box.checked = every.checked;
  const count = all.filter(box => box.checked).length;
  every.checked = count === all.length;
  every.indeterminate = count > 0 && count < all.length;
  document.getElementById('ticked').textContent = String(count);
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches?.('#several [type=checkbox]')) return;
  const all = boxes(), at = all.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  (all[to] ?? (to < 0 ? document.getElementById('every') : null))?.focus();
});
