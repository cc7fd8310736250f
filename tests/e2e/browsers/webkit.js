// WebKitGTK, the engine of Safari as Debian has it, over WebDriver.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Builder, Capabilities, Key } from 'selenium-webdriver';

/** @typedef {import('./page.js').Window} Window */

/** @type {Record<string, string>} */
const keys = { Enter: Key.ENTER, Tab: Key.TAB, Escape: Key.ESCAPE, End: Key.END, Backspace: Key.BACK_SPACE };

/** @returns {Promise<number>} a port that is free */
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Where Debian keeps it depends on the machine's architecture and the engine's version. */
function miniBrowser() {
  for (const architecture of readdirSync('/usr/lib')) {
    if (!architecture.endsWith('-linux-gnu')) continue;
    const engine = readdirSync(join('/usr/lib', architecture)).find((name) => name.startsWith('webkit2gtk-4'));
    if (engine) return join('/usr/lib', architecture, engine, 'MiniBrowser');
  }
  throw new Error('WebKitGTK is not installed');
}

/** @returns {Promise<Window>} */
export async function openWebKit() {
  const port = await freePort();
  const program = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // Its sandbox does not work for root, as in containers.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 840 });
  return {
    goto: (page) => driver.get(page),
    evaluate: (script) => driver.executeScript(`return ${script}`),
    click: async (expression) => {
      const element = /** @type {import('selenium-webdriver').WebElement} */ (
        await driver.executeScript(`return ${expression}`)
      );
      await element.click();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: async (key, held) => {
      const name = keys[key] ?? key;
      const actions = driver.actions();
      const holder = held === 'Control' ? Key.CONTROL : Key.SHIFT;
      await (held ? actions.keyDown(holder).sendKeys(name).keyUp(holder) : actions.sendKeys(name)).perform();
    },
    picture: () => driver.takeScreenshot(),
    close: async () => {
      await driver.quit();
      program.kill();
    },
  };
}

/** @param {string} address */
async function answers(address) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await fetch(address).then((response) => response.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${address} does not answer`);
}
