// Before the first paint: the theme that was chosen, or the system's.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem('workbench:theme'); } catch { /* storage is off */ }
  if (chosen) document.documentElement.dataset.theme = chosen;
  document.documentElement.dataset.script = '';
})();
