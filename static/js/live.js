// A page that updates itself does so only while somebody looks, and never under a hand.

document.addEventListener('htmx:before:request', event => {
  const live = event.target.closest?.('[data-live]');
  if (!live || event.target !== live) return;
  const busy = live.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
  const reading = !getSelection().isCollapsed && live.contains(getSelection().anchorNode);
  if (document.hidden || busy || reading) event.preventDefault();
});

// Whoever comes back to the tab sees what is true now.
document.addEventListener('visibilitychange', () => {
  const live = document.querySelector('[data-live]');
  if (live && !document.hidden) htmx.trigger(live, 'every');
});
