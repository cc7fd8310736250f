// Runs clang-tidy over all C++ of src/ and tests/, several files at a time. A file is skipped when it passed before and
// neither it, nor a header of ours it includes, nor how it is compiled, nor .clang-tidy has changed since.
//
//   node script/lib/tidy.js [file …]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passed = join(root, 'build/tidy');

/** @typedef {{ file: string, options: string[] }} Compilation options: what clang-tidy is told after the file's name */

/** The system headers of Emscripten without its C library: enough to check, with the native library, what uses them. */
function emscripten_options() {
  const found = spawnSync('em-config', ['CACHE'], { encoding: 'utf8' }).stdout?.trim();
  if (!found) throw new Error('em-config is not on PATH: run script/bootstrap, then ". .deps/env.sh"');
  return ['-D__EMSCRIPTEN__', '-Wno-unknown-attributes', '-idirafter', join(found, 'sysroot/include')];
}

/** Files that only WebAssembly is made of, with the options of their native neighbours. @param {Compilation[]} native */
function web_compilations(native) {
  const like = (/** @type {string} */ folder) =>
    native.find(({ file }) => file.startsWith(join(root, folder)))?.options.filter((option) => option !== '-c') ?? [];
  const generated = ['-I', join(root, 'build/web/generated/platform')];
  const in_web = readdirSync(join(root, 'src/platform/web')).filter((name) => name.endsWith('.cpp'));
  return [
    ...in_web.map((name) => ({
      file: join(root, 'src/platform/web', name),
      options: [...like('src/platform/null'), ...generated, ...emscripten_options()],
    })),
    { file: join(root, 'src/app/main.cpp'), options: like('src/app') },
  ];
}

/** @returns {Compilation[]} */
function compilations() {
  /** @type {Map<string, Compilation>} */
  const found = new Map();
  for (const preset of ['native', 'fuzz', 'release']) {
    /** @type {{ file: string, command: string }[]} */
    const commands = JSON.parse(readFileSync(join(root, 'build', preset, 'compile_commands.json'), 'utf8'));
    for (const { file, command } of commands) {
      if (!/^(src|tests)\//.test(relative(root, file)) || found.has(file)) continue;
      // Without the compiler, the output and the file itself.
      const options = command.replaceAll('\\"', '"').split(' ').slice(1, -4);
      found.set(file, { file, options });
    }
  }
  for (const compilation of web_compilations([...found.values()])) found.set(compilation.file, compilation);
  return [...found.values()];
}

/** A file and all headers of ours it includes, whatever else it says. @param {string} file @param {Set<string>} [seen] */
function with_headers(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^\s*#include "([^"]+)"/gm)) {
    const places = [dirname(file), join(root, 'src'), join(root, 'tests')];
    const place = places.find((folder) => existsSync(join(folder, name ?? '')));
    if (place) with_headers(join(place, name ?? ''), seen);
  }
  return seen;
}

const version = spawnSync('clang-tidy', ['--version'], { encoding: 'utf8' }).stdout;
const rules = readFileSync(join(root, '.clang-tidy'), 'utf8');
// A machine that has checked nothing before, as those of continuous integration, has time only for what is shipped and has
// changed of late, and not for the analyzer, which follows every path and seldom finds what the sanitizers do not, under
// which the tests run.
const isBare = !!process.env['CI'];
const leftOut = isBare ? ['--checks=-clang-analyzer-*'] : [];

/** The files of the last commits. */
function recent() {
  const log = spawnSync('git', ['log', '-n', '10', '--name-only', '--pretty=format:', '--', 'src'], { cwd: root, encoding: 'utf8' });
  return log.stdout.split('\n').map((name) => join(root, name));
}

/** @param {Compilation} compilation */
function stamp_of({ file, options }) {
  const hash = createHash('sha256').update(JSON.stringify([version, rules, leftOut, options]));
  for (const part of [...with_headers(file)].sort()) hash.update(part).update(readFileSync(part));
  return join(passed, hash.digest('hex'));
}

/** @param {Compilation} compilation @returns {Promise<string>} what clang-tidy found; empty for nothing */
function check({ file, options }) {
  return new Promise((done) => {
    const child = spawn('clang-tidy', ['--quiet', ...leftOut, file, '--', ...options], { cwd: root });
    let output = '';
    let errors = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (errors += data));
    child.on('close', (status) => done(status === 0 ? '' : output || errors || 'clang-tidy ended in an odd way'));
  });
}

mkdirSync(passed, { recursive: true });
const named = process.argv.slice(2).map((name) => join(process.cwd(), name));
const asked = named.length || !isBare ? named : recent();
const all = compilations().filter(({ file }) => existsSync(file) && (!asked.length || asked.includes(file)));
const queue = all
  .map((compilation) => ({ ...compilation, stamp: stamp_of(compilation) }))
  .filter(({ stamp }) => !existsSync(stamp));
const count = queue.length;
let failures = 0;

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const findings = await check(next);
    if (findings) {
      ++failures;
      console.log(findings.trimEnd());
    } else {
      writeFileSync(next.stamp, relative(root, next.file));
    }
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`${all.length} files, ${count} of them new or changed, findings in ${failures}`);
process.exit(failures ? 1 : 0);
