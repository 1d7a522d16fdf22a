// The looks of rules (DRL) and of YAML: which piece of a line is a word of the language, a name, a text or a remark.
import { StreamLanguage } from '@codemirror/language';

const WORDS = new Set(['rule', 'when', 'then', 'end', 'not', 'in', 'contains', 'memberOf', 'matches', 'and', 'or']);
const CONSTANTS = new Set(['true', 'false', 'null']);
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*/u;

const remark = (stream, state) => {
  state.remark = !stream.match(/^.*?\*\//);
  if (state.remark) stream.skipToEnd();
  return 'comment';
};

const drlToken = (stream, state) => {
  if (state.remark) return remark(stream, state);
  if (stream.eatSpace()) return null;
  if (stream.match('//')) { stream.skipToEnd(); return 'comment'; }
  if (stream.match('/*')) return remark(stream, state);
  if (stream.match(/^"(\\.|[^"\\])*"?/)) return 'string';
  if (stream.match(/^\d+(\.\d+)?/)) return 'number';
  const name = stream.match(NAME);
  if (name) {
    if (WORDS.has(name[0])) return 'keyword';
    if (CONSTANTS.has(name[0])) return 'atom';
    return /^\p{Lu}/u.test(name[0]) ? 'typeName' : 'variableName';
  }
  if (stream.match(/^[<>=!&|+*\/-]+/)) return 'operator';
  stream.next();
  return null;
};

export const drl = () => StreamLanguage.define({
  name: 'drl',
  startState: () => ({ remark: false }),
  token: drlToken,
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '"'] } },
});

const yamlToken = (stream) => {
  if (stream.eatSpace()) return null;
  if (stream.match(/^#.*/)) return 'comment';
  if (stream.match(/^[^\s#,[\]{}"':][^#,[\]{}:]*(?=:(\s|$))/)) return 'propertyName';
  if (stream.match(/^"(\\.|[^"\\])*"?/) || stream.match(/^'[^']*'?/)) return 'string';
  if (stream.match(/^(true|false|null)(?=[\s,}\]]|$)/)) return 'atom';
  if (stream.match(/^-?\d+(\.\d+)?(?=[\s,}\]]|$)/)) return 'number';
  if (stream.match(/^[-:,[\]{}|>&*]/)) return 'punctuation';
  stream.match(/^[^\s,[\]{}:#]+/) || stream.next();
  return null;
};

export const yaml = () => StreamLanguage.define({
  name: 'yaml',
  token: yamlToken,
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '[', '{', '"'] } },
});
