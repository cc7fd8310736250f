// Makes the folder that is served: node site.mjs <web folder> <output folder> <program.js> [<module.wasm> …]
// One script, hashes in the page, and compressed siblings for hosts that serve such. Prints the size of each part.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [web, output, glue, ...modules] = argv.slice(2);
if (!web || !output || !glue) throw new Error('usage: node site.mjs <web folder> <output folder> <program.js> [<module.wasm> …]');

const sha = (bytes, algorithm) => createHash(algorithm).update(bytes).digest('base64');
const read = (name) => readFile(join(web, name));

/** What web/wasm.js compares a file with that it has loaded. @param {string} name @param {Buffer | undefined} bytes */
const expected = (name, bytes) =>
  JSON.stringify({ name, size: bytes?.length ?? 0, sha256: bytes ? sha(bytes, 'sha256') : '' });

/** @param {Buffer} wasm @param {Record<string, Buffer>} loadedLater */
async function bundle(wasm, loadedLater) {
  const later = (/** @type {string} */ name) => expected(name, loadedLater[name]);
  const result = await build({
    entryPoints: [join(web, 'start.js'), join(web, 'style.css')],
    outdir: output,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    alias: { '#glue': glue },
    define: {
      EDITOR_WASM: expected('editor.wasm', wasm),
      DEMO_WASM: later('demo.wasm'),
      SAMPLES_WASM: later('samples.wasm'),
    },
    // Emscripten's loader mentions Node's modules in branches that a browser never enters.
    external: ['module', 'fs', 'path', 'url'],
  });
  const file = (end) => Buffer.from(result.outputFiles.find(({ path }) => path.endsWith(end)).contents);
  return { script: file('.js'), style: file('.css') };
}

/** The page with the hash of each file it names, so that a host cannot mix versions. */
function withHashes(page, script, style) {
  const replaced = page
    .replace('src="app.js"', `src="app.js" integrity="sha384-${sha(script, 'sha384')}"`)
    .replace('href="style.css"', `href="style.css" integrity="sha384-${sha(style, 'sha384')}"`)
    .replace(/<!--(?!.*connect-src)[\s\S]*?-->/g, '');
  if (replaced.split('integrity=').length !== 3) throw new Error('index.html names its script or style differently');
  return Buffer.from(replaced);
}

function compressed(bytes) {
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { brotli, gzip: gzipSync(bytes, { level: 9 }) };
}

const wasm = await readFile(glue.replace(/\.js$/, '.wasm'));
/** @type {Record<string, Buffer>} */
const loadedLater = {};
for (const file of modules) loadedLater[basename(file)] = await readFile(file);
const { script, style } = await bundle(wasm, loadedLater);
const files = {
  'index.html': withHashes((await read('index.html')).toString(), script, style),
  'style.css': style,
  'app.js': script,
  'editor.wasm': wasm,
  'config.json': await read('config.json'),
  'icon.svg': await read('icon.svg'),
  ...loadedLater,
};

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
// Those who run the site may edit these two: a compressed copy would be served instead of what they wrote.
const edited = new Set(['config.json', 'index.html']);
let total = 0;
for (const [name, bytes] of Object.entries(files)) {
  const { brotli, gzip } = compressed(bytes);
  if (!(name in loadedLater)) total += brotli.length;
  console.log(`${name.padEnd(12)} ${String(bytes.length).padStart(8)} bytes ${String(brotli.length).padStart(8)} brotli`);
  await writeFile(join(output, name), bytes);
  if (edited.has(name)) continue;
  await writeFile(join(output, `${name}.br`), brotli);
  await writeFile(join(output, `${name}.gz`), gzip);
}
console.log(`${'for the first screen'.padEnd(27)} ${String(total).padStart(8)} brotli`);
