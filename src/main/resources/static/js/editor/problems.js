// What is wrong, underlined at its place a moment after the last key, and what came of the scenarios beside their lines.
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { GutterMarker, gutter } from '@codemirror/view';
import { forEachDiagnostic, linter } from '@codemirror/lint';

/** Long enough not to ask at every key of a word, short enough to be there when one looks up. */
const PAUSE = 120;

/** @param column in characters from 1, as the server counts; a position of the editor counts UTF-16 units */
const position = (doc, line, column) => {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const characters = Array.from(at.text);
  return at.from + characters.slice(0, Math.max(column - 1, 0)).join('').length;
};

const endOfWord = (doc, from) => {
  const line = doc.lineAt(from);
  const rest = line.text.slice(from - line.from);
  const word = /^["']?[\p{L}\p{N}_$.-]+["']?|^\S/u.exec(rest);
  return from + (word ? word[0].length : 0);
};

const fixed = (view, line, fix) => {
  const from = position(view.state.doc, line, fix.column);
  const to = position(view.state.doc, line, fix.column + fix.length);
  view.dispatch({ changes: { from, to, insert: fix.replacement }, selection: { anchor: from + fix.replacement.length }, userEvent: 'input.fix' });
  view.focus();
};

const diagnostic = (doc, mark, words) => {
  let from = position(doc, mark.line, mark.column);
  let to = endOfWord(doc, from);
  if (from === to && from > doc.lineAt(from).from) from--;
  return {
    from,
    to: Math.max(to, from),
    severity: mark.error ? 'error' : 'warning',
    message: [mark.message, mark.hint].filter((part) => part).join(' '),
    actions: mark.fixes.map((fix) => ({
      name: words.fix.replace('$', fix.replacement),
      apply: (view) => fixed(view, mark.line, fix),
    })),
  };
};

const setTried = StateEffect.define();

class Mark extends GutterMarker {
  constructor(passed, label) {
    super();
    this.passed = passed;
    this.label = label;
  }

  eq(other) {
    return this.passed === other.passed && this.label === other.label;
  }

  toDOM() {
    const dom = document.createElement('span');
    dom.className = this.passed ? 'editor__passed' : 'editor__failed';
    dom.textContent = this.passed ? '✓' : '✕';
    dom.title = this.label;
    return dom;
  }
}

const marks = StateField.define({
  create: () => RangeSet.empty,
  update(value, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setTried));
    return told ? told.value : value.map(transaction.changes);
  },
});

const tried = (doc, scenarios, words) => RangeSet.of(scenarios
  .filter((each) => each.line >= 1 && each.line <= doc.lines)
  .map((each) => new Mark(each.passed, each.passed ? words.passed : `${words.failed} ${each.instead}`).range(doc.line(each.line).from)), true);

/**
 * @param ask text → what the server says of it, or null if it could not be asked
 * @param told what the server said, for the rest of the page
 */
export const problems = (ask, told, words) => [
  marks,
  gutter({ class: 'editor__tried', markers: (view) => view.state.field(marks) }),
  linter(async (view) => {
    const doc = view.state.doc;
    const lint = await ask(doc.toString());
    if (!lint || view.state.doc !== doc) return current(view.state);
    view.dispatch({ effects: setTried.of(tried(doc, lint.scenarios, words)) });
    told(lint, view);
    return lint.problems.map((mark) => diagnostic(doc, mark, words));
  }, { delay: PAUSE }),
];

/** What is shown, where it stands by now. */
const current = (state) => {
  const all = [];
  forEachDiagnostic(state, (each, from, to) => all.push({ ...each, from, to }));
  return all;
};

export const problemAt = (state, pos) => {
  let found = null;
  forEachDiagnostic(state, (each, from, to) => {
    if (!found && from <= pos && pos <= to) found = each;
  });
  return found;
};

/** A command: puts in what the problem at the cursor, or else the next one on its line, proposes. */
export const applyFix = (view) => {
  const pos = view.state.selection.main.head;
  const line = view.state.doc.lineAt(pos);
  let best = null;
  forEachDiagnostic(view.state, (each, from, to) => {
    if (each.actions?.length && from <= line.to && to >= line.from && (!best || Math.abs(from - pos) < Math.abs(best.from - pos))) {
      best = { each, from, to };
    }
  });
  if (!best) return false;
  best.each.actions[0].apply(view, best.from, best.to);
  return true;
};

