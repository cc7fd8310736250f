// What axe-core finds: nothing, in every state of every screen, in any colours, wide and narrow.
import { findings } from '../support/axe.js';
import { states } from '../support/states.js';
import { expect, test } from '../support/test.js';

const wide = 1280;
const narrow = 390;

/** @typedef {NonNullable<Parameters<import('@playwright/test').Page['emulateMedia']>[0]>} Media */
/** @type {[string, Media, number][]} */
const looks = [
  ['light', { colorScheme: 'light' }, wide],
  ['dark', { colorScheme: 'dark' }, wide],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, wide],
  ['more contrast', { colorScheme: 'light', contrast: 'more' }, wide],
  ['light and narrow', { colorScheme: 'light' }, narrow],
  ['dark and narrow', { colorScheme: 'dark' }, narrow],
];

for (const { name, world, width, reach } of states) {
  test.describe(() => {
    test.skip(({ world: here }) => here !== world);
    test.use({ viewport: { width: width ?? wide, height: 800 } });

    test(`nothing is found in ${name}`, async ({ editor, page, sandbox, complaints }) => {
      await reach({ editor, page, sandbox, complaints });
      /** @type {Record<string, string[]>} */
      const found = {};
      let now = width ?? wide;
      for (const [look, media, wanted] of looks) {
        if (width && wanted !== width) continue;
        await page.emulateMedia({ forcedColors: 'none', contrast: 'no-preference', ...media });
        if (wanted !== now) {
          await page.setViewportSize({ width: wanted, height: 800 });
          await editor.settled(500);
          now = wanted;
        }
        await page.evaluate(async () => {
          for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame); // until its colours are there
        });
        const lines = await findings(page);
        if (lines.length) found[look] = lines;
      }
      expect(found).toEqual({});
    });
  });
}
