// The matrix of a batch: one tab stop, arrows from cell to cell, a panel for each.

const links = row => [...row.querySelectorAll('a')];
const cells = () => document.querySelector('#matrix tbody');

/** One cell can be reached by Tab; the arrows reach the others. */
function rove() {
  const body = cells();
  if (!body) return;
  const held = body.contains(document.activeElement) ? document.activeElement : null;
  for (const link of body.querySelectorAll('td a')) link.tabIndex = -1;
  const first = held ?? body.querySelector('td a');
  if (first) first.tabIndex = 0;
}

function go(link) {
  if (!link) return;
  for (const one of cells().querySelectorAll('td a[tabindex="0"]')) one.tabIndex = -1;
  link.tabIndex = 0;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The link in that column of the nearest row above or below that has one. */
function along(row, column, step) {
  for (let at = row; at; at = step > 0 ? at.nextElementSibling : at.previousElementSibling) {
    const found = at.children[column]?.querySelector('a');
    if (found) return found;
  }
  return null;
}

function neighbour(link, key) {
  const row = link.closest('tr');
  const all = links(row);
  const at = all.indexOf(link);
  const column = link.closest('th, td').cellIndex;
  switch (key) {
    case 'ArrowRight': return all[at + 1];
    case 'ArrowLeft': return all[at - 1];
    case 'ArrowDown': return along(row.nextElementSibling, column, 1);
    case 'ArrowUp': return along(row.previousElementSibling, column, -1);
    case 'Home': return all[0];
    case 'End': return all.at(-1);
    default: return null;
  }
}

/** The link of the cell that the panel is about. */
function shown() {
  const at = document.getElementById('cell').dataset.at;
  return at ? cells()?.querySelector(`a[href$="at=${CSS.escape(at)}"]`) : null;
}

async function open(link) {
  go(link);
  await htmx.ajax('GET', link.href, { target: '#cell', swap: 'outerHTML' });
  history.replaceState(null, '', link.href);
  document.getElementById('cell-title')?.focus({ preventScroll: true });
}

function close() {
  const panel = document.getElementById('cell');
  if (panel.hidden) return;
  history.replaceState(null, '', document.getElementById('cell-close').href);
  panel.hidden = true;
  go(shown());
}

document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest('#matrix td a');
  const leave = event.target.closest('#cell-close');
  if (!link && !leave) return;
  event.preventDefault();
  if (link) open(link);
  else close();
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === 'Escape') {
    close();
    return;
  }
  const link = event.target.closest?.('#matrix tbody :is(th, td) a');
  const next = link && neighbour(link, event.key);
  if (!next) return;
  event.preventDefault();
  go(next);
});

/** The panel has the focus when it comes, and when the button that was pressed is gone. */
function enter() {
  if (document.activeElement === document.body) document.getElementById('cell-title')?.focus({ preventScroll: true });
}

document.addEventListener('htmx:after:swap', () => { rove(); enter(); });
rove();
enter();
