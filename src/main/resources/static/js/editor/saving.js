// Saves as one types. What did not reach the server stays in this browser and is tried again; nobody's text is overwritten.
const PAUSE = 1000;
const NEXT_TRY = 5000;
const LONGEST = 15_000;

export class Saving {
  /**
   * @param form of the text
   * @param text gives what is written now
   * @param changed tells what became of it: a key of the words, and whether something is not saved
   */
  constructor(form, words, text, changed) {
    this.form = form;
    this.words = words;
    this.text = text;
    this.changed = changed;
    this.key = `draft:${form.dataset.base}`;
    this.saved = text();
    this.waiting = false;
    this.stopped = false;
    window.addEventListener('online', () => this.save());
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.save(); });
  }

  get revision() {
    return Number(this.form.elements.revision.value);
  }

  get isSaved() {
    return this.text() === this.saved;
  }

  /** A text that this browser kept because it could not be saved; null if there is none. */
  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ text: this.text(), revision: this.revision }));
    } catch {
      // without room it is still on the page
    }
  }

  forget() {
    localStorage.removeItem(this.key);
  }

  typed() {
    this.keep();
    if (this.stopped) return;
    this.changed('unsaved');
    this.later(PAUSE);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** @return whether the server has what is written now */
  async save() {
    clearTimeout(this.timer);
    if (this.stopped) return false;
    if (this.isSaved) { this.forget(); return true; }
    // one after the other: the second needs the revision that the first one brings
    this.under = (this.under ?? Promise.resolve()).then(() => this.send());
    return this.under;
  }

  async send() {
    if (this.stopped || this.isSaved) return this.isSaved;
    const sent = this.text();
    this.waiting = true;
    this.changed('saving');
    try {
      return await this.answered(await this.post(sent), sent);
    } catch {
      this.changed('offline');
      this.later(NEXT_TRY);
      return false;
    } finally {
      this.waiting = false;
    }
  }

  post(text) {
    return fetch(`${this.form.dataset.base}/text?revision=${this.revision}`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-CSRF-TOKEN': this.form.elements._csrf.value },
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
    });
  }

  async answered(answer, sent) {
    if (answer.ok) {
      this.form.elements.revision.value = (await answer.json()).revision;
      this.saved = sent;
      if (this.isSaved) { this.forget(); this.changed('saved'); } else this.later(PAUSE);
      return this.isSaved;
    }
    if (answer.status >= 500) throw new Error('the server is busy');
    this.stopped = true;
    const loggedOut = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
    if (answer.status === 409) this.changed('conflict');
    else if (loggedOut) this.changed('logged-out');
    else this.changed('refused', (await answer.json()).message);
    return false;
  }
}
