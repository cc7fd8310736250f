// Every comparison that decides what a save overwrites or how many calls are made is turned around, one at a time, and
// the unit tests have to notice. A copy of the file with comparisons that the environment can turn around (mutant.h) is
// compiled once and linked in the place of the original; then the tests run once for each mutant.
//
//   node tests/mutation/check.js [build folder]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = process.argv[2] ?? join(root, 'build/native');
const work = join(root, 'build/mutation');
const patience_ms = 60_000; // a loop that never ends is noticed too

/** @typedef {{ file: string, program: string, tests: string }} Subject */
/** @type {Subject[]} */
const subjects = [
  { file: 'src/webhook/merge.cpp', program: 'unit_webhook', tests: 'Merging.*' },
  { file: 'src/nexudus/budget.cpp', program: 'unit_nexudus', tests: '*Budget.*' },
  { file: 'src/editor/merge_flow.cpp', program: 'unit_editor', tests: '*:-WhateverHappens.*:*Fault*:TwoClients.*' },
];

/** Comparisons whose boundary makes no difference: of a look's number with that of another request. */
const without_boundary = ['answer.request_id < state.form->as_of'];

/** @typedef {{ id: string, line: number, was: string, code: string }} Mutant */

/** @param {string} source @returns {{ text: string, mutants: Mutant[] }} */
function with_points(source) {
  /** @type {Mutant[]} */
  const mutants = [];
  let number = 0;
  const lines = source.split('\n').map((code, index) => {
    if (/^\s*(\/\/|#)|operator/.test(code)) return code;
    const add = (/** @type {string} */ was, /** @type {string[]} */ ways) => {
      number += 1;
      const same = was === '<' && without_boundary.some((comparison) => code.includes(comparison));
      for (const way of same ? ways.slice(1) : ways) mutants.push({ id: `${number}${way}`, line: index + 1, was, code: code.trim() });
      return number;
    };
    // As clang-format lays code out, an operator between two blanks is a comparison and never a template's bracket.
    return code
      .replace(/ ([!=]=|[<>]=?) /g, (_, /** @type {string} */ was) => {
        return ` ${was} mutation::point<${add(was, was.endsWith('=') && !/[<>]/.test(was) ? [''] : ['', 'b'])}>{} ${was} `;
      })
      .replace(/!(?=[\w.:>-]+\()/g, () => `mutation::yes<${add('!', [''])}>() != `);
  });
  return { text: `#include "${join(root, 'tests/mutation/mutant.h')}"\n#line 1\n${lines.join('\n')}`, mutants };
}

/** @param {string} command @param {string} what */
function must_run(command, what) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: build, encoding: 'utf8', timeout: 10 * patience_ms });
  if (status !== 0) throw new Error(`${what} failed:\n${stdout}${stderr}`);
}

/** @type {{ file: string, command: string }[]} */
const compilations = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));

/** The tests' program with the mutants inside. @param {Subject} subject @param {string} text */
function build_program({ file, program }, text) {
  const original = join(root, file);
  const copy = join(work, basename(file));
  writeFileSync(copy, text);
  const compile = compilations.find((one) => one.file === original)?.command;
  if (!compile) throw new Error(`${file} is not compiled in ${build}`);
  must_run(compile.replace(/ -o \S+ -c \S+$/, ` -w -o ${copy}.o -c ${copy}`), `compiling ${file} with its mutants`);
  const ninja = spawnSync('ninja', ['-t', 'commands', program], { cwd: build, encoding: 'utf8', maxBuffer: 1 << 26 });
  const link = ninja.stdout.split('\n').filter((line) => line.includes(` -o tests/unit/${program} `)).pop() ?? '';
  const command = /&& (.*?) -o \S+ (.*?)( && .*)?$/.exec(link);
  if (!command) throw new Error(`how ${program} is linked cannot be read`);
  const made = join(work, program);
  // Before the libraries: what an object defines is not looked for in them.
  must_run(`${command[1]} ${copy}.o -o ${made} ${command[2]}`, `linking ${program}`);
  return made;
}

/** Whether the tests pass although this mutant lives. @param {string} tests @param {Mutant} mutant @returns {Promise<boolean>} */
function survives(tests, { id }) {
  return new Promise((done) => {
    const environment = { ...process.env, MUTANT: id };
    const child = spawn('bash', ['-c', `exec ${tests}`], { cwd: build, stdio: 'ignore', timeout: patience_ms, env: environment });
    child.on('close', (status) => done(status === 0));
  });
}

/** Those that survive, in their order. @param {string} tests @param {Mutant[]} mutants */
async function survivors(tests, mutants) {
  /** @type {Set<Mutant>} */
  const found = new Set();
  const queue = [...mutants];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (await survives(tests, next)) found.add(next);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return mutants.filter((mutant) => found.has(mutant));
}

mkdirSync(work, { recursive: true });
let caught = 0;
let all = 0;
for (const subject of subjects) {
  const { text, mutants } = with_points(readFileSync(join(root, subject.file), 'utf8'));
  const tests = `${build_program(subject, text)} --gtest_filter='${subject.tests}' --gtest_fail_fast --gtest_brief=1`;
  must_run(tests, `${subject.program} without a mutant`);
  const missed = await survivors(tests, mutants);
  for (const { line, was, code, id } of missed) console.log(`${subject.file}:${line}: nobody notices a wrong "${was}" (${id}): ${code}`);
  console.log(`${subject.file}: ${mutants.length - missed.length} of ${mutants.length} mutants caught`);
  caught += mutants.length - missed.length;
  all += mutants.length;
}
console.log(`report: ${caught} of ${all} mutants caught`);
process.exit(caught === all ? 0 : 1);
