// Starts the editor: reads config.json, brings in the WebAssembly with progress, and explains what goes wrong.

import createEditor from '#glue';
import { Page } from './platform/page.js';
import { SignIn } from './sign_in.js';

/** @typedef {import('./platform/page.js').Config} Config */

/** A failure with words for the user. */
class Explained extends Error {}

const wasmName = 'editor.wasm';

/**
 * Puts an explanation in the place of whatever is shown.
 * @param {string} title
 * @param {string} explanation
 */
function explain(title, explanation) {
  const start = document.getElementById('start') ?? document.createElement('main');
  start.id = 'start';
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = explanation;
  const again = document.createElement('button');
  again.textContent = 'Load the page again';
  again.addEventListener('click', () => location.reload());
  start.replaceChildren(heading, paragraph, again);
  document.body.prepend(start);
  document.documentElement.classList.add('failed');
}

/** @param {unknown} reason */
function stopped(reason) {
  console.error(reason);
  if (document.documentElement.classList.contains('failed')) return; // what is left running may fail again
  explain(
    'The editor has stopped',
    'Something went wrong inside the editor, so it was stopped before it could do harm. Nothing was sent to Nexudus ' +
      'since your last save. Load the page again to go on.',
  );
}

/** @returns {Promise<Config>} */
async function loadConfig() {
  try {
    const response = await fetch('config.json', { cache: 'no-cache' });
    if (!response.ok) {
      return { text: '', error: `The file config.json cannot be read (HTTP ${response.status}). It belongs beside index.html.` };
    }
    const text = await response.text();
    JSON.parse(text);
    return { text, error: '' };
  } catch (reason) {
    const what = reason instanceof SyntaxError ? `is not valid JSON: ${reason.message}` : 'cannot be reached';
    return { text: '', error: `The file config.json ${what}.` };
  }
}

/** @param {Config} config */
function apiBaseOf(config) {
  const parsed = config.text ? JSON.parse(config.text) : {};
  const base = parsed?.apiBase;
  try {
    new URL(base, document.baseURI);
    return typeof base === 'string' ? base : 'api';
  } catch {
    return 'api'; // the application reads the same text and complains
  }
}

/** @returns {Promise<Response>} */
async function requestWasm() {
  const response = await fetch(wasmName).catch(() => undefined);
  if (!response) throw new Explained(`The file ${wasmName} cannot be reached. Check your connection and load the page again.`);
  if (!response.ok || !response.body) {
    throw new Explained(
      `The file ${wasmName} is missing (HTTP ${response.status}). Whoever runs this site needs to copy it beside index.html.`,
    );
  }
  return response;
}

/** Compiles while it arrives, and lets nothing run that is not the file this script was built with. */
async function loadWasm() {
  const response = await requestWasm();
  const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById('progress'));
  /** @type {Uint8Array[]} */
  const chunks = [];
  let received = 0;
  const counted = /** @type {ReadableStream<Uint8Array>} */ (response.body).pipeThrough(
    new TransformStream({
      /** @param {Uint8Array} chunk @param {TransformStreamDefaultController} controller */
      transform(chunk, controller) {
        chunks.push(chunk);
        received += chunk.length;
        if (progress) progress.value = received / WASM_SIZE;
        controller.enqueue(chunk);
      },
    }),
  );
  const compiling = WebAssembly.compileStreaming(new Response(counted, { headers: { 'Content-Type': 'application/wasm' } }));
  const compiled = await compiling.catch((reason) => {
    if (reason instanceof WebAssembly.CompileError && received !== WASM_SIZE && !isPolicy(reason)) return undefined;
    throw reason;
  });
  if (!compiled || !(await isExpected(chunks))) {
    throw new Explained(
      `The file ${wasmName} is not the one that belongs to this page: it is damaged or of another version. ` +
        'Load the page again; if that does not help, whoever runs this site needs to copy the whole folder anew.',
    );
  }
  return compiled;
}

/** @param {Uint8Array[]} chunks */
async function isExpected(chunks) {
  if (!globalThis.crypto?.subtle) return true; // over plain HTTP there is no such service
  const bytes = new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (chunks)).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest)) === WASM_SHA256;
}

/** @param {unknown} reason */
const isPolicy = (reason) => /content security policy|unsafe-eval/i.test(String(reason));

/** @param {unknown} reason */
function inWords(reason) {
  if (reason instanceof Explained) return reason.message;
  if (isPolicy(reason)) {
    return (
      "This site's content security policy forbids WebAssembly. Whoever runs it needs to allow 'wasm-unsafe-eval' in script-src."
    );
  }
  return `This browser cannot start the editor (${String(reason)}). A current Chrome, Edge, Firefox or Safari can.`;
}

async function start() {
  if (typeof WebAssembly !== 'object' || !WebAssembly.compileStreaming) {
    throw new Explained(
      'The editor needs WebAssembly, which is switched off or missing in this browser. ' +
        'Allow it in the settings, or use a current Chrome, Edge, Firefox or Safari.',
    );
  }
  const [config, compiled] = await Promise.all([loadConfig(), loadWasm()]);
  const signIn = new SignIn(apiBaseOf(config));
  const page = new Page(config, signIn, stopped);
  await createEditor({
    page,
    instantiateWasm: (imports, receive) => {
      void WebAssembly.instantiate(compiled, imports).then(receive);
      return {};
    },
    onAbort: stopped,
  });
}

addEventListener('error', ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) stopped(error);
});
start().catch((reason) => {
  console.error(reason);
  explain('The editor cannot start', inWords(reason));
});
