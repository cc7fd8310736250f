// Every screen and state, reached once and looked at in three ways: what assistive technology is told of it and how it
// looks, light and dark, on a phone, a desktop and a large screen, both compared with what was looked at and stored in
// tests/e2e/trees and tests/e2e/pictures; and what axe-core finds.
//
//   UPDATE_TREES=1     stores what is told now: look at the difference before it is committed
//   UPDATE_PICTURES=1  stores how it looks now: look at the screenshots before it is committed
//   PICTURES=folder    puts the screenshots there too, to be looked at
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityTree } from '../support/accessibility_tree.js';
import { findingsInAnyColours } from '../support/axe.js';
import { pictures, trees } from '../support/paths.js';
import { differences, pictureOf, readPicture, textOf } from '../support/picture.js';
import { states } from '../support/states.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../support/editor.js').Editor} Editor */
/** @typedef {import('../support/picture.js').Picture & { side: number }} Picture */

const windows = [
  { width: 390, height: 844, side: 30 },
  { width: 1280, height: 800, side: 40 },
  { width: 2560, height: 1440, side: 80 },
];
const schemes = /** @type {const} */ (['light', 'dark']);

/** @param {Page} page @param {string} name of the state */
async function expectStoredTree(page, name) {
  const file = join(trees, `${name}.txt`);
  const tree = await accessibilityTree(page);
  if (process.env['UPDATE_TREES']) {
    await mkdir(trees, { recursive: true });
    await writeFile(file, tree);
  }
  expect.soft(tree).toBe(await readFile(file, 'utf8'));
}

/** By width and colours. @param {Editor} editor @param {string} name @param {number} [only] the width it is one of */
async function picturesOf(editor, name, only) {
  const { page } = editor;
  const decoder = await page.context().newPage();
  await page.bringToFront();
  /** @type {Map<string, Picture>} */
  const found = new Map();
  for (const { side, ...window } of windows) {
    if (only && only !== window.width) continue;
    await page.setViewportSize(window);
    await editor.settled(250);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await editor.settled(250);
      const png = await page.screenshot({ caret: 'hide' });
      found.set(`${window.width} ${colorScheme}`, { ...(await pictureOf(decoder, png, side)), side });
      const folder = process.env['PICTURES'];
      if (folder) await writeFile(join(folder, `${name}-${window.width}-${colorScheme}.png`), png);
    }
  }
  await decoder.close();
  return found;
}

/** @param {Editor} editor @param {string} name @param {number} [only] */
async function expectStoredPictures(editor, name, only) {
  const file = join(pictures, `${name}.txt`);
  const now = await picturesOf(editor, name, only);
  if (process.env['UPDATE_PICTURES']) {
    await mkdir(pictures, { recursive: true });
    await writeFile(file, [...now].map(([title, picture]) => `${title}\n${textOf(picture)}\n`).join('\n'));
  }
  const stored = new Map(
    (await readFile(file, 'utf8')).split('\n\n').map((part) => {
      const [title = '', ...rest] = part.trimEnd().split('\n');
      return [title, readPicture(rest.join('\n'))];
    }),
  );
  expect.soft([...stored.keys()]).toEqual(expect.arrayContaining([...now.keys()]));
  for (const [title, picture] of now) {
    const before = stored.get(title);
    if (before) expect.soft(differences(picture, before, picture.side), title).toEqual([]);
  }
}

// Without limits no call is refused and tried again, which would be listed.
test.use({ serverOptions: ['--no-limits'] });

for (const { name, world, width, reach } of states) {
  test.describe(() => {
    test.skip(({ world: here }) => here !== world);
    test.use({ viewport: { width: width ?? 1280, height: 800 } });

    test(name, async ({ editor, page, sandbox, complaints }) => {
      test.slow();
      await reach({ editor, page, sandbox, complaints });
      await editor.settled();
      await test.step('is read as stored', () => expectStoredTree(page, name));
      await test.step('looks as stored', () => expectStoredPictures(editor, name, width));
      await test.step('breaks no rule of accessibility', async () => {
        expect.soft(await findingsInAnyColours(editor, width)).toEqual({});
      });
    });
  });
}
