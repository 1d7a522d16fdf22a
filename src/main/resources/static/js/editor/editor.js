// The editor of a draft, in the place of the plain text area; without scripts that stays as it is.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { drl, yaml } from 'editor/languages';
import { completion, labels } from 'editor/names';
import { applyFix, problemAt, problems } from 'editor/problems';
import { Saving } from 'editor/saving';

const form = document.getElementById('text-form');
const area = document.getElementById('text');
const here = document.getElementById('editor-here');
const state = document.getElementById('editor-state');
const notice = document.getElementById('editor-notice');
const others = document.getElementById('editor-others');
const writable = form.dataset.writable === 'true';
const rules = form.dataset.file.endsWith('.drl');
const ROUND = 10_000;

const start = await (await fetch(`${form.dataset.base}/start`)).json();
const { words, names, phrases } = start;
let sentences = [];
let asked;

const show = (element, text) => {
  element.hidden = !text;
  if (element.textContent !== text) element.textContent = text;
};

/** Says something with things to do about it. */
const say = (text, ...actions) => {
  notice.replaceChildren(Object.assign(document.createElement('p'), { textContent: text }));
  const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
  for (const [label, act] of actions) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--outline', textContent: label });
    button.addEventListener('click', act);
    buttons.append(button);
  }
  if (actions.length) notice.append(buttons);
  notice.hidden = false;
};

// ---- what is wrong

const ask = async (text) => {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`${form.dataset.base}/problems`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-CSRF-TOKEN': form.elements._csrf.value },
      redirect: 'manual',
      signal: asked.signal,
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
};

const told = (lint, view) => {
  sentences = lint.sentences;
  for (const chip of document.querySelectorAll('.tab__problems')) {
    const count = lint.counts[chip.dataset.file] ?? 0;
    chip.hidden = count === 0;
    chip.textContent = form.dataset.clear.replace('$', count);
  }
  setTimeout(() => tellHere(view));
};

/** The problem at the cursor or, where there is none, the rule around it read aloud. */
const tellHere = (view) => {
  const pos = view.state.selection.main.head;
  const problem = problemAt(view.state, pos);
  here.classList.toggle('editor__here--problem', Boolean(problem));
  if (problem) { here.setAttribute('role', 'status'); show(here, problem.message); return; }
  here.removeAttribute('role');
  const line = view.state.doc.lineAt(pos).number;
  const rule = sentences.findLast((each) => each.line <= line);
  show(here, rule ? words.sentence.replace('$', rule.text) : '');
};

// ---- saving

const saving = new Saving(form, words, () => area.value, (what, detail) => {
  if (what === 'saved') {
    show(state, words.saved.replace('$', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })));
    refresh();
    return;
  }
  show(state, words[what] ?? detail);
  if (what === 'conflict') say(words.conflict, [words['conflict.show'], () => send()]);
  if (what === 'logged-out' || what === 'refused') say(words[what] ?? detail);
});

/** What the page says of the draft as it is saved now: problems, scenarios, changes. */
const refresh = async () => {
  try {
    const answer = await fetch(`${form.dataset.page}?file=${form.dataset.file}`, { redirect: 'manual' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-refreshed]')) {
      const now = page.querySelector(`[data-refreshed="${part.dataset.refreshed}"]`);
      if (!now || now.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
      const open = [...part.querySelectorAll('details')].map((each) => each.open);
      part.replaceChildren(...now.childNodes);
      part.querySelectorAll('details').forEach((each, i) => { each.open = open[i] ?? each.open; });
    }
  } catch {
    // the next save brings it
  }
};

/** The form goes as without scripts: the page that comes shows both texts. */
const send = () => form.submit();

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (saving.stopped) send();
  else if (await saving.save()) location.assign(`${form.dataset.page}?file=${form.dataset.file}&checked=true`);
});

// ---- the editor

const changed = EditorView.updateListener.of((update) => {
  if (update.docChanged) {
    area.value = update.state.doc.toString();
    saving.typed();
  }
  if (update.docChanged || update.selectionSet) tellHere(update.view);
});

const described = ['text-keys', 'editor-here'].concat(writable ? ['text-help'] : []).join(' ');

const view = new EditorView({
  state: EditorState.create({
    doc: area.value,
    extensions: [
      EditorView.cspNonce.of(document.querySelector('script[type=importmap]').nonce),
      EditorState.phrases.of(phrases),
      EditorView.editorAttributes.of({ class: 'editor' }),
      EditorView.contentAttributes.of({ tabindex: '0', 'aria-labelledby': 'text-label', 'aria-describedby': described, spellcheck: 'false' }),
      EditorState.readOnly.of(!writable),
      EditorState.tabSize.of(4),
      EditorView.lineWrapping,
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSpecialChars({ addSpecialChars: /\u3000/g }),
      highlightSelectionMatches(),
      history(),
      bracketMatching(),
      closeBrackets(),
      rules ? drl() : yaml(),
      syntaxHighlighting(classHighlighter),
      completion(rules, names, words),
      labels(names, words),
      problems(ask, told, words),
      changed,
      keymap.of([{ key: 'Mod-.', run: applyFix }, ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
    ],
  }),
});
area.before(view.dom);
area.hidden = true;
document.querySelector('label[for=text]').addEventListener('click', () => view.focus());
show(document.getElementById('text-keys'), document.getElementById('text-keys').textContent);

const goTo = (number) => {
  const line = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: line.from + /^\s*/.exec(line.text)[0].length }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
  view.focus();
};

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-line]');
  if (link?.dataset.file === form.dataset.file) { event.preventDefault(); goTo(Number(link.dataset.line)); }
});
const line = Number(new URLSearchParams(location.search).get('line'));
if (line) goTo(line);

// ---- what this browser kept, and who else is here

const replaceAll = (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });

const takeUpKept = () => {
  const kept = saving.kept();
  if (!kept || kept.text === area.value) { saving.forget(); return; }
  if (kept.revision === saving.revision) {
    replaceAll(kept.text);
    say(words.restored);
    return;
  }
  say(
    words.kept,
    [words['kept.show'], () => { form.elements.revision.value = kept.revision; area.value = kept.text; send(); }],
    [words['kept.drop'], () => { saving.forget(); notice.hidden = true; }],
  );
};

const lookAround = async () => {
  try {
    const answer = await fetch(`${form.dataset.base}/around`, { redirect: 'manual' });
    if (!answer.ok) return;
    const around = await answer.json();
    show(others, around.others.length ? words.others.replace('$', around.others.join(', ')) : '');
    if (around.revision > saving.revision && saving.isSaved && !saving.waiting) {
      say(words.newer.replace('$', around.savedBy), [words['newer.load'], () => location.reload()]);
    }
  } catch {
    // asked again in the next round
  }
};

if (writable) {
  takeUpKept();
  lookAround();
  setInterval(lookAround, ROUND);
  window.addEventListener('beforeunload', (event) => { if (!saving.isSaved && !saving.kept()) event.preventDefault(); });
}
form.dataset.ready = 'true';
