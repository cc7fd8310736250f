// How every screen and state looks, light and dark, on a phone, a desktop and a large screen, compared with what was looked
// at and stored in tests/e2e/pictures.
//
//   PICTURES=folder    puts the screenshots there too, to be looked at
//   UPDATE_PICTURES=1  stores how it looks now: look at the screenshots before it is committed
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictures } from '../support/paths.js';
import { differences, pictureOf, readPicture, textOf } from '../support/picture.js';
import { states } from '../support/states.js';
import { expect, test } from '../support/test.js';

const windows = [
  { width: 390, height: 844, side: 30 },
  { width: 1280, height: 800, side: 40 },
  { width: 2560, height: 1440, side: 80 },
];
const schemes = /** @type {const} */ (['light', 'dark']);

test.use({ serverOptions: ['--no-limits'] });

for (const { name, world, width: only, reach } of states) {
  test.describe(() => {
    test.skip(({ world: here }) => here !== world);
    test.use({ viewport: { width: only ?? 1280, height: 800 } });

    test(name, async ({ editor, page, context, sandbox, complaints }) => {
      test.slow();
      await reach({ editor, page, sandbox, complaints });
      const decoder = await context.newPage();
      await page.bringToFront();
      const file = join(pictures, `${name}.txt`);
      /** @type {Map<string, import('../support/picture.js').Picture & { side: number }>} */
      const now = new Map();
      for (const { side, ...window } of windows) {
        if (only && only !== window.width) continue;
        await page.setViewportSize(window);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          await editor.settled(500);
          const png = await page.screenshot({ caret: 'hide' });
          now.set(`${window.width} ${colorScheme}`, { ...(await pictureOf(decoder, png, side)), side });
          const folder = process.env['PICTURES'];
          if (folder) await writeFile(join(folder, `${name}-${window.width}-${colorScheme}.png`), png);
        }
      }
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
      expect([...stored.keys()]).toEqual([...now.keys()]);
      for (const [title, picture] of now) {
        const before = stored.get(title);
        if (before) expect.soft(differences(picture, before, picture.side), title).toEqual([]);
      }
    });
  });
}
