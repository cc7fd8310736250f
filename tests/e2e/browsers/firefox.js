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
    goto: async (address) => void (await page.goto(address)),
    evaluate: (script) => /** @type {Promise<any>} */ (page.evaluate(script)),
    click: async (expression) => {
      const element = /** @type {import('puppeteer-core').ElementHandle} */ (await page.evaluateHandle(expression));
      await element.click();
    },
    type: (text) => page.keyboard.type(text),
    press: async (key, withControl = false) => {
      const name = /** @type {import('puppeteer-core').KeyInput} */ (key);
      if (withControl) await page.keyboard.down('Control');
      await page.keyboard.press(name);
      if (withControl) await page.keyboard.up('Control');
    },
    close: () => browser.close(),
  };
}
