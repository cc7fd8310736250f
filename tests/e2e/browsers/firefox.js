// Firefox over WebDriver BiDi. It has WebGL 2 only with a display, so not headless.
import puppeteer from 'puppeteer-core';

/** @typedef {import('./page.js').Window} Window */

/** @returns {Promise<Window>} */
export async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: false,
  });
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept()); // the question before a page with changes is left
  await page.setViewport({ width: 1280, height: 800 });
  return {
    goto: async (address) => {
      await page.goto(address);
      await page.bringToFront(); // Tab may have left the focus in the browser's own bars
    },
    evaluate: (script) => /** @type {Promise<any>} */ (page.evaluate(script)),
    click: async (expression) => {
      const element = /** @type {import('puppeteer-core').ElementHandle} */ (await page.evaluateHandle(expression));
      await element.click();
    },
    type: (text) => page.keyboard.type(text),
    press: async (key, held) => {
      const name = /** @type {import('puppeteer-core').KeyInput} */ (key);
      if (held) await page.keyboard.down(held);
      await page.keyboard.press(name);
      if (held) await page.keyboard.up(held);
    },
    picture: () => page.screenshot({ encoding: 'base64' }),
    close: () => browser.close(),
  };
}
