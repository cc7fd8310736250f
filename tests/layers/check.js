// A crossed layer fails to build: compiles, with the include paths the build gives each layer, one line that includes a
// header of another. What the layer may see compiles; what it may not see is not found. And what can be lifted out for
// another application has no word of this one.
//
//   node tests/layers/check.js [build folder]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = process.argv[2] ?? `${root}build/native`;

/** Which layers each may use: the table of the README, with what follows from it. @type {Record<string, string[]>} */
const may_use = {
  language: [],
  webhook: ['language'],
  nexudus: ['webhook', 'language'],
  editor: ['nexudus', 'webhook', 'language'],
  gui: ['language'],
  platform: ['gui', 'language'],
  screens: ['editor', 'gui', 'nexudus', 'webhook', 'language'],
  sandbox: ['webhook', 'nexudus', 'language'],
  samples: ['webhook', 'nexudus', 'language'],
  server: ['sandbox', 'webhook', 'nexudus', 'language'],
  app: ['screens', 'editor', 'platform', 'gui', 'nexudus', 'webhook', 'language'],
};
const layers = Object.keys(may_use);

/** @type {{ file: string, command: string, directory: string }[]} */
const commands = JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8'));

/** The include paths a layer is compiled with. @param {string} layer */
function include_paths(layer) {
  const compilation = commands.find(({ file }) => file.startsWith(`${root}src/${layer}/`));
  if (!compilation) throw new Error(`nothing of src/${layer} is compiled in ${build}`);
  return compilation.command.match(/(-I|-isystem )\S+/g)?.flatMap((option) => option.split(' ')) ?? [];
}

/** @param {string} layer */
const a_header_of = (layer) => {
  const name = readdirSync(`${root}src/${layer}`).find((file) => file.endsWith('.h'));
  if (!name || !existsSync(`${root}src/${layer}/${name}`)) throw new Error(`src/${layer} has no header`);
  return `${layer}/${name}`;
};

/**
 * Whether the preprocessor finds the header.
 * @param {string} layer
 * @param {string} header
 */
function finds(layer, header) {
  const options = ['-std=c++20', '-x', 'c++', '-fsyntax-only', ...include_paths(layer), '-'];
  const source = `#if !__has_include("${header}")\n#error not found\n#endif\n`;
  return spawnSync('clang++', options, { input: source }).status === 0;
}

const wrong = layers.flatMap((layer) =>
  layers
    .filter((other) => other !== layer && finds(layer, a_header_of(other)) !== may_use[layer]?.includes(other))
    .map((other) => `${layer} ${may_use[layer]?.includes(other) ? 'cannot' : 'can'} include ${a_header_of(other)}`),
);
for (const sentence of wrong) console.log(sentence);
console.log(`${layers.length * (layers.length - 1)} pairs of layers, ${wrong.length} wrong`);

/** Lines of what can be lifted out that are about this application. @param {string} folder @returns {string[]} */
function lines_about_the_application(folder) {
  const files = readdirSync(`${root}${folder}`, { recursive: true }).map((name) => `${folder}/${name}`);
  return files
    .filter((file) => /\.\w+$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(root + file, 'utf8').split('\n');
      return lines.flatMap((line, index) => (/webhook|nexudus/i.test(line) ? [`${file}:${index + 1}: ${line}`] : []));
    });
}
const lifted_out = ['src/gui', 'src/language', 'src/platform', 'web/platform', 'shaders'];
const about = lifted_out.flatMap(lines_about_the_application);
for (const line of about) console.log(`knows the application: ${line}`);

process.exit(wrong.length || about.length ? 1 : 0);
