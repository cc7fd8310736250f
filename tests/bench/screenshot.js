// A picture of the demo, 1280 by 800:
//
//   node tests/bench/screenshot.js FILE [fragment] [light|dark] [width]
import { chromium as browserType, expect } from '@playwright/test';
import { argv } from 'node:process';
import { chromium } from '../e2e/support/browser.js';
import { Editor, hooks } from '../e2e/support/editor.js';
import { dist } from '../e2e/support/paths.js';
import { startStaticHost } from '../e2e/support/static_host.js';

const [file, fragment = `#/webhooks/${hooks.withLargeNumbers.id}`, scheme = 'light', width = '1280'] = argv.slice(2);
const host = await startStaticHost({ folder: dist });
const browser = await browserType.launch(chromium.launchOptions);
const page = await browser.newPage({
  viewport: { width: Number(width), height: 800 },
  colorScheme: scheme === 'dark' ? 'dark' : 'light',
  locale: 'en-GB',
  timezoneId: 'Europe/Zurich',
});
const editor = new Editor(page, host.origin, 'demo');
await editor.open(fragment);
if (fragment.endsWith(hooks.withLargeNumbers.id)) {
  // With something changed, to show the marks and the difference.
  await editor.description.fill('Ledger 4410, posted at night.');
  await editor.page.keyboard.press('Tab');
  await expect(editor.says('1 unsaved change')).toBeAttached();
}
await editor.settled();
await page.screenshot({ path: file ?? 'screenshot.png' });
await browser.close();
host.stop();
