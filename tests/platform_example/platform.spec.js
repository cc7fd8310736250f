// The browser platform, seen from outside: frames, input, the mirror, requests, the page.
import { expect } from '@playwright/test';
import { frames, settled, test } from './example.js';

test.describe('frames', () => {
  test('are not drawn while nothing happens', async ({ example }) => {
    await settled(example);
    const before = await frames(example);
    await example.waitForTimeout(1000);
    expect(await frames(example)).toBe(before);
  });

  test('are not drawn while the caret blinks in a field', async ({ example }) => {
    await example.getByRole('textbox', { name: 'Title' }).click();
    await settled(example);
    const before = await frames(example);
    await example.waitForTimeout(1000);
    expect(await frames(example)).toBe(before);
  });
});

test.describe('input', () => {
  test('a click presses a button once', async ({ example }) => {
    await example.getByRole('button', { name: 'Count' }).click();
    await expect(example.getByText('Pressed 1 times')).toBeAttached();
  });

  test('a click without a pointer presses it too', async ({ example }) => {
    await example.getByRole('button', { name: 'Count' }).evaluate((/** @type {HTMLElement} */ button) => button.click());
    await expect(example.getByText('Pressed 1 times')).toBeAttached();
  });

  test('Enter and Space press the button with the focus', async ({ example }) => {
    await example.getByRole('button', { name: 'Count' }).focus();
    await example.keyboard.press('Enter');
    await example.keyboard.press('Space');
    await expect(example.getByText('Pressed 2 times')).toBeAttached();
  });

  test('a tap presses it', async ({ browser, origin }) => {
    const context = await browser.newContext({ hasTouch: true });
    const page = await context.newPage();
    await page.goto(origin);
    await page.getByRole('button', { name: 'Count' }).tap();
    await expect(page.getByText('Pressed 1 times')).toBeAttached();
    await context.close();
  });

  test('a pointer let go elsewhere presses nothing', async ({ example }) => {
    await example.getByRole('button', { name: 'Count' }).hover();
    await example.mouse.down();
    await example.mouse.move(5, 5);
    await example.mouse.up();
    await settled(example);
    await expect(example.getByText('Pressed 0 times')).toBeAttached();
  });

  test('a pointer of which nobody tells that it was let go does not hold up the next click', async ({ example }) => {
    const opener = example.getByRole('button', { name: 'Open dialog' });
    const { x = 0, y = 0 } = (await opener.boundingBox()) ?? {};
    const lost = { bubbles: true, isPrimary: true, clientX: x + 5, clientY: y + 5 };
    await opener.dispatchEvent('pointerdown', { ...lost, button: 0 });
    await opener.dispatchEvent('pointerdown', { ...lost, button: 2, clientX: -5 });
    await settled(example);
    await example.getByRole('button', { name: 'Count' }).click();
    await expect(example.getByText('Pressed 1 times')).toBeAttached();
    await expect(example.getByRole('dialog')).toHaveCount(0);
  });

  test('another button than the main one presses nothing', async ({ example }) => {
    await example.getByRole('button', { name: 'Count' }).click({ button: 'right' });
    await example.getByRole('button', { name: 'Count' }).click({ button: 'middle' });
    await settled(example);
    await expect(example.getByText('Pressed 0 times')).toBeAttached();
  });

  test('typing reaches the application, whatever the script', async ({ example }) => {
    const title = example.getByRole('textbox', { name: 'Title' });
    await title.fill('Grüße 日本 😀');
    await example.getByRole('button', { name: 'Count' }).click();
    await expect(title).toHaveValue('Grüße 日本 😀');
  });

  test('an input method composes in the field itself', async ({ example }) => {
    const title = example.getByRole('textbox', { name: 'Title' });
    await title.fill('');
    const client = await example.context().newCDPSession(example);
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    await expect(title).toHaveValue('にほ');
    await client.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.insertText', { text: '日本' });
    await example.getByRole('button', { name: 'Count' }).click();
    await expect(title).toHaveValue('日本');
  });

  test('undo is the browser’s own', async ({ example }) => {
    const title = example.getByRole('textbox', { name: 'Title' });
    await title.click();
    await example.keyboard.press('End');
    await example.keyboard.type('!');
    await expect(title).toHaveValue('The quick brown fox: AVAToWa!');
    await example.keyboard.press('Control+z');
    await expect(title).toHaveValue('The quick brown fox: AVAToWa');
  });

  test('Tab leaves the page at its end', async ({ example }) => {
    const body = () => example.evaluate(() => document.activeElement === document.body);
    for (let count = 0; count < 60; ++count) {
      await example.keyboard.press('Tab');
      if (await body()) return;
    }
    throw new Error('the focus never left the page');
  });

  test('keys the browser owns are never taken', async ({ example }) => {
    const prevented = await example.evaluate(() =>
      ['r', 'l', 't', 'w', 'n', '+', '-', '0'].filter((key) => {
        const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true });
        return !document.body.dispatchEvent(event);
      }),
    );
    expect(prevented).toEqual([]);
  });
});

test.describe('scrolling', () => {
  test('is the browser’s, and the grid follows', async ({ example }) => {
    const grid = example.getByRole('grid', { name: 'Numbers' });
    await expect(grid).toHaveAttribute('aria-rowcount', '100001');
    await grid.hover();
    await example.mouse.wheel(0, 4400);
    await expect(example.getByRole('gridcell', { name: '101', exact: true })).toBeAttached();
    await expect(example.getByRole('gridcell', { name: '1', exact: true })).toHaveCount(0);
  });
});

