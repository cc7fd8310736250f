// Puts the results of the benchmarks together as the table of the README:
//
//   node tests/bench/figures.js SIZES.json LOADING.json TYPING.json SCROLLING.json BENCHMARKS.json [--write]
//
// With --write the table replaces the one in README.md, between the two comments "figures".
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { root } from '../e2e/support/paths.js';

const [sizes, loading, typing, scrolling, benchmarks] = argv.slice(2, 7).map((file) => JSON.parse(readFileSync(file, 'utf8')));

const ms = (/** @type {number} */ value) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const times = (/** @type {number} */ a, /** @type {number} */ b) => `${(a / b).toFixed(1)} times the plain page`;
/** @param {string} name */
const benchmark = (name) => benchmarks.benchmarks.find((/** @type {any} */ one) => one.name === `${name}_median`).cpu_time;

/** @type {[string, string, string][]} */
const rows = [
  ['Until the sign-in form can be used, brotli', kb(sizes.untilUsable), 'at most 200 KB'],
  ['The whole first visit, brotli', `${kb(sizes.total)} in ${sizes.parts.length} requests`, 'at most 250 KB in 8'],
  ...sizes.parts.map((/** @type {any} */ part) => [`— ${part.name}`, kb(part.brotli), '']),
  ['JavaScript and style together, brotli', kb(sizes.ofPage), 'at most 25 KB'],
  ['Plain HTML form, from navigation: usable, first row', `${ms(loading.plain.usable)}, ${ms(loading.plain.firstRow)}`, 'the measure'],
  ['Editor: usable', `${ms(loading.server.usable)}`, times(loading.server.usable, loading.plain.usable)],
  ['Editor, server: first row', `${ms(loading.server.firstRow)}`, times(loading.server.firstRow, loading.plain.firstRow)],
  ['Editor, demo: first row', `${ms(loading.demo.firstRow)}`, times(loading.demo.firstRow, loading.plain.firstRow)],
  ['Idle for 10 s: frames, main thread', `${loading.idle.frames}, ${ms(loading.idle.mainThread)}`, 'at most 0, 5 ms'],
  ...[
    ['Plain HTML field', typing.plain],
    ['Editor, in the search', typing.search],
    ['Editor, in the form', typing.form],
  ].map(([where, { median, p95 }]) => [
    `${where}: from key to frame, median, 95th percentile`,
    `${ms(median)}, ${ms(p95)}`,
    where.startsWith('Plain') ? 'the measure' : '16 ms',
  ]),
  ['100,000 characters pasted into a plain text area: longest task', ms(typing.plain.paste), 'the measure'],
  ['100,000 characters pasted into Description: longest task', ms(typing.paste), `${times(typing.paste, typing.plain.paste)}; at most 50 ms on a current computer`],
  ...[
    ['a grid of 100,000 rows', scrolling.grid],
    ['a list of 10,000 webhooks', scrolling.list],
  ].flatMap(([what, { share, median, p95, cpp, mirror, drawing }]) => [
    [`Scrolling ${what}: animation frames with new rows; apart, median, 95th percentile`, `${Math.round(share * 100)} %; ${ms(median)}, ${ms(p95)}`, '100 %; 16.7 ms'],
    ['— of a frame: C++, mirror, text and WebGL', [cpp, mirror, drawing].map(ms).join(', '), ''],
  ]),
  ['A frame of the list with 10,000 records (C++)', ms(benchmark('list_frame')), 'at most 1 ms'],
  ['Decoding a page of 1,000 records (C++)', ms(benchmark('decode_page')), 'at most 5 ms'],
  ['A key in the search over 10,000 records (C++)', ms(benchmark('search_key')), 'at most 8 ms'],
  ['A filter added or removed over 10,000 records (C++)', ms(benchmark('filter_change')), 'at most 8 ms'],
];
const table = [['What', 'Measured', 'Wanted'], ['---', '---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
console.log(table);

if (argv.includes('--write')) {
  const file = join(root, 'README.md');
  const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];
  const readme = readFileSync(file, 'utf8');
  if (!readme.includes(begin) || !readme.includes(end)) throw new Error('README.md has no place for the figures');
  const [before, rest] = readme.split(begin);
  writeFileSync(file, `${before}${begin}\n${table}\n${end}${rest?.split(end)[1]}`);
}
