// Thousands of events in no sensible order, on a build with assertions: nothing breaks, and afterwards all works.
import { expect } from '@playwright/test';
import { expectDrawnCompletely } from '../e2e/support/canvas.js';
import { upset } from '../e2e/support/monkey.js';
import { settled, test } from './example.js';

const eventsPerSeed = 2_500;

for (const seed of [1, 2, 3, 4]) {
  test(`${eventsPerSeed} events at random break nothing, seed ${seed}`, async ({ example, complaints }) => {
    test.setTimeout(60_000);
    await example.evaluate(upset, { seed, events: eventsPerSeed });
    await settled(example);
    // Requests to nowhere were made on the way, and contexts lost.
    const expected = /^Failed to load resource|CONTEXT_LOST_WEBGL/;
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !expected.test(text)));
    // What the last events left open is closed as a person would.
    if (await example.getByRole('button', { name: 'Sign in', exact: true }).isVisible()) {
      await example.getByRole('textbox', { name: 'Token' }).fill('a-token');
      await example.getByRole('button', { name: 'Sign in', exact: true }).click();
    }
    if (await example.getByRole('dialog').count()) await example.keyboard.press('Escape');
    const title = example.getByRole('textbox', { name: 'Title' });
    await title.fill('All is well');
    await settled(example);
    await expect(title).toHaveValue('All is well');
    await expectDrawnCompletely(example, () => settled(example));
  });
}