test.describe('requests', () => {
  for (const [button, end] of /** @type {const} */ ([
    ['Request', /^Ended: reply 200 with [1-9]\d* bytes$/],
    ['Request nothing', 'Ended: reply 404 with 9 bytes'],
    ['Request slow', 'Ended: deadline 0 with 0 bytes'],
    ['Request bad', 'Ended: invalid request 0 with 0 bytes'],
    ['Request and cancel', 'Ended: cancelled 0 with 0 bytes'],
  ])) {
    test(`${button} ends once`, async ({ example, complaints }) => {
      await example.getByRole('button', { name: button, exact: true }).click();
      await expect(example.getByText(end)).toBeAttached();
      complaints.length = 0; // 404
    });
  }

  test('a broken connection is told from an answer', async ({ example, context, complaints }) => {
    await context.setOffline(true);
    await example.getByRole('button', { name: 'Request', exact: true }).click();
    await expect(example.getByText('Ended: network 0 with 0 bytes')).toBeAttached();
    complaints.length = 0;
  });
});

test.describe('the page', () => {
  test('has two sentences read out that come at once', async ({ example }) => {
    await example.getByRole('button', { name: 'Announce' }).click();
    await expect(example.locator('[aria-live=polite] p')).toHaveText(['One', 'Two']);
  });

  test('copies within the click', async ({ example, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await example.getByRole('button', { name: 'Copy' }).click();
    await expect(example.getByText('Copied')).toBeAttached();
    expect(await example.evaluate(() => navigator.clipboard.readText())).toBe('The quick brown fox: AVAToWa');
  });

  test('goes and comes back through the history', async ({ example }) => {
    await example.getByRole('button', { name: 'Go', exact: true }).click();
    await expect(example).toHaveURL(/#\/there\/%C3%A4$/);
    await expect(example.getByText('Address /there/ä')).toBeAttached();
    await example.goBack();
    await expect(example.getByText('Address', { exact: true })).toBeAttached();
    await example.goForward();
    await expect(example.getByText('Address /there/ä')).toBeAttached();
  });

  test('wakes the application at the time it asked for', async ({ example }) => {
    await example.getByRole('button', { name: 'Timer' }).click();
    await expect(example.getByText('Timer fired')).toBeAttached();
  });

  test('asks before it is left with changes', async ({ example }) => {
    await example.getByRole('button', { name: 'Guard' }).click();
    const [dialog] = await Promise.all([
      example.waitForEvent('dialog'),
      example.close({ runBeforeUnload: true }),
    ]);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('asks nothing of any other host', async ({ page, origin, complaints: _ }) => {
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(origin);
    await settled(page);
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(8);
  });
});

test.describe('signing in', () => {
  test('happens in real fields, which take the focus', async ({ example }) => {
    await example.getByRole('button', { name: 'Ask to sign in' }).click();
    await expect(example.getByLabel('E-mail')).toBeFocused();
    await expect(example.getByLabel('E-mail')).toHaveAttribute('autocomplete', 'username');
    await expect(example.getByLabel('Password')).toHaveAttribute('autocomplete', 'current-password');
    await example.getByLabel('E-mail').fill('ada@example.com');
    await example.getByLabel('Password').fill('secret');
    await example.keyboard.press('Enter');
    await expect(example.getByText('Signed in as ada@example.com')).toBeAttached();
    await expect(example.getByLabel('Password')).toBeHidden();
  });

  test('says what is missing at the field it is missing in', async ({ example }) => {
    await example.getByRole('button', { name: 'Ask to sign in' }).click();
    await example.getByLabel('E-mail').fill('ada@example.com');
    await example.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(example.getByRole('alert')).toHaveText('Type your password.');
    await expect(example.getByLabel('Password')).toBeFocused();
    await expect(example.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  });

  test('never brings the password into the WebAssembly', async ({ example }) => {
    const password = 'correct-horse-battery-staple';
    await example.getByRole('button', { name: 'Ask to sign in' }).click();
    await example.getByLabel('E-mail').fill('ada@example.com');
    await example.getByLabel('Password').pressSequentially(password);
    await example.keyboard.press('Enter');
    await expect(example.getByText('Signed in as ada@example.com')).toBeAttached();
    const found = await example.evaluate((secret) => {
      const memory = window.editorDiagnostics?.memory() ?? new Uint8Array();
      const text = new TextDecoder('latin1').decode(memory);
      const wide = [...secret].join('\0'); // UTF-16
      return { ascii: text.includes(secret), wide: text.includes(wide), user: text.includes('ada@example.com') };
    }, password);
    expect(found).toEqual({ ascii: false, wide: false, user: true });
  });
});

test.describe('a dialog', () => {
  test('takes the focus, keeps the rest out of reach, and gives it back', async ({ example }) => {
    const opener = example.getByRole('button', { name: 'Open dialog' });
    await opener.focus();
    await example.keyboard.press('Enter');
    const dialog = example.getByRole('dialog', { name: 'Are you sure?' });
    await expect(dialog).toBeAttached();
    await expect(dialog.getByRole('button', { name: 'Yes' })).toBeFocused();
    await expect(example.locator('[inert]').getByLabel('Title')).toBeAttached();
    await example.keyboard.press('Escape');
    await expect(dialog).not.toBeAttached();
    await expect(opener).toBeFocused();
  });
});
