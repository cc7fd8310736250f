// Text as people type and change it: the browser's own, in every way it comes.
import { expect } from '@playwright/test';
import { settled, test } from './example.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

/** What is selected in a field. @param {Locator} box */
const selected = (box) =>
  box.evaluate((/** @type {HTMLInputElement} */ { value, selectionStart, selectionEnd }) =>
    value.slice(selectionStart ?? 0, selectionEnd ?? 0),
  );

/** What an input method shows before it is decided. @param {Page} page @returns {Promise<(text: string) => Promise<unknown>>} */
async function composer(page) {
  const session = await page.context().newCDPSession(page);
  return (text) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Where letters of a field's only line stand on the page. @param {Page} page @param {string} name @param {string} before the text up to there */
async function placeAfter(page, name, before) {
  const box = await field(page, name).boundingBox();
  if (!box) throw new Error('no box');
  const width = await field(page, name).evaluate((element, text) => {
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    const { fontSize, fontFamily } = getComputedStyle(element);
    context.font = `${fontSize} ${fontFamily}`;
    return context.measureText(text).width;
  }, before);
  return { x: box.x + width, y: box.y + 10 };
}

test('what is typed before the elements have followed the letter before is not written over', async ({ example }) => {
  const title = field(example, 'Title');
  await title.fill('');
  await settled(example);
  const written = await title.evaluateHandle(async (/** @type {HTMLInputElement} */ box) => {
    const own = /** @type {Required<PropertyDescriptor>} */ (Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'));
    const type = (/** @type {string} */ text) => {
      own.set.call(box, text);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    /** @type {string[]} */
    const texts = [];
    Object.defineProperty(box, 'value', { get: () => own.get.call(box), set: (text) => texts.push(text) });
    type('a');
    await new Promise(requestAnimationFrame); // it is drawn
    type('ab');
    return texts;
  });
  await settled(example);
  expect(await written.jsonValue()).toEqual([]);
  await expect(title).toHaveValue('ab');
});

test.describe('an input method', () => {
  test('composes in a field of many lines, and what it decides arrives', async ({ example }) => {
    const notes = field(example, 'Notes');
    await notes.fill('一\n');
    const compose = await composer(example);
    await compose('にほ');
    await expect(notes).toHaveValue('一\nにほ');
    await compose('日本');
    await example.keyboard.insertText('日本');
    await example.getByRole('button', { name: 'Count' }).click();
    await expect(notes).toHaveValue('一\n日本');
  });

  test('composes in a combobox: its list follows, and Enter, which decides the word, chooses nothing', async ({ example }) => {
    const planet = example.getByRole('combobox', { name: 'Planet' });
    await planet.click();
    await example.keyboard.press('ControlOrMeta+a');
    const compose = await composer(example);
    await compose('Ma');
    await expect(example.getByRole('option')).toHaveText(['Mars']);
    await example.keyboard.down('Enter'); // while it composes
    await expect(planet).toHaveAttribute('aria-expanded', 'true');
    await example.keyboard.up('Enter');
    await example.keyboard.insertText('Mars');
    await example.keyboard.press('Enter');
    await expect(planet).toHaveAttribute('aria-expanded', 'false');
    await expect(planet).toHaveValue('Mars');
  });

  test('is not disturbed by what the application draws meanwhile', async ({ example }) => {
    await example.getByRole('button', { name: 'Timer' }).click();
    const title = field(example, 'Title');
    await title.fill('');
    const compose = await composer(example);
    await compose('に');
    await expect(example.getByText('Timer fired')).toBeAttached();
    await compose('にほ');
    await expect(title).toHaveValue('にほ');
  });
});

test('a dead key is left to the browser, and the letter it makes arrives', async ({ example }) => {
  const title = field(example, 'Title');
  await title.fill('');
  const taken = await title.evaluate(
    (element) => !element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Dead', code: 'Equal', bubbles: true, cancelable: true })),
  );
  expect(taken).toBe(false);
  const compose = await composer(example); // as macOS and Chromium show the accent meanwhile
  await compose('´');
  await example.keyboard.insertText('é');
  await example.getByRole('button', { name: 'Count' }).click();
  await expect(title).toHaveValue('é');
});

test.describe('with the mouse', () => {
  test('a double click selects a word', async ({ example }) => {
    const { x, y } = await placeAfter(example, 'Title', 'The qui');
    await example.mouse.dblclick(x, y);
    expect((await selected(field(example, 'Title'))).trim()).toBe('quick');
  });

  test('dragging selects what it goes over', async ({ example }) => {
    const [from, to] = [await placeAfter(example, 'Title', 'The '), await placeAfter(example, 'Title', 'The quick brown')];
    await example.mouse.move(from.x, from.y);
    await example.mouse.down();
    await example.mouse.move((from.x + to.x) / 2, to.y);
    await example.mouse.move(to.x, to.y);
    await example.mouse.up();
    expect(await selected(field(example, 'Title'))).toBe('quick brown');
  });

  test('selected text can be dropped into another field', async ({ example }) => {
    const [title, notes] = [field(example, 'Title'), field(example, 'Notes')];
    const { x, y } = await placeAfter(example, 'Title', 'The qui');
    await example.mouse.dblclick(x, y);
    const box = await notes.boundingBox();
    if (!box) throw new Error('no box');
    await example.mouse.move(x, y);
    await example.mouse.down();
    await example.mouse.move(x + 8, y + 8);
    await example.mouse.move(box.x + 1, box.y + 10, { steps: 5 });
    await example.mouse.up();
    await expect(notes).toHaveValue(/^quick ?First line/);
    await expect(title).toHaveValue(/^The +brown fox/);
  });
});

test('redo is the browser’s own, as undo is', async ({ example }) => {
  const title = field(example, 'Title');
  await title.click();
  await example.keyboard.press('End');
  await example.keyboard.type('!');
  await example.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('The quick brown fox: AVAToWa');
  await example.keyboard.press('ControlOrMeta+Shift+z');
  await expect(title).toHaveValue('The quick brown fox: AVAToWa!');
  await example.getByRole('button', { name: 'Count' }).click();
  await settled(example);
  await expect(title).toHaveValue('The quick brown fox: AVAToWa!');
});

test('prose is spell-checked, what is searched for is not', async ({ example }) => {
  const checked = (/** @type {Locator} */ box) => box.evaluate((/** @type {HTMLElement} */ element) => element.spellcheck);
  expect(await checked(field(example, 'Title'))).toBe(true);
  expect(await checked(field(example, 'Notes'))).toBe(true);
  expect(await checked(example.getByRole('combobox', { name: 'Planet' }))).toBe(false);
});

test('the menu of the browser opens on text', async ({ example }) => {
  const prevented = await field(example, 'Title').evaluate(
    (element) => !element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 })),
  );
  expect(prevented).toBe(false);
});
