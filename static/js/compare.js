// Another person's set, to read: text and list point at each other.

const root = document.getElementById('article');
const list = document.getElementById('list');

function open(id) {
  for (const one of document.querySelectorAll('mark.open')) one.classList.remove('open');
  for (const one of list.querySelectorAll('[aria-current]')) one.removeAttribute('aria-current');
  const marks = root.querySelectorAll(`mark[data-spans~="${CSS.escape(id)}"]`);
  for (const mark of marks) mark.classList.add('open');
  marks[0]?.scrollIntoView({ block: 'center' });
  const row = document.getElementById(`row-${id}`);
  row?.setAttribute('aria-current', 'true');
  row?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', event => {
  const row = event.target.closest('a.row');
  if (row) {
    event.preventDefault();
    open(row.dataset.id);
    return;
  }
  const ids = event.target.closest('mark')?.dataset.spans.split(' ').reverse();
  if (!ids) return;
  const now = list.querySelector('[aria-current]')?.dataset.id;
  open(ids[(ids.indexOf(now) + 1) % ids.length]);
});

const wanted = new URLSearchParams(location.search).get('open');
if (wanted) open(wanted);
