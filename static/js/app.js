// What every page has: the theme, keys in lists, small comforts.

const THEMES = ['', 'light', 'dark'];
const NAMES = { '': 'system', light: 'light', dark: 'dark' };

function theme() {
  return document.documentElement.dataset.theme ?? '';
}

/** Show the theme's name on its button and remember the choice. */
function setTheme(name) {
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
  try { localStorage.setItem('workbench:theme', name); } catch { /* storage is off */ }
  nameThemes();
}

function nameThemes() {
  for (const button of document.querySelectorAll('[data-theme-button]')) {
    button.hidden = false;
    button.dataset.shows = NAMES[theme()];
    button.querySelector('.theme-name').textContent = button.title = `Theme: ${NAMES[theme()]}`;
  }
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-theme-button]')) {
    setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
  }
});

// A sign-in link changes something, so it is a form; pressing it is our work.
document.querySelector('form[data-press]')?.requestSubmit();
document.querySelector('[data-focus]')?.focus();

// On a narrow screen the menu scrolls: to where one is.
const menu = document.querySelector('.menu');
const current = menu?.querySelector('[aria-current]');
if (current) menu.scrollLeft = current.offsetLeft - menu.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;

// The address follows the filters, so that back, reload and bookmarks work.
document.addEventListener('htmx:after:request', event => {
  const form = event.target.closest?.('form[data-keep-url]');
  if (!form) return;
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) asked.set(name, value);
  history.replaceState(null, '', asked.size ? `?${asked}` : location.pathname);
});

/** Whether single-letter keys are on; they are switched on the annotate screen. */
function single() {
  try { return localStorage.getItem('workbench:single-keys') !== 'no'; } catch { return true; }
}

// j and k walk a list of rows, / goes to its search field.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.length === 1 && !single()) return;
  if (event.target.matches('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const search = document.getElementById('search');
  if (event.key === '/' && search) {
    event.preventDefault();
    search.select();
    return;
  }
  if (!['j', 'k', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
  const links = [...document.querySelectorAll('[data-rows] tbody th a')];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  const down = event.key === 'j' || event.key === 'ArrowDown';
  if (at < 0 && event.key.startsWith('Arrow')) return;
  const next = links[Math.min(links.length - 1, Math.max(0, at + (down ? 1 : -1)))];
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
});

nameThemes();

// What is shown this once is selected whole, to be copied.
for (const field of document.querySelectorAll('[data-select]')) field.addEventListener('focus', () => field.select());
