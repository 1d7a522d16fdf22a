// The form of an applicant saves as one goes. What did not reach the server is said, tried again, and not left behind.
'use strict';

(() => {
  const unsaved = document.getElementById('unsaved');
  if (!unsaved) return;

  const form = document.getElementById('answers');
  const saved = document.getElementById('saved');
  const SECONDS_TO_NEXT_TRY = 10;
  const LONGEST_SAVE = 15_000;
  let nextTry;
  let sent = false;

  const reached = () => {
    clearTimeout(nextTry);
    unsaved.textContent = '';
  };

  /** status: of HTTP; 0 if no answer came */
  const failed = (status) => {
    const words = status === 404 ? unsaved.dataset.gone : unsaved.dataset.offline;
    if (unsaved.textContent !== words) unsaved.textContent = words;
    saved.textContent = saved.dataset.unsaved;
    clearTimeout(nextTry);
    if (status !== 404) nextTry = setTimeout(tryAgain, SECONDS_TO_NEXT_TRY * 1000);
  };

  const tryAgain = () => {
    if (unsaved.textContent) htmx.trigger(form, 'change');
  };

  const save = async () => {
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { 'HX-Request': 'true' },
        signal: AbortSignal.timeout(LONGEST_SAVE),
      });
      if (!answer.ok) failed(answer.status);
      return answer.ok;
    } catch {
      failed(0);
      return false;
    }
  };

  document.addEventListener('htmx:afterRequest', ({ detail }) => { if (detail.successful) reached(); });
  document.addEventListener('htmx:responseError', ({ detail }) => failed(detail.xhr.status));
  document.addEventListener('htmx:sendError', () => failed(0));
  document.addEventListener('htmx:timeout', () => failed(0));
  window.addEventListener('online', tryAgain);

  // the page is left only once the server has what stands on it; else it would give way to an error of the browser
  form.addEventListener('submit', async (event) => {
    if (sent) return;
    event.preventDefault();
    if (await save()) {
      reached();
      sent = true;
      form.requestSubmit(event.submitter);
    }
  });
  window.addEventListener('pageshow', () => { sent = false; });
  window.addEventListener('beforeunload', (event) => { if (unsaved.textContent) event.preventDefault(); });
})();
