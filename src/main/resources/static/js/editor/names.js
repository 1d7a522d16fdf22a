// The names that a rule may use: offered while one types, and told in words where the pointer rests.
import { autocompletion } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';

const CHARACTER = /[\p{L}\p{N}_$.-]/u;
const CALLS = ['unmet', 'signal', 'strength', 'placement', 'grant', 'referral'];

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

const described = (name, words) => {
  const box = element('div', '', 'editor__name');
  box.append(element('b', name.label));
  box.append(element('div', name.other, 'quiet'));
  const facts = [words[`kind.${name.kind.toLowerCase()}`], name.note].filter((each) => each).join(' · ');
  box.append(element('div', facts, 'quiet'));
  return box;
};

/** What is written for the name after what stands before the cursor already. */
const option = (name, label, insert, words) => ({
  label,
  apply: insert,
  detail: name.label,
  type: name.kind.toLowerCase(),
  info: () => described(name, words),
});

const inRules = (names, words) => {
  const of = (kind) => names.filter((name) => name.kind === kind);
  const plain = (list) => list.map((name) => option(name, name.name, name.insert, words));
  const everything = [
    ...plain(of('QUESTION')),
    ...plain(of('OPTION')),
    ...of('PARAMETER').map((name) => option(name, `Parameters.${name.name}`, `Parameters.${name.insert}`, words)),
  ];
  // the words of the language only when asked for: else Enter after "end" would take a suggestion instead of a new line
  const language = ['rule', 'when', 'then', 'end', 'Applicant', 'advice', 'not', 'in', 'contains', 'matches', 'null'].map((label) => ({ label, type: 'keyword' }));
  return (context) => {
    const said = context.matchBefore(/advice\.(\p{L}+)\(\s*"[^"]*/u);
    if (said) {
      const call = /advice\.(\p{L}+)/u.exec(said.text)[1];
      const findings = of('FINDING').filter((name) => name.call === call || !CALLS.includes(call));
      return { from: said.from + said.text.indexOf('"') + 1, options: plain(findings), validFor: /^[^"]*$/ };
    }
    const asked = context.matchBefore(/advice\.\p{L}*/u);
    if (asked) {
      const fits = CALLS.filter((call) => of('FINDING').some((name) => name.call === call));
      return { from: asked.from + 'advice.'.length, options: fits.map((label) => ({ label, apply: `${label}( "`, type: 'function' })) };
    }
    const word = context.matchBefore(/[\p{L}\p{N}_$.]+/u);
    if (!word && !context.explicit) return null;
    return { from: word ? word.from : context.pos, options: context.explicit ? [...everything, ...language] : everything, validFor: /^[\p{L}\p{N}_$.]*$/u };
  };
};

const inYaml = (names, words) => {
  const options = names.map((name) => {
    const short = name.kind === 'OPTION' ? name.name.split('.')[1] : name.name;
    return option(name, short, short, words);
  });
  return (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_-]+/u);
    if (!word && !context.explicit) return null;
    return { from: word ? word.from : context.pos, options, validFor: /^[\p{L}\p{N}_-]*$/u };
  };
};

const wordAt = (state, pos) => {
  const line = state.doc.lineAt(pos);
  let from = pos - line.from;
  let to = from;
  while (from > 0 && CHARACTER.test(line.text[from - 1])) from--;
  while (to < line.text.length && CHARACTER.test(line.text[to])) to++;
  return { from: line.from + from, to: line.from + to, text: line.text.slice(from, to) };
};

export const nameAt = (state, pos, names) => {
  const word = wordAt(state, pos);
  const bare = word.text.replace(/^Parameters\./, '');
  const name = names.find((each) => each.name === bare)
    ?? names.find((each) => each.kind === 'OPTION' && each.name.split('.')[1] === bare);
  return name ? { ...word, name } : null;
};

export const completion = (rules, names, words) =>
  autocompletion({ override: [(rules ? inRules : inYaml)(names, words)], icons: false });

export const labels = (names, words) => hoverTooltip((view, pos) => {
  const found = nameAt(view.state, pos, names);
  return found && { pos: found.from, end: found.to, above: true, create: () => ({ dom: described(found.name, words) }) };
});
