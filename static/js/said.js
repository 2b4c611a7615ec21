// What is said of what happened: to screen readers alone, or for a moment to everybody.

const place = () => document.getElementById('said');
let fading = 0;

/** Say something: to screen readers alone (`no`), for a moment to all (`told`), or in the way of what is wrong (`yes`). */
export function say(words, how = 'no') {
  place().textContent = words;
  place().dataset.bad = how;
  fade();
}

/** Go on with what only a screen reader needs, as the screen shows it. */
export function sayMore(words) {
  const more = document.createElement('span');
  more.className = 'sr';
  more.textContent = ` ${words}`;
  place().append(more);
}

/** What is told to all goes when there was time to read it. */
export function fade() {
  clearTimeout(fading);
  if (place().dataset.bad !== 'told') return;
  fading = setTimeout(() => { place().dataset.bad = 'no'; }, 2000 + 60 * place().textContent.length);
}

/** A message in the way goes at the next key or click. */
function unsay() {
  if (place().dataset.bad === 'yes') say('');
  place().dataset.bad = 'no';
}
addEventListener('pointerdown', unsay, true);
addEventListener('keydown', unsay, true);
