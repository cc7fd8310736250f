// Makes the folder that is served:
//
//   node site.mjs [--sign-in-first] <web folder> <output folder> <program.js> [<module.wasm> …]
//
// With --sign-in-first the page shows the sign-in form of config.json before the program has started.
// One script with what the first screen needs, and files of their own for what is imported later; a catalogue of texts for
// each language but English, loaded by those who speak it; hashes in the pages, a service worker that knows this version's
// files, icons for those who install it, and compressed siblings for hosts that serve such. Prints the size of each part.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const signInFirst = argv.includes('--sign-in-first');
const [web, output, glue, ...modules] = argv.slice(2).filter((argument) => argument !== '--sign-in-first');
if (!web || !output || !glue) throw new Error('usage: node site.mjs <web folder> <output folder> <program.js> [<module.wasm> …]');

const sha = (bytes, algorithm) => createHash(algorithm).update(bytes).digest('base64');
const read = (name) => readFile(join(web, name));

/** What web/wasm.js compares a file with that it has loaded. @param {string} name @param {Buffer | undefined} bytes */
const expected = (name, bytes) =>
  JSON.stringify({ name, size: bytes?.length ?? 0, sha256: bytes ? sha(bytes, 'sha256') : '' });

/** By their names in the folder that is served, with hashes, and by their tags what web/language.js loads them with. */
async function catalogues() {
  /** @type {Record<string, Buffer>} */
  const files = {};
  /** @type {Record<string, { name: string, integrity: string }>} */
  const byTag = {};
  for (const file of (await readdir(join(web, 'languages'))).sort()) {
    const tag = basename(file, '.json');
    const bytes = Buffer.from(JSON.stringify(JSON.parse((await read(join('languages', file))).toString())));
    const name = `languages/${tag}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.json`;
    files[name] = bytes;
    byTag[tag] = { name, integrity: `sha384-${sha(bytes, 'sha384')}` };
  }
  return { files, byTag };
}

/** @param {Buffer} wasm @param {Record<string, Buffer>} loadedLater @param {object} languages @returns {Promise<Record<string, Buffer>>} by name */
async function bundle(wasm, loadedLater, languages) {
  const later = (/** @type {string} */ name) => expected(name, loadedLater[name]);
  /** @type {Record<string, Buffer>} */
  const files = {};
  const options = {
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
      SIGN_IN_FIRST: String(signInFirst),
      EDITOR_WASM: expected('editor.wasm', wasm),
      DEMO_WASM: later('demo.wasm'),
      SAMPLES_WASM: later('samples.wasm'),
      LANGUAGES: JSON.stringify(languages),
    },
    // Emscripten's loader mentions Node's modules in branches that a browser never enters.
    external: ['module', 'fs', 'path', 'url'],
  };
  const buildInto = async (what) => {
    const { outputFiles } = await build({ ...options, ...what });
    for (const { path, contents } of outputFiles) files[basename(path)] = Buffer.from(contents);
    return outputFiles.map(({ path }) => basename(path));
  };
  // What is imported later is a file with a hash of its content in its name: no host can mix versions. It is bundled apart,
  // and not split off (esbuild's "splitting"): that makes a third file of what both need, one request more at the start.
  const importedLater = {
    name: 'imported later',
    setup({ onResolve }) {
      onResolve({ filter: /^[.]/ }, async ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const [name] = await buildInto({ entryPoints: [join(resolveDir, path)], entryNames: '[name]-[hash]' });
        return { path: `./${name}`, external: true };
      });
    },
  };
  const entryPoints = { app: join(web, 'start.js'), style: join(web, 'style.css'), 'signed-in': join(web, 'signed_in.js') };
  await buildInto({ entryPoints, plugins: [importedLater] });
  return files;
}

/** A picture of web/icon.svg. @param {number} size pixels, each way @param {number} margin a part of the size, for masks */
async function icon(size, margin = 0) {
  const svg = (await read('icon.svg')).toString();
  const place = -32 * margin;
  const room = 32 * (1 + 2 * margin);
  const drawn = margin
    ? svg.replace('viewBox="0 0 32 32"', `viewBox="${place} ${place} ${room} ${room}"`).replace('rx="8"', `x="${place}" y="${place}"`)
        .replace('width="32" height="32"', `width="${room}" height="${room}"`)
    : svg;
  return execFileSync('rsvg-convert', ['--width', `${size}`, '--height', `${size}`], { input: drawn });
}

/** @param {Record<string, Buffer>} files */
async function serviceWorker(files) {
  const version = createHash('sha256');
  for (const [name, bytes] of Object.entries(files)) version.update(`${name} ${bytes.length} `).update(bytes);
  const result = await build({
    entryPoints: [join(web, 'worker/service_worker.js')],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { FILES: JSON.stringify(Object.keys(files)), VERSION: JSON.stringify(version.digest('hex').slice(0, 16)) },
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** A page with the hash of each file it names, so that a host cannot mix versions. @param {string} page @param {string[]} names */
function withHashes(page, names) {
  let replaced = page.replace(/<!--(?!.*connect-src)[\s\S]*?-->/g, '');
  for (const name of names) {
    const before = replaced;
    replaced = before.replace(new RegExp(`(src|href)="${name}"`), `$& integrity="sha384-${sha(scripts[name], 'sha384')}"`);
    if (replaced === before) throw new Error(`a page does not name ${name} as it should`);
  }
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
const languages = await catalogues();
const scripts = await bundle(wasm, loadedLater, languages.byTag);
const page = async (name, ...names) => withHashes((await read(name)).toString(), names);
const first = {
  'index.html': await page('index.html', 'app.js', 'style.css'),
  'style.css': scripts['style.css'],
  'app.js': scripts['app.js'],
  'editor.wasm': wasm,
  'config.json': await read('config.json'),
  'icon.svg': await read('icon.svg'),
};
const needed = {
  ...first,
  ...scripts,
  'signed-in.html': await page('signed-in.html', 'signed-in.js', 'style.css'),
  'manifest.webmanifest': await read('manifest.webmanifest'),
  ...loadedLater,
  ...languages.files,
};
const files = {
  ...needed,
  'icon-180.png': await icon(180, 0.1),
  'icon-192.png': await icon(192),
  'icon-512.png': await icon(512),
  'icon-maskable-512.png': await icon(512, 0.2),
  'service_worker.js': await serviceWorker(needed),
};

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
// Those who run the site may edit these two: a compressed copy would be served instead of what they wrote.
const edited = new Set(['config.json', 'index.html']);
let total = 0;
for (const [name, bytes] of Object.entries(files)) {
  const { brotli, gzip } = compressed(bytes);
  if (name in first) total += brotli.length;
  console.log(`${name.padEnd(26)} ${String(bytes.length).padStart(8)} bytes ${String(brotli.length).padStart(8)} brotli`);
  await mkdir(dirname(join(output, name)), { recursive: true });
  await writeFile(join(output, name), bytes);
  if (edited.has(name) || name.endsWith('.png')) continue;
  await writeFile(join(output, `${name}.br`), brotli);
  await writeFile(join(output, `${name}.gz`), gzip);
}
console.log(`${'for the first screen'.padEnd(41)} ${String(total).padStart(8)} brotli`);
