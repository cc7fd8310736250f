// Nothing is drawn and nothing computed while nothing happens.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

const idle_ms = 10_000;

for (const screen of /** @type {const} */ (['list', 'form'])) {
  test(`the ${screen} is idle: no frames for 10 s, under 5 ms of the main thread`, async ({ editor, page }) => {
    await (screen === 'list' ? editor.openList() : editor.openForm(hooks.withLargeNumbers));
    await editor.settled(3_000); // longer than anything waits that is tried again
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const taskSeconds = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    const framesBefore = await editor.framesDrawn();
    await taskSeconds();
    const before = await taskSeconds();
    // Waiting is what is tested. In the test's own process, so that the page has no part in it.
    await new Promise((done) => setTimeout(done, idle_ms));
    const used_ms = ((await taskSeconds()) - before) * 1000;
    expect((await editor.framesDrawn()) - framesBefore).toBe(0);
    expect(used_ms).toBeLessThan(5);
  });
}
