// Makes the folder that is served: node site.mjs <web folder> <program.js> <output folder>
// One script, hashes in the page, and compressed siblings for hosts that serve such. Prints the size of each part.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [web, glue, output] = argv.slice(2);
if (!web || !glue || !output) throw new Error('usage: node site.mjs <web folder> <program.js> <output folder>');

const sha = (bytes, algorithm) => createHash(algorithm).update(bytes).digest('base64');
const read = (name) => readFile(join(web, name));

/** @param {Buffer} wasm */
async function bundle(wasm) {
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
    define: { WASM_SIZE: String(wasm.length), WASM_SHA256: JSON.stringify(sha(wasm, 'sha256')) },
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
const { script, style } = await bundle(wasm);
const files = {
  'index.html': withHashes((await read('index.html')).toString(), script, style),
  'style.css': style,
  'app.js': script,
  'editor.wasm': wasm,
  'config.json': await read('config.json'),
  'icon.svg': await read('icon.svg'),
};

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
// Those who run the site may edit these two: a compressed copy would be served instead of what they wrote.
const edited = new Set(['config.json', 'index.html']);
let total = 0;
for (const [name, bytes] of Object.entries(files)) {
  const { brotli, gzip } = compressed(bytes);
  total += brotli.length;
  console.log(`${name.padEnd(12)} ${String(bytes.length).padStart(8)} bytes ${String(brotli.length).padStart(8)} brotli`);
  await writeFile(join(output, name), bytes);
  if (edited.has(name)) continue;
  await writeFile(join(output, `${name}.br`), brotli);
  await writeFile(join(output, `${name}.gz`), gzip);
}
console.log(`${'together'.padEnd(27)} ${String(total).padStart(8)} brotli`);
