// Nothing is drawn while nothing happens, nothing is set to happen later, and nothing that is done piles up. How much of
// the main thread that leaves is measured by script/bench.
import { hooks } from '../support/editor.js';
import { pending, watchPending } from '../support/pending.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('../support/editor.js').Editor} Editor */

const idle_ms = 10_000;
const look_ms = 60_000;

test.beforeEach(({ page }) => page.addInitScript(watchPending));

for (const screen of /** @type {const} */ (['list', 'form'])) {
  test(`the ${screen} is idle: no frames for 10 s`, async ({ editor }) => {
    await (screen === 'list' ? editor.openList() : editor.openForm(hooks.withLargeNumbers));
    await editor.settled(3_000); // longer than anything waits that is tried again
    const before = await editor.framesDrawn();
    // Waiting is what is tested. In the test's own process, so that the page has no part in it.
    await new Promise((done) => setTimeout(done, idle_ms));
    expect((await editor.framesDrawn()) - before).toBe(0);
  });
}

/** @type {[string, (editor: Editor) => Promise<unknown>][]} */
const places = [
  ['the list', (editor) => editor.openList()],
  ['the list with the caret in its search', async (editor) => {
    await editor.openList();
    await editor.search.click();
  }],
  ['the form', (editor) => editor.openForm(hooks.withLargeNumbers)],
  ['the form with the caret in a field', async (editor) => {
    await editor.openForm(hooks.withLargeNumbers);
    await editor.name.click();
  }],
];
for (const [where, reach] of places) {
  test(`no timer runs and no frame is asked for in ${where}`, async ({ editor, page }) => {
    await reach(editor);
    await editor.settled(3_000);
    const { timers, frames } = await pending(page);
    expect(frames).toBe(0);
    // With a server, one for what comes next: the look at an open webhook, or the end of the session. See README.md.
    expect(timers).toEqual(editor.world === 'server' ? [expect.any(Number)] : []);
    for (const delay of timers) expect(delay).toBeGreaterThan(look_ms / 2);
  });
}

test('a page that is not seen sets no timer', async ({ editor, page }) => {
  await editor.openForm(hooks.withLargeNumbers);
  await editor.settled();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await editor.settled();
  expect(await pending(page)).toMatchObject({ timers: [], frames: 0 });
});

test('a key is drawn within one frame, with all it changes, and the elements follow at once', async ({ editor, page }) => {
  await editor.openList();
  await editor.search.focus();
  await editor.settled();
  await page.evaluate(() => {
    const framesDrawn = () => globalThis.editorDiagnostics?.frames() ?? 0;
    const rows = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
    const rowsBefore = rows();
    /** @type {Promise<{ frames: number, isNarrowed: boolean }>} */
    const drawn = new Promise((done) =>
      document.addEventListener('keydown', () => {
        const before = framesDrawn();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel(); // after all that this frame calls
          port1.onmessage = () =>
            setTimeout(() => done({ frames: framesDrawn() - before, isNarrowed: rows() !== rowsBefore }));
          port2.postMessage(null);
        });
      }, { capture: true, once: true }),
    );
    Object.assign(globalThis, { drawn });
  });
  await page.keyboard.press('j');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'drawn'))).toEqual({ frames: 1, isNarrowed: true });
});

for (const [what, key, reach] of /** @type {[string, string, (editor: Editor) => Promise<unknown>][]} */ ([
  ['an arrow key in the list', 'ArrowDown', (editor) => editor.list.getByRole('gridcell').first().focus()],
  ['a letter in the search', 'a', (editor) => editor.search.focus()],
])) {
  test(`${what} that is held leaves nothing to do when it is let go`, async ({ editor, page }) => {
    const repeats = 200;
    await editor.openList();
    await reach(editor);
    await editor.settled();
    const { drawn, left } = await page.evaluate(
      async ({ key, repeats }) => {
        const framesDrawn = () => globalThis.editorDiagnostics?.frames() ?? 0;
        const begin = framesDrawn();
        for (let count = 0; count < repeats; ++count) {
          const target = document.activeElement;
          const goesOn = target?.dispatchEvent(
            new KeyboardEvent('keydown', { key, repeat: count > 0, bubbles: true, cancelable: true }),
          );
          if (goesOn && key.length === 1) document.execCommand('insertText', false, key);
        }
        const end = framesDrawn();
        // What an action moves is seen two frames after it at the latest.
        for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
        const after = framesDrawn();
        for (let frame = 0; frame < 10; ++frame) await new Promise(requestAnimationFrame);
        return { drawn: end - begin, left: framesDrawn() - after };
      },
      { key, repeats },
    );
    expect(left).toBe(0);
    expect(drawn).toBeLessThanOrEqual(4 * repeats);
    expect((await pending(page)).mostFrames).toBeLessThanOrEqual(2); // the test's own is one of them
  });
}
