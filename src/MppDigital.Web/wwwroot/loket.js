// A counter by bare letters: each button's access key works without Alt while nobody types.
const desk = document.querySelector('form[data-desk]');
if (desk) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const button = desk.querySelector(`button[accesskey="${CSS.escape(event.key.toLowerCase())}"]:not(:disabled)`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
