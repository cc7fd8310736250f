// The editor as a person finds it: everything by role and name.
import { expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */

export const administrator = { email: 'admin@example.com', password: 'demo-admin' };
export const reader = { email: 'reader@example.com', password: 'demo-reader' };
export const withoutLocations = { email: 'hooks@example.com', password: 'demo-hooks' };
export const member = { email: 'member@example.com', password: 'demo-member' };
export const withCode = { email: 'totp@example.com', password: 'demo-totp', secret: 'JBSWY3DPEHPK3PXP' };
export const mustReset = { email: 'expired@example.com', password: 'demo-expired' };

/** Webhooks of the seed with something special about them. */
export const hooks = {
  /** Active, in Zürich West; has unknown members with numbers that no double can hold. */
  withLargeNumbers: { id: '87654403', name: 'Invoice paid' },
  turnstile: { id: '87654879', name: 'Check-in failed (turnstile)' },
  /** Its event has number 117, which nobody knows. */
  unknownEvent: { id: '87654641', name: 'Beta: new event of the May release' },
  /** Switched off by hand. */
  off: { id: '87654947', name: 'Door access: booking cancelled' },
  /** Has an id beyond what JavaScript's numbers tell apart. */
  longId: { id: '9007199254740993', name: 'Moved from the old account' },
};

export class Editor {
  /** @param {Page} page @param {string} origin @param {'server' | 'demo'} world */
  constructor(page, origin, world) {
    this.page = page;
    this.origin = origin;
    this.world = world;
    this.email = page.getByRole('textbox', { name: 'E-mail', exact: true });
    this.password = page.getByRole('textbox', { name: 'Password', exact: true });
    this.code = page.getByRole('textbox', { name: 'Code', exact: true });
    this.token = page.getByRole('textbox', { name: 'Token', exact: true });
    this.stay = page.getByRole('checkbox', { name: 'Stay signed in until I close this tab', exact: true });
    this.signInButton = page.getByRole('button', { name: 'Sign in', exact: true });
    this.demoButton = page.getByRole('button', { name: 'Open the demo', exact: true });
    this.signInError = page.getByRole('main').getByRole('alert');

    this.list = page.getByRole('grid', { name: 'WebHooks', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search', exact: true });

    this.name = page.getByRole('textbox', { name: 'Name', exact: true });
    this.url = page.getByRole('textbox', { name: 'URL', exact: true });
    this.description = page.getByRole('textbox', { name: 'Description', exact: true });
    this.event = page.getByRole('combobox', { name: 'Event', exact: true });
    this.location = page.getByRole('combobox', { name: 'Location', exact: true });
    this.active = page.getByRole('switch', { name: 'Active', exact: true });
    this.save = page.getByRole('button', { name: 'Save', exact: true });
    this.backToList = page.getByRole('link', { name: 'All webhooks', exact: true });
    this.palette = page.getByRole('combobox', { name: 'Command or webhook', exact: true });
    this.dialog = page.getByRole('alertdialog');
  }

  /** The page at an address of the editor's, such as "#/webhooks/12". @param {string} [fragment] */
  goto(fragment = '') {
    return this.page.goto(this.origin + fragment);
  }

  /** @param {{ email: string, password: string }} user */
  async signIn({ email, password }) {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.signInButton.click();
  }

  /** Signed in, or in the demo, at an address. @param {string} [fragment] @param {{ email: string, password: string }} [user] */
  async open(fragment = '#/webhooks', user = administrator) {
    await this.goto(fragment);
    await this.enter(user);
  }

  /** From the sign-in page into the editor. @param {{ email: string, password: string }} [user] */
  async enter(user = administrator) {
    if (this.world === 'demo') await this.demoButton.click();
    else await this.signIn(user);
  }

  /** The list with all its rows; as cards, where it is narrow, it has no header. @param {{ email: string, password: string }} [user] */
  async openList(user = administrator) {
    await this.open('#/webhooks', user);
    await expect(this.list).toHaveAttribute('aria-rowcount', /^6[01]$/);
  }

  /** The form of one webhook, ready. @param {{ id: string, name: string }} hook @param {{ email: string, password: string }} [user] */
  async openForm(hook, user = administrator) {
    await this.open(`#/webhooks/${hook.id}`, user);
    await expect(this.name).toHaveValue(hook.name);
  }

  /** An empty form for a new webhook. */
  async openNew() {
    await this.open('#/webhooks/new');
    await expect(this.name).toHaveValue('');
  }

  /** @param {string} name */
  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** @param {string} name */
  heading(name) {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** @param {string | RegExp} text any node that says so */
  says(text) {
    return this.page.locator('#mirror').getByText(text).first();
  }

  /** Chooses in a combobox by typing. @param {import('@playwright/test').Locator} box @param {string} typed @param {string | RegExp} option */
  async choose(box, typed, option) {
    await box.fill(typed);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Saves, and waits until it is saved and read back. */
  async saveSuccessfully() {
    await this.save.click();
    await expect(this.says(/^(Saved|Created)\. Read back from Nexudus/)).toBeAttached();
    await expect(this.says('No unsaved changes')).toBeAttached();
  }

  /** Ends when the editor has drawn nothing for a while, which on a busy machine has to be a long one. @param {number} [while_ms] */
  async settled(while_ms = 1_000) {
    let before = -1;
    let quiet = 0;
    await expect
      .poll(
        async () => {
          const now = await this.framesDrawn();
          quiet = now === before ? quiet + 1 : 0;
          before = now;
          return quiet;
        },
        { intervals: [250] },
      )
      .toBeGreaterThanOrEqual(while_ms / 250);
  }

  framesDrawn() {
    return this.page.evaluate(() => globalThis.editorDiagnostics?.frames() ?? -1);
  }
}
