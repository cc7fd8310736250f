// The editor in a browser that Playwright does not drive: found by role and name, used with real clicks and keys.

/** @typedef {'Control' | 'Shift'} Held a key that is down while another is pressed */

/**
 * What each browser has to offer.
 * @typedef {object} Window
 * @property {(address: string) => Promise<void>} goto
 * @property {<T>(script: string) => Promise<T>} evaluate the value of an expression in the page, or what it promises
 * @property {(expression: string) => Promise<void>} click in the middle of the element the expression names
 * @property {(text: string) => Promise<void>} type
 * @property {(key: string, held?: Held) => Promise<void>} press "Enter", "Tab", "Escape", "End", "Backspace" or a letter
 * @property {() => Promise<string>} picture of what the window shows, PNG in Base64
 * @property {() => Promise<void>} close
 */

const patience_ms = 20_000;

// Roles as far as the editor's elements go: said outright, or by the kind of element.
const find = `(role, name) => [...document.querySelectorAll('*')].find((element) => {
  const type = element.getAttribute('type');
  const implied = { BUTTON: 'button', A: 'link', H1: 'heading', TEXTAREA: 'textbox',
    INPUT: type === 'search' ? 'searchbox' : 'textbox' }[element.tagName];
  const text = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
  return (element.getAttribute('role') ?? implied) === role && text.trim() === name && element.getClientRects().length;
})`;

// Whether a click in its middle arrives.
const isOnTop = `(element) => {
  if (!element) return false;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}`;

export class Page {
  /** @param {Window} window */
  constructor(window) {
    this.window = window;
  }

  /** The element, as an expression. @param {string} role @param {string} name @param {string} [then] what of it, e.g. ".value" */
  find(role, name, then = '') {
    return `(${find})(${JSON.stringify(role)}, ${JSON.stringify(name)})${then}`;
  }

  /** Until the expression is true. @param {string} expression */
  async until(expression) {
    const end = Date.now() + patience_ms;
    while (!(await this.window.evaluate(`!!(${expression})`))) {
      if (Date.now() > end) {
        const seen = await this.window.evaluate(`document.body.innerText.slice(0, 2000)`);
        throw new Error(`never true: ${expression}\nThe page said: ${seen}`);
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** @param {string} role @param {string} name */
  async click(role, name) {
    await this.until(`(${isOnTop})(${this.find(role, name)})`);
    await this.window.click(this.find(role, name));
  }

  /** Replaces the text of a field, as people do. @param {string} role @param {string} name @param {string} text */
  async fill(role, name, text) {
    await this.click(role, name);
    await this.window.press('a', 'Control');
    await this.window.type(text);
  }

  /** @param {string} role @param {string} name @param {string} value */
  async expectValue(role, name, value) {
    await this.until(this.find(role, name, `?.value === ${JSON.stringify(value)}`));
  }

  /** @param {string} role @param {string} name */
  async expect(role, name) {
    await this.until(this.find(role, name));
  }

  /** @param {number} count of rows, the header counted too */
  async expectRows(count) {
    await this.until(`document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '${count}'`);
  }

  /** @param {string} text anywhere in the mirror */
  async expectText(text) {
    await this.until(`document.querySelector('#mirror').textContent.includes(${JSON.stringify(text)})`);
  }

  /** @returns {Promise<number>} */
  framesDrawn() {
    return this.window.evaluate('globalThis.editorDiagnostics.frames()');
  }
}
