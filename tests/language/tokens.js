// Enough of a reader of C++ and JavaScript to find string literals and the calls they stand in.

/**
 * @typedef {'string' | 'template' | 'name' | 'other'} Kind template: a JavaScript one, whose text is not known
 * @typedef {{ kind: Kind, text: string, line: number }} Token of a string: what it says
 * @typedef {{ name: string, line: number, argumentTokens: Token[][] }} Call
 */

/** @type {Record<string, string>} */
const escapes = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', 0: '\0' };

/** What is between the quotes, in C++ or in JavaScript. @param {string} written */
function decoded(written) {
  // In C++ \x takes as many digits as there are; more than a byte makes no sense there.
  const escape = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{1,2})|(\r?\n)|([^]))/g;
  return written.replace(escape, (_, braced, short, long, byte, lineEnd, letter) => {
    const code = braced ?? short ?? long ?? byte;
    if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
    return lineEnd !== undefined ? '' : (escapes[letter] ?? letter);
  });
}

/** What a token of the one kind or the other may begin with, longest first. */
const patterns = {
  cpp: /(?<blank>\s+|\/\/[^\n]*|\/\*[^]*?\*\/|^[ \t]*#(?:[^\n\\]|\\[^])*)|(?<raw>(?:u8|[uUL])?R"(?<mark>[^(\s]*)\([^]*?\)\k<mark>")|(?<string>(?:u8|[uUL])?"(?:[^"\\\n]|\\[^])*")|(?<name>[A-Za-z_]\w*)|(?<other>[0-9](?:'?[\w.])*|'(?:[^'\\\n]|\\[^])+'|::|[^])/gmy,
  js: /(?<blank>\s+|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<string>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(?<template>`(?:[^`\\]|\\[^])*`)|(?<name>[A-Za-z_$#][\w$]*)|(?<other>[0-9][\w.]*|[^])/gmy,
};

/** Where a value may begin, and so a slash begins a regular expression. */
const beforeValue = new Set(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '>', '+', 'return', 'typeof', '']);
const regularExpression = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** @param {string} source @param {'cpp' | 'js'} kind @returns {Token[]} without blanks and comments */
export function tokensOf(source, kind) {
  const pattern = new RegExp(patterns[kind]);
  /** @type {Token[]} */
  const tokens = [];
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const begin = at;
    regularExpression.lastIndex = pattern.lastIndex = at;
    const last = tokens.at(-1);
    const isValue = kind === 'js' && source[at] === '/' && beforeValue.has(last?.kind === 'string' ? 'string' : (last?.text ?? ''));
    const comment = /^\/[/*]/.test(source.slice(at, at + 2));
    const found = isValue && !comment ? regularExpression.exec(source) : null;
    if (found) {
      tokens.push({ kind: 'other', text: '/…/', line });
      at += found[0].length;
    } else {
      const match = /** @type {RegExpExecArray} */ (pattern.exec(source));
      const { blank, raw, mark = '', string, template, name, other } = match.groups ?? {};
      at += match[0].length;
      if (raw !== undefined) {
        tokens.push({ kind: 'string', text: raw.slice(raw.indexOf('(') + 1, -mark.length - 2), line });
      } else if (string !== undefined) {
        tokens.push({ kind: 'string', text: decoded(string.slice(string.search(/["']/) + 1, -1)), line });
      } else if (template !== undefined) {
        tokens.push({ kind: 'template', text: template, line });
      } else if (blank === undefined) {
        tokens.push({ kind: name === undefined ? 'other' : 'name', text: name ?? other ?? '', line });
      }
    }
    line += source.slice(begin, at).split('\n').length - 1;
  }
  return tokens;
}

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** The call whose name is at a place, or nothing. @param {Token[]} tokens @param {number} place @returns {Call | undefined} */
export function callAt(tokens, place) {
  const name = tokens[place];
  const begin = tokens[place + 1];
  if (name?.kind !== 'name' || begin?.kind !== 'other' || begin.text !== '(') return undefined;
  /** @type {Token[][]} */
  const argumentTokens = [[]];
  let depth = 0;
  for (const token of tokens.slice(place + 2)) {
    const isMark = token.kind === 'other';
    if (isMark && closing.has(token.text) && depth-- === 0) break;
    if (isMark && opening.has(token.text)) depth += 1;
    if (isMark && token.text === ',' && depth === 0) argumentTokens.push([]);
    else argumentTokens.at(-1)?.push(token);
  }
  return { name: name.text, line: name.line, argumentTokens };
}

/**
 * The texts an argument is: one, or those that a condition chooses from. Parts that follow each other, or are added, are
 * one text.
 * @param {Token[] | undefined} argument
 * @returns {string[]}
 */
export function textsOf(argument = []) {
  /** @type {string[]} */
  const texts = [];
  let depth = 0;
  argument.forEach(({ kind, text }, at) => {
    const before = argument[at - 1];
    if (kind === 'other' && opening.has(text)) depth += 1;
    if (kind === 'other' && closing.has(text)) depth -= 1;
    if (kind !== 'string' || depth > 0) return;
    const goesOn = before?.kind === 'string' || (before?.text === '+' && argument[at - 2]?.kind === 'string');
    if (goesOn) texts.push((texts.pop() ?? '') + text);
    else if (!before || before.text === '?' || before.text === ':') texts.push(text);
  });
  return texts;
}

/** The names of the calls that each token stands in, innermost last. @param {Token[]} tokens @returns {string[][]} */
export function callsAround(tokens) {
  /** @type {string[]} */
  const open = [];
  return tokens.map(({ kind, text }, at) => {
    if (kind === 'other' && closing.has(text)) open.pop();
    const around = [...open];
    if (kind === 'other' && opening.has(text)) {
      const before = tokens[at - 1];
      open.push(text === '(' && before?.kind === 'name' ? before.text : '');
    }
    return around;
  });
}
