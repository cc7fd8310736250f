// Much text at once. Work is counted here, since time depends on the machine: script/bench measures that.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

const text = Array.from({ length: 10_000 }, (_, word) => `word${String(word).padStart(5, '0')}`).join(' ');

test('a hundred thousand characters are pasted into Description with work in proportion to them', async ({ editor, page }) => {
  await editor.openForm(hooks.withLargeNumbers);
  await editor.description.focus();
  await editor.settled();
  const work = await page.evaluate(async (pasted) => {
    const framesDrawn = () => globalThis.editorDiagnostics?.frames() ?? 0;
    const work = { measured: 0, drawn: 0, frames: framesDrawn() };
    const context = OffscreenCanvasRenderingContext2D.prototype;
    const { measureText, fillText } = context;
    context.measureText = function (text) {
      work.measured += text.length;
      return measureText.call(this, text);
    };
    context.fillText = function (text, ...place) {
      work.drawn += text.length;
      fillText.call(this, text, ...place);
    };
    document.execCommand('insertText', false, pasted);
    for (let frame = 0; frame < 10; ++frame) await new Promise(requestAnimationFrame);
    document.getElementById('mirror')?.querySelector('input')?.focus(); // now the canvas shows it
    for (let frame = 0; frame < 10; ++frame) await new Promise(requestAnimationFrame);
    work.frames = framesDrawn() - work.frames;
    return work;
  }, text);
  await expect(editor.description).toHaveValue(text);
  await expect(editor.says('1 unsaved change')).toBeAttached();
  expect(work.frames).toBeLessThanOrEqual(12);
  expect(work.measured).toBeLessThanOrEqual(20_000);
  expect(work.drawn).toBeLessThanOrEqual(10_000);
});
