// Which key was pressed, as the table of keys writes it, and what it does.

/** What each key of the table does: its action by its name. */
export function bindingsOf(table) {
  const bindings = new Map();
  for (const row of table.querySelectorAll('[data-keys]')) {
    for (const key of row.dataset.keys.split(' ')) bindings.set(key, row.dataset.action);
  }
  return bindings;
}

/** An event's key as the table writes it: "Ctrl+Shift+Z", "Alt+[", "Space", "q". */
export function keyName(event) {
  let key = event.key === ' ' ? 'Space' : event.key;
  const bracket = { BracketLeft: '[{', BracketRight: ']}' }[event.code];
  // A third level (AltGr on German keyboards) makes the sign; it is no shortcut with Alt.
  if (event.getModifierState('AltGraph')) return key;
  // On a keyboard of another script the brackets are where they are on a Latin one.
  if (bracket && (event.altKey || key > '~')) key = bracket[Number(event.shiftKey)];
  // On a keyboard of another script the letters are where they are on a Latin one.
  else if (/^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(key)) key = event.shiftKey ? event.code[3] : event.code[3].toLowerCase();
  const letter = /^[a-z]$/i.test(key);
  if (letter) key = event.shiftKey ? key.toUpperCase() : key.toLowerCase();
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '',
    event.shiftKey && (letter || key.length > 1) ? 'Shift+' : '', key,
  ].join('');
}

/** Whether keys are text where `element` has the focus. */
export function typing(element) {
  return element?.matches?.('textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])') ?? false;
}
