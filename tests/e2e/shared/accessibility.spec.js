// What axe-core finds where there is no WebGL and the page is made of elements: nothing. With WebGL, states.spec.js asks.
import { findingsInAnyColours } from '../support/axe.js';
import { states } from '../support/states.js';
import { expect, test } from '../support/test.js';

for (const { name, world, width, reach } of states) {
  test.describe(() => {
    test.skip(({ world: here }) => here !== world);
    test.use({ viewport: { width: width ?? 1280, height: 800 } });

    test(`nothing is found in ${name}`, async ({ editor, page, sandbox, complaints }) => {
      await reach({ editor, page, sandbox, complaints });
      expect(await findingsInAnyColours(editor, width)).toEqual({});
    });
  });
}
