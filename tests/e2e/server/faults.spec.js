// What goes wrong on the way is said in a sentence, and what was typed stays.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('../support/server.js').Fault} Fault */

// A browser sends a request again by itself when a connection it used before closes without an answer. Tests that count
// requests must not depend on which connection the browser took.
test.use({ serverOptions: ['--no-keep-alive'] });

test.describe('while saving', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.openForm(hooks.withLargeNumbers);
    await editor.name.fill('Other');
  });

  /** @type {[string, Fault, RegExp][]} */
  const faults = [
    ['a gateway’s web page', { kind: 'html', method: 'PUT', times: -1 }, /Not saved/],
    ['a 500', { kind: 'error', method: 'PUT', times: -1 }, /Not saved/],
    ['a dropped connection', { kind: 'drop', method: 'PUT', times: -1 }, /Not saved/],
    ['200 with WasSuccessful:false', { kind: 'unsuccessful', method: 'PUT', message: 'Not today' }, /Not today/],
    ['a wrong type', { kind: 'reply', method: 'PUT', status: 200, body: '{"WasSuccessful":"perhaps"}', times: -1 }, /Not saved/],
    ['nonsense', { kind: 'reply', method: 'PUT', status: 200, body: '\u0000\u00ff{{{', times: -1 }, /Not saved/],
  ];
  for (const [what, fault, sentence] of faults) {
    test(`${what}: a sentence, and the edit is kept`, async ({ editor, sandbox, complaints }) => {
      await sandbox.fault(fault);
      await editor.save.click();
      await expect(editor.says(sentence)).toBeAttached({ timeout: 25_000 });
      await expect(editor.name).toHaveValue('Other');
      await expect(editor.says('1 unsaved change')).toBeAttached();
      complaints.length = 0; // the browser mentions broken connections
    });
  }

  test('a reply cut off in the middle: what is stored is looked up, and the save is found done', async ({ editor, sandbox }) => {
    await sandbox.fault({ kind: 'truncated', method: 'PUT' });
    await editor.saveSuccessfully();
    await expect(editor.heading('Other')).toBeAttached();
    expect(await sandbox.handled('PUT')).toHaveLength(1);
  });

  test('a reply lost after the save was done: it is found done', async ({ editor, sandbox, complaints }) => {
    await sandbox.fault({ kind: 'drop', method: 'PUT', handled: true });
    await editor.saveSuccessfully();
    await expect(editor.heading('Other')).toBeAttached();
    expect(await sandbox.handled('PUT')).toHaveLength(1);
    complaints.length = 0;
  });

  test('too many calls (409 with an empty body): it waits and goes on by itself', async ({ editor, sandbox }) => {
    await sandbox.fault({ kind: 'reply', method: 'PUT', status: 409, body: '', times: 2 });
    await editor.save.click();
    await expect(editor.says('No unsaved changes')).toBeAttached({ timeout: 20_000 });
    await expect(editor.heading('Other')).toBeAttached();
    expect((await sandbox.log('PUT')).map(({ status }) => status)).toEqual([409, 409, 200]);
  });

  test('an access token that ends in the middle of it is renewed, and the save goes through', async ({ editor, sandbox }) => {
    await sandbox.fault({ kind: 'expire_tokens', method: 'PUT' });
    await editor.saveSuccessfully();
    await expect(editor.heading('Other')).toBeAttached();
    const log = await sandbox.log();
    expect(log.filter(({ method }) => method === 'PUT').map(({ status }) => status)).toEqual([401, 200]);
  });

  test('a session that cannot be prolonged: sign in again in place, with the edit kept', async ({ editor, sandbox }) => {
    await sandbox.fault({ kind: 'reply', path: '/token', status: 400, body: '{"error":"invalid_grant"}' });
    await sandbox.fault({ kind: 'expire_tokens', method: 'PUT' });
    await editor.save.click();
    await expect(editor.signInError).toHaveText(/your changes are kept/);
    await editor.signIn({ email: 'admin@example.com', password: 'demo-admin' });
    await expect(editor.heading('Other')).toBeAttached();
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });

  test('deleted meanwhile: offers to make it a new one', async ({ editor, sandbox }) => {
    await sandbox.fault({ kind: 'reply', method: 'PUT', status: 404, body: '"Not found"' });
    await editor.save.click();
    await expect(editor.says('This webhook does not exist any more.')).toBeAttached();
    await expect(editor.name).toHaveValue('Other');
    // It is there: only that one answer was wrong. A second webhook must not come of it.
    await editor.button('Make it a new webhook').click();
    await expect(editor.says('The webhook is there after all.')).toBeAttached();
    await editor.saveSuccessfully();
    expect((await sandbox.log('POST')).filter(({ target }) => target === '/sys/webhooks')).toEqual([]);
  });
});

