// What assistive technology is told of every screen and state, compared with what was looked at and stored in
// tests/e2e/trees. UPDATE_TREES=1 stores it anew: look at the difference before it is committed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityTree } from '../support/accessibility_tree.js';
import { trees } from '../support/paths.js';
import { states } from '../support/states.js';
import { expect, test } from '../support/test.js';

// Without limits no call is refused and tried again, which would be listed.
test.use({ serverOptions: ['--no-limits'] });

for (const { name, world, width, reach } of states) {
  test.describe(() => {
    test.skip(({ world: here }) => here !== world);
    test.use({ viewport: { width: width ?? 1280, height: 800 } });

    test(name, async ({ editor, page, sandbox, complaints }) => {
      await reach({ editor, page, sandbox, complaints });
      await editor.settled();
      const file = join(trees, `${name}.txt`);
      const tree = await accessibilityTree(page);
      if (process.env['UPDATE_TREES']) {
        await mkdir(trees, { recursive: true });
        await writeFile(file, tree);
      }
      expect(tree).toBe(await readFile(file, 'utf8'));
    });
  });
}
