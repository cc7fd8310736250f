// Nothing is drawn while nothing happens. How much of the main thread that leaves is measured by script/bench.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

const idle_ms = 10_000;

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
