// Thousands of events in no sensible order on the whole editor: nothing breaks, and afterwards all works.
import { expectDrawnCompletely } from '../support/canvas.js';
import { upset } from '../support/monkey.js';
import { expect, test } from '../support/test.js';

const events = 2_000;

for (const seed of [11, 12, 13]) {
  test(`${events} events at random break nothing, seed ${seed}`, async ({ editor, page, complaints }) => {
    test.slow();
    const forget = (/** @type {RegExp} */ what) =>
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !what.test(text)));
    await page.route('**/languages/*', () => undefined); // what comes after is looked for in English
    await editor.openList();
    await page.evaluate(upset, { seed, events });
    forget(/CONTEXT_LOST_WEBGL/);

    // What the last events left is left as a person would.
    const discard = editor.dialog.getByRole('button', { name: 'Discard changes' });
    await expect(async () => {
      if (await editor.demoButton.isVisible()) await editor.demoButton.click();
      await page.evaluate(() => (location.hash = '#/webhooks/new'));
      await editor.settled();
      if (await discard.count()) await discard.click();
      else if (await page.getByRole('dialog').or(editor.dialog).count()) await page.keyboard.press('Escape');
      await editor.settled(); // what was discarded may have been in the way of something else, such as signing out
      await expect(editor.heading('New webhook')).toBeAttached({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await editor.name.fill('All is well');
    await editor.settled();
    await expect(editor.name).toHaveValue('All is well');
    await expectDrawnCompletely(page, () => editor.settled());
    forget(/^The texts of the language/);
  });
}
