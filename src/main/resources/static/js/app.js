// What no page needs in order to work: copying a link, printing, and choices that exclude each other.
'use strict';

for (const button of document.querySelectorAll('[data-copy]')) {
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.done;
    });
  }
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// capture: settled before the change is sent
document.addEventListener('input', ({ target }) => {
  const group = target.closest('[data-exclusive]');
  if (!group) return;
  const isExclusive = (control) => control.type === 'checkbox' && ['?', '-none-'].includes(control.value);
  for (const other of group.querySelectorAll('input')) {
    if (other === target) continue;
    if (target.type === 'checkbox' && !target.checked) continue;
    if (target.type === 'text' && target.value === '') continue;
    if (isExclusive(other)) other.checked = false;
    else if (isExclusive(target)) other.type === 'text' ? (other.value = '') : (other.checked = false);
  }
}, true);
