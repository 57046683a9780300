// What makes pages nicer where scripts run; nothing needs it.
'use strict';

// Who sent a form that was wrong hears what is wrong first.
document.querySelector('[data-focus]')?.focus();

// A form is sent once, however often its button is pressed. Coming back to the page opens it again.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    form.querySelector('button[type="submit"]')?.setAttribute('aria-busy', 'true');
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  }
});

// A choice that only shows something else needs no button.
for (const select of document.querySelectorAll('form[method="get"][data-auto] select')) {
  select.addEventListener('change', () => select.form.submit());
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    navigator.clipboard?.writeText(field.value);
  });
}
