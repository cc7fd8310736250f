// Starts the editor: reads config.json, brings in the WebAssembly with progress, and explains what goes wrong.

import createEditor from '#glue';
import { readConfiguration } from './configuration.js';
import { LoadedLater } from './module.js';
import { keepForLater, takeNewVersion } from './offline.js';
import { Page } from './platform/page.js';
import { SignIn } from './sign_in.js';
import { Explained, isPolicy, loadWasm } from './wasm.js';

/** @typedef {import('./platform/page.js').Config} Config */

/**
 * Puts an explanation in the place of whatever is shown.
 * @param {string} title
 * @param {string} explanation
 */
function explain(title, explanation) {
  const start = document.getElementById('start') ?? document.createElement('main');
  start.id = 'start';
  start.hidden = false;
  start.removeAttribute('aria-busy');
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
  document.title = `${title} · WebHook Editor`;
  document.documentElement.classList.add('failed');
}

/** @param {unknown} reason */
function stopped(reason) {
  console.error(reason);
  if (document.documentElement.classList.contains('failed')) return; // what is left running may fail again
  explain(
    'The editor has stopped',
    'Something went wrong inside the editor, so it was stopped before it could do harm. If you had just pressed Save, ' +
      'look whether Nexudus has the change before you repeat it. Load the page again to go on.',
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
  if (await takeNewVersion()) {
    location.reload();
    return;
  }
  if (!getComputedStyle(document.documentElement).getPropertyValue('--monospace')) {
    throw new Explained('The file style.css is missing or damaged. Whoever runs this site needs to copy the whole folder anew.');
  }
  if (typeof WebAssembly !== 'object' || !WebAssembly.compileStreaming) {
    throw new Explained(
      'The editor needs WebAssembly, which is switched off or missing in this browser. ' +
        'Allow it in the settings, or use a current Chrome, Edge, Firefox or Safari.',
    );
  }
  const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById('progress'));
  const editorWasm = loadWasm(EDITOR_WASM, (part) => {
    if (progress) progress.value = part;
  });
  const configuration = loadConfig();
  // Without the program nothing else matters.
  const config = await Promise.race([configuration, editorWasm.then(() => configuration)]);
  const demo = new LoadedLater(DEMO_WASM);
  const samples = new LoadedLater(SAMPLES_WASM);
  const { apiBase, provider, ways } = readConfiguration(config.text);
  const signIn = new SignIn(apiBase, demo, provider);
  if (SIGN_IN_FIRST && ways && signIn.showEarly(ways)) {
    document.title = 'Sign in · WebHook Editor'; // as the application calls it
    performance.mark('editor:usable');
  }
  const answer = (/** @type {string} */ message) =>
    message.startsWith('POST /samples/') ? samples.ask(message) : demo.answer(message);
  const compiled = await editorWasm;
  const page = new Page(config, signIn, stopped, 'webhook-editor', answer);
  await createEditor({
    page,
    instantiateWasm: (imports, receive) => {
      void WebAssembly.instantiate(compiled, imports).then(receive);
      return {};
    },
    onAbort: stopped,
  });
  keepForLater();
}

/** @param {unknown} reason */
const stopIfBroken = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) stopped(reason);
};
addEventListener('error', ({ error }) => stopIfBroken(error));
addEventListener('unhandledrejection', ({ reason }) => stopIfBroken(reason));
start().catch((reason) => {
  console.error(reason);
  explain('The editor cannot start', inWords(reason));
});