test('an answer without an end is given up, and said to be too long', async ({ editor, page, complaints }) => {
  await page.route('**/sys/webhooks/*', (route) => route.fulfill({ body: Buffer.alloc(40 << 20, ' ') }));
  await editor.open(`#/webhooks/${hooks.withLargeNumbers.id}`);
  await expect(editor.says('The answer is too long.')).toBeAttached({ timeout: 60_000 });
  complaints.length = 0;
});

test.describe('creating', () => {
  test('a reply lost after it was created: the twin is found, and no second one made', async ({ editor, sandbox, complaints }) => {
    await editor.openNew();
    await editor.name.fill('Only once');
    await editor.choose(editor.location, 'brook', /^Brooklyn Navy Yard/);
    await editor.choose(editor.event, 'BookingCreate', /^Booking created/);
    await editor.url.fill('https://locks.keywerk.example/once');
    await sandbox.fault({ kind: 'drop', method: 'POST', path: '/sys/webhooks', handled: true });
    await editor.save.click();
    await expect(editor.heading('Only once')).toBeAttached({ timeout: 20_000 });
    expect((await sandbox.log('POST')).filter(({ target }) => target === '/sys/webhooks')).toHaveLength(1);
    complaints.length = 0;
  });
});

test.describe('while loading', () => {
  /** @type {[string, Fault][]} */
  const faults = [
    ['a gateway’s web page', { kind: 'html', path: '/sys/webhooks', times: -1 }],
    ['truncated JSON', { kind: 'truncated', path: '/sys/webhooks', times: -1 }],
    ['a 500', { kind: 'error', path: '/sys/webhooks', times: -1 }],
    ['a dropped connection', { kind: 'drop', path: '/sys/webhooks', times: -1 }],
    ['the wrong types', { kind: 'reply', path: '/sys/webhooks', body: '{"Records":{"0":true},"TotalItems":"many"}', times: -1 }],
    ['an enormous number', { kind: 'reply', path: '/sys/webhooks', body: '{"Records":[{"Id":1e999}],"TotalItems":1e99}', times: -1 }],
  ];
  for (const [what, fault] of faults) {
    test(`the list meets ${what}: it says so, and Try again works`, async ({ editor, sandbox, complaints }) => {
      await sandbox.fault(fault);
      await editor.open();
      await expect(editor.button('Try again')).toBeAttached({ timeout: 25_000 });
      await fetch(`${sandbox.origin}sandbox/faults`, { method: 'DELETE' });
      await editor.button('Try again').click();
      await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
      complaints.length = 0;
    });
  }

  test('a slow server: there is progress, and what has come can be used', async ({ editor, page, sandbox }) => {
    await sandbox.fault({ kind: 'latency', path: '/sys/webhooks', ms: 3_000 });
    await editor.open();
    await expect(page.getByRole('progressbar', { name: 'Loading webhooks' })).toBeAttached();
    await expect(editor.list).toHaveAttribute('aria-busy', 'true');
    await editor.search.fill('door');
    await expect(editor.says('webhooks match')).toBeAttached();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
  });
});

test('what is selected stays so when its words arrive, so that typing writes over it', async ({ editor, page, sandbox }) => {
  await sandbox.fault({ kind: 'latency', path: '/sys/businesses', ms: 6_000 });
  await editor.openForm(hooks.withLargeNumbers);
  await expect(editor.location).toHaveValue(/^Location \d+$/);
  await editor.location.click();
  await expect(editor.location).toHaveValue('Zürich West');
  await page.keyboard.press('l');
  await expect(editor.location).toHaveValue('l');
});
