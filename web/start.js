// Starts the editor: reads config.json, brings in the WebAssembly with progress, and explains what goes wrong.

import createEditor from '#glue';
import { readConfiguration } from './configuration.js';
import { language, translate } from './language.js';
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
  again.textContent = translate('Load the page again');
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
    translate('The editor has stopped'),
    translate(
      'Something went wrong inside the editor, so it was stopped before it could do harm. If you had just pressed Save, ' +
        'look whether Nexudus has the change before you repeat it. Load the page again to go on.',
    ),
  );
}

/** @param {Promise<Response | undefined>} asked nothing: it cannot be reached @returns {Promise<Config>} */
async function readConfig(asked) {
  try {
    const response = await asked;
    if (!response) throw new Error('unreachable');
    if (!response.ok) {
      const error = translate('The file config.json cannot be read (HTTP {0}). It belongs beside index.html.', response.status);
      return { text: '', error };
    }
    const text = await response.text();
    JSON.parse(text);
    return { text, error: '' };
  } catch (reason) {
    const isWrong = reason instanceof SyntaxError;
    const error = isWrong
      ? translate('The file config.json is not valid JSON: {0}.', reason.message)
      : translate('The file config.json cannot be reached.');
    return { text: '', error };
  }
}

/** @param {unknown} reason */
function inWords(reason) {
  if (reason instanceof Explained) return reason.message;
  if (isPolicy(reason)) {
    return translate(
      "This site's content security policy forbids WebAssembly. Whoever runs it needs to allow 'wasm-unsafe-eval' in script-src.",
    );
  }
  return translate('This browser cannot start the editor ({0}). A current Chrome, Edge, Firefox or Safari can.', String(reason));
}

/** As the application calls it. */
const setEarlyTitle = () => (document.title = `${translate('Sign in')} · WebHook Editor`);

async function start() {
  const words = language.begin();
  if (await takeNewVersion()) {
    location.reload();
    return;
  }
  const askedConfig = fetch('config.json', { cache: 'no-cache' }).catch(() => undefined);
  await words; // nothing is said before: it comes beside the program, which index.html has asked for
  if (!getComputedStyle(document.documentElement).getPropertyValue('--monospace')) {
    throw new Explained(
      translate('The file style.css is missing or damaged. Whoever runs this site needs to copy the whole folder anew.'),
    );
  }
  if (typeof WebAssembly !== 'object' || !WebAssembly.compileStreaming) {
    throw new Explained(
      translate(
        'The editor needs WebAssembly, which is switched off or missing in this browser. ' +
          'Allow it in the settings, or use a current Chrome, Edge, Firefox or Safari.',
      ),
    );
  }
  const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById('progress'));
  const editorWasm = loadWasm(EDITOR_WASM, (part) => {
    if (progress) progress.value = part;
  });
  const configuration = readConfig(askedConfig);
  // Without the program nothing else matters.
  const config = await Promise.race([configuration, editorWasm.then(() => configuration)]);
  const demo = new LoadedLater(DEMO_WASM);
  const samples = new LoadedLater(SAMPLES_WASM);
  const { apiBase, provider, ways } = readConfiguration(config.text);
  const signIn = new SignIn(apiBase, demo, provider);
  let hasStarted = false;
  if (SIGN_IN_FIRST && ways && signIn.showEarly(ways)) {
    setEarlyTitle();
    language.listen(() => hasStarted || setEarlyTitle());
    performance.mark('editor:usable');
  }
  const answer = (/** @type {string} */ message) =>
    message.startsWith('POST /samples/') ? samples.ask(message) : demo.answer(message);
  const compiled = await editorWasm;
  hasStarted = true; // from here on the title is the application's
  const page = new Page(config, signIn, language, stopped, 'webhook-editor', answer);
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
  explain(translate('The editor cannot start'), inWords(reason));
});
