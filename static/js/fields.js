// The form of what is open: when its fields are saved, and what Ctrl+Z is about in them.

import { sendForm } from './ops.js';

const sent = new WeakMap();      // form -> what was sent of it last
const refused = new WeakSet();   // forms with what the server did not take
let typed = null;                // the field that letters were typed into since it has the focus
let walked = null;               // the choice made by keys that was not left yet
let before = '', byKey = null;   // what was chosen at first; the field of the key that is pressed

// Not by FormData, which asks for a layout of the whole page when there is a textarea.
const written = form => [...form.elements]
  .filter(field => field.name && (!/^(radio|checkbox)$/.test(field.type) || field.checked))
  .map(field => `${field.name}=${field.value}`).join('\n');

/** Whether what a form holds was sent. */
export const isSent = form => sent.get(form) === written(form);

/** Take what a form that came from the server holds as saved. */
export function know(form) {
  if (!sent.has(form)) sent.set(form, written(form));
}

/** Send what a form holds, unless that was sent already. */
export function save(form) {
  if (isSent(form)) return;
  sent.set(form, written(form));
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  sendForm(form);
}

/** Whether the server took what was sent of a form last. */
export function answered(form, taken) {
  if (taken) refused.delete(form); else refused.add(form);
  if (!taken) sent.set(form, written(form));
}

/** Send what stands in a field that was not left yet. */
export function flush() {
  const form = document.activeElement?.form;
  if (form?.matches('#inspector [data-autosave]')) save(form);
}
addEventListener('pagehide', flush);
addEventListener('visibilitychange', () => { if (document.hidden) flush(); });

/** After Enter in a field: to the next field that is needed, else back to the text. */
export function onward(form) {
  const next = [...form.querySelectorAll('[data-wanted]')].find(field => !field.value.trim());
  if (next) next.focus(); else document.getElementById('article').focus({ preventScroll: true });
}

/** Whether the browser itself takes back or repeats what was typed in a field. */
export function browserSteps(field, redo) {
  if (field.matches('select')) return false;
  if (redo && field === typed) return true;
  return field.form?.matches('[data-autosave]') ? !isSent(field.form) : field.value !== '';
}

/**
 * What Ctrl+Z is about in a field, before it is about the article: a `choice` walked by
 * keys, which is taken back, a `form` that was refused, or what was `typed`; '' when the
 * field is as it was entered.
 */
export function stepIn(field) {
  if (field === walked) {
    field.value = before;
    walked = null;
    return 'choice';
  }
  if (refused.has(field.form)) return 'form';
  return field === typed ? 'typed' : '';
}

document.addEventListener('focusin', event => {
  typed = walked = null;
  if (event.target.matches('select')) before = event.target.value;
});
document.addEventListener('input', event => { if (!event.inputType?.startsWith('history')) typed = event.target; });
document.addEventListener('change', event => {
  // Each key of a walk through the choices is a change, and only the last one is meant.
  if (event.target === byKey) walked = byKey;
  else if (event.target.form?.matches('[data-autosave]')) save(event.target.form);
});
document.addEventListener('focusout', event => { if (event.target === walked) leave(); });
document.addEventListener('keydown', event => {
  if (!event.target.matches?.('#attributes select')) return;
  byKey = event.target;
  setTimeout(() => { byKey = null; });
  if (event.key !== 'Enter' || !walked) return;
  event.preventDefault();
  leave();
  onward(event.target.form);
}, true);

/** Save the choice that keys have walked to. */
function leave() {
  const { form, value } = walked;
  walked = null;
  before = value;
  save(form);
}
