// What a JSON report of Playwright comes to: how many tests passed and failed, then the names of those that failed, each on
// a line. A test that passed at the second try counts as passed.
//
//   node script/lib/playwright_report.js report.json
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

/** @typedef {{ title: string, ok: boolean, file: string, line: number }} Spec */
/** @typedef {{ specs: Spec[], suites?: Suite[] }} Suite */

/** @type {{ stats: { expected: number, flaky: number, unexpected: number }, suites: Suite[] }} */
const { stats, suites } = JSON.parse(readFileSync(argv[2] ?? '', 'utf8'));

/** @param {Suite} suite @returns {Spec[]} */
const specsIn = ({ specs, suites: inner = [] }) => [...specs, ...inner.flatMap(specsIn)];

console.log(`${stats.expected + stats.flaky} ${stats.unexpected}`);
for (const { title, file, line, ok } of suites.flatMap(specsIn)) if (!ok) console.log(`${file}:${line} ${title}`);
