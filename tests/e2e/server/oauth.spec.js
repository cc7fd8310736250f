// Signing in at an operator's own OAuth provider: the real oidc-provider, its own pages clicked through.
import { Editor, hooks } from '../support/editor.js';
import { confirmThere, signInThere, startWithProvider } from '../support/oauth.js';
import { expect, test as base } from '../support/test.js';

/**
 * @typedef {Awaited<ReturnType<typeof startWithProvider>>} Site
 * @typedef {Parameters<typeof startWithProvider>[1]} SiteOptions
 */

const test = /** @type {typeof base.extend<{ siteOptions: SiteOptions, site: Site }>} */ (base.extend)({
  siteOptions: [{}, { option: true }],
  site: async ({ sandbox, siteOptions }, use) => {
    const site = await startWithProvider(sandbox, siteOptions);
    await use(site);
    await site.stop();
  },
  editor: async ({ page, site }, use) => {
    await use(new Editor(page, site.origin, 'server'));
  },
});

const user = 'ada@example.com';

/** Presses the button and gives the window that opens. @param {Editor} editor */
async function openProvider(editor) {
  const opened = editor.page.waitForEvent('popup');
  await editor.button('Sign in with Example').click();
  return opened;
}

/** @param {Editor} editor */
async function signIn(editor, login = 'ada') {
  const popup = await openProvider(editor);
  await signInThere(popup, login);
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  return popup;
}

/** @param {Site} site @param {string} [grant] */
const tokenRequests = ({ provider }, grant) =>
  provider.asked.filter(({ path, form }) => path === '/token' && (!grant || form.get('grant_type') === grant));

test('leads to the list, says who it is, and closes the window', async ({ editor, site }) => {
  await editor.goto();
  const popup = await openProvider(editor);
  const closed = popup.waitForEvent('close');
  await signInThere(popup, 'ada');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says(user)).toBeAttached();
  await closed;
  expect(tokenRequests(site)).toHaveLength(1);
});

test('asks as RFC 9700 wants it: S256, a state, the exact address to come back to, and no secret', async ({ editor, site }) => {
  await editor.goto();
  const asked = editor.page.context().waitForEvent('request', (request) => request.url().startsWith(`${site.provider.issuer}/auth?`));
  await signIn(editor);
  const { searchParams } = new URL((await asked).url());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'webhook-editor',
    redirect_uri: `${site.origin}signed-in.html`,
    code_challenge_method: 'S256',
    scope: 'openid email',
  });
  expect(searchParams.get('state')).toMatch(/^[\w-]{43}$/);
  expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  const [exchange] = tokenRequests(site);
  expect(exchange?.form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  expect(exchange?.form.get('code_verifier')).not.toBe(searchParams.get('code_challenge'));
  expect(exchange?.form.has('client_secret')).toBe(false);
});

test('leaves no token and no code in addresses, storage or the memory of the WebAssembly', async ({ editor, page, site }) => {
  await editor.goto();
  await signIn(editor);
  const [token = ''] = site.gateway.tokens;
  const code = tokenRequests(site)[0]?.form.get('code') ?? '';
  expect([token, code].map(({ length }) => length > 20)).toEqual([true, true]);
  const found = await page.evaluate(() => ({
    kept: JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href,
    memory: new TextDecoder('latin1').decode(globalThis.editorDiagnostics?.memory()),
  }));
  for (const secret of [token, code]) {
    expect(found.kept).not.toContain(secret);
    expect(found.memory.includes(secret)).toBe(false);
  }
});

test.describe('an access token that runs out', () => {
  test.use({ siteOptions: { accessLifetime: 4 } });

  test('is renewed with a refresh token that is new each time', async ({ editor, site }) => {
    await editor.goto(`#/webhooks/${hooks.turnstile.id}`);
    const popup = await openProvider(editor);
    await signInThere(popup, 'ada');
    await expect(editor.name).toHaveValue(hooks.turnstile.name);
    for (const name of ['Once', 'Twice']) {
      await expect.poll(() => site.provider.introspect(site.gateway.tokens.at(-1) ?? ''), { timeout: 10_000 }).toBe(false);
      await editor.name.fill(name);
      await editor.saveSuccessfully();
    }
    const used = tokenRequests(site, 'refresh_token').map(({ form }) => form.get('refresh_token'));
    expect(used.length).toBeGreaterThanOrEqual(2);
    expect(new Set(used).size).toBe(used.length);
  });
});

test.describe('a session that has ended', () => {
  test.use({ siteOptions: { accessLifetime: 8, refreshes: false } });

  test('is begun anew over the untouched screen', async ({ editor, site }) => {
    await editor.goto(`#/webhooks/${hooks.turnstile.id}`);
    await signInThere(await openProvider(editor), 'ada');
    await expect(editor.name).toHaveValue(hooks.turnstile.name);
    await editor.name.fill('Still there');
    await expect.poll(() => site.provider.introspect(site.gateway.tokens.at(-1) ?? ''), { timeout: 20_000 }).toBe(false);
    await editor.save.click();
    await expect(editor.signInError).toHaveText(/your changes are kept/);
    await confirmThere(await openProvider(editor)); // which still knows the user
    await expect(editor.name).toHaveValue('Still there');
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });
});

test.describe('a session that nothing prolongs', () => {
  test.use({ siteOptions: { accessLifetime: 200, refreshes: false } });

  test('is counted down, and can be begun anew before it ends', async ({ editor, site }) => {
    await editor.goto(`#/webhooks/${hooks.turnstile.id}`);
    await signInThere(await openProvider(editor), 'ada');
    await editor.name.fill('Still there');
    await expect(editor.says(/^Your session ends in \d minutes\./)).toBeAttached();
    await editor.button('Sign in again').click();
    await editor.button('Not now').click();
    await expect(editor.button('Not now')).toBeHidden();
    await editor.button('Sign in again').click();
    await confirmThere(await openProvider(editor));
    await expect(editor.button('Not now')).toBeHidden();
    await expect(editor.name).toHaveValue('Still there');
    expect(tokenRequests(site)).toHaveLength(2);
  });
});

test('who wants to stay signed in is so after a reload, with a session that can still be ended', async ({ editor, page, site }) => {
  await editor.goto();
  await editor.stay.check();
  await signIn(editor);
  await page.reload();
  await expect(editor.says(user)).toBeAttached();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  const [token = ''] = site.gateway.tokens;
  await editor.button('Sign out').click();
  await expect.poll(() => site.provider.introspect(token)).toBe(false);
});

test('signing out ends the tokens at the provider', async ({ editor, site }) => {
  await editor.goto();
  await signIn(editor);
  const [token = ''] = site.gateway.tokens;
  expect(await site.provider.introspect(token)).toBe(true);
  await editor.button('Sign out').click();
  await expect.poll(() => site.provider.introspect(token)).toBe(false);
  const revoked = site.provider.asked.filter(({ path }) => path === '/token/revocation').map(({ form }) => form.get('token_type_hint'));
  expect(revoked.sort()).toEqual(['access_token', 'refresh_token']);
});

test('a provider where the user says no leads back to the form', async ({ editor, site }) => {
  await editor.goto();
  const popup = await openProvider(editor);
  await popup.getByRole('link', { name: /Cancel/ }).click();
  await expect(editor.signInError).toHaveText('The sign-in was not completed at Example, or you may not use the editor.');
  await expect(editor.button('Sign in with Example')).toBeFocused();
  await expect(editor.button('Sign in with Example')).not.toHaveAttribute('aria-disabled', 'true');
  expect(tokenRequests(site)).toEqual([]);
});

test('cancelling while the window is open leads back to the form, and what comes later counts for nothing', async ({ editor, site }) => {
  await editor.goto();
  const popup = await openProvider(editor);
  await expect(popup.getByPlaceholder('Enter any login')).toBeVisible();
  await editor.button('Cancel').click();
  await expect(editor.button('Cancel')).toBeHidden();
  await expect(editor.button('Sign in with Example')).toBeFocused();
  await signInThere(popup, 'ada');
  await expect(popup.getByText('No page of the editor waits for this sign-in.')).toBeVisible();
  expect(tokenRequests(site)).toEqual([]);
  await expect(editor.signInError).toBeHidden();
  await popup.close();
  await confirmThere(await openProvider(editor)); // which knows the user by now
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

/** @type {[string, (answer: URLSearchParams) => void][]} */
const forged = [
  ['another state', (answer) => answer.set('state', 'somebody-else')],
  ['no state', (answer) => answer.delete('state')],
];
for (const [what, change] of forged) {
  test(`an answer with ${what} is not taken`, async ({ editor, page, site }) => {
    await editor.goto();
    const popup = await openProvider(editor);
    await expect(popup.getByPlaceholder('Enter any login')).toBeVisible();
    const answer = new URLSearchParams({ code: 'stolen', iss: site.provider.issuer });
    change(answer);
    const forger = await page.context().newPage();
    await forger.goto(`${site.origin}signed-in.html?${answer}`);
    await expect(forger.getByText('No page of the editor waits for this sign-in.')).toBeVisible();
    expect(forger.url()).toBe(`${site.origin}signed-in.html`);
    expect(tokenRequests(site)).toEqual([]);
    await expect(editor.button('Cancel')).toBeVisible();
  });
}

for (const [what, issuer] of [['another issuer', 'https://somebody.else.example'], ['no issuer', undefined]]) {
  test(`an answer of ${what} is refused, and its code not used`, async ({ editor, page, site }) => {
    await editor.goto();
    const asked = page.context().waitForEvent('request', (request) => request.url().startsWith(`${site.provider.issuer}/auth?`));
    await openProvider(editor);
    const state = new URL((await asked).url()).searchParams.get('state') ?? '';
    const forger = await page.context().newPage();
    await forger.goto(`${site.origin}signed-in.html?${new URLSearchParams({ code: 'mixed-up', state, ...(issuer && { iss: issuer }) })}`);
    await expect(editor.signInError).toHaveText(/^Somebody other than Example answered the sign-in, so it was stopped\./);
    expect(tokenRequests(site)).toEqual([]);
  });
}

test('a blocked window says so', async ({ editor, page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await editor.goto();
  await editor.button('Sign in with Example').click();
  await expect(editor.signInError).toHaveText(/^The browser did not open the window to sign in\. Allow this page to open windows/);
});

test('a provider that is not there says so, and closes the window', async ({ editor, page, site, complaints }) => {
  await page.context().route(`${site.provider.issuer}/**`, (route) => route.abort('connectionrefused'));
  await editor.goto();
  const popup = await openProvider(editor);
  await expect(editor.signInError).toHaveText(`Example cannot be reached at ${site.provider.issuer}. Check your connection and try again.`);
  expect(popup.isClosed()).toBe(true);
  complaints.length = 0; // the browser mentions each request that failed
});

/** @type {[string, object, RegExp][]} */
const badDiscoveries = [
  ['that does not protect browser apps', { code_challenge_methods_supported: ['plain'] }, /PKCE with S256/],
  ['that calls itself otherwise', { issuer: 'https://somebody.else.example' }, /is about “https:\/\/somebody\.else\.example”/],
  ['with an endpoint without HTTPS', { token_endpoint: 'http://login.example.com/token' }, /an address without HTTPS/],
];
for (const [what, changed, words] of badDiscoveries) {
  test(`a provider ${what} is not used`, async ({ editor, page, site, complaints }) => {
    await page.route('**/.well-known/**', async (route) => {
      const response = await route.fetch();
      const body = response.ok() ? await response.json() : {};
      await route.fulfill({ response, json: { ...body, ...changed } });
    });
    await editor.goto();
    await editor.button('Sign in with Example').click();
    await expect(editor.signInError).toHaveText(words);
    expect(tokenRequests(site)).toEqual([]);
    complaints.length = 0; // the second place to look at answers 404
  });
}

test('a provider that describes itself only as RFC 8414 has it does', async ({ editor, page, site, complaints }) => {
  const description = await (await fetch(`${site.provider.issuer}/.well-known/openid-configuration`)).json();
  await page.route('**/.well-known/openid-configuration', (route) => route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } }));
  await page.route('**/.well-known/oauth-authorization-server', (route) =>
    route.fulfill({ json: description, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  await editor.goto();
  await signIn(editor);
  complaints.length = 0; // the browser mentions the first place
});

test.describe('a page whose policy does not name the provider', () => {
  test.use({ siteOptions: { allowed: false }, provoked: ['connect-src'] });

  test('says what its operator has to do', async ({ editor, site, complaints }) => {
    await editor.goto();
    await editor.button('Sign in with Example').click();
    await expect(editor.signInError).toHaveText(new RegExp(`does not let it ask ${site.provider.issuer}.*connect-src`));
    complaints.length = 0; // the browser says so too
  });
});

test.describe('endpoints in config.json', () => {
  test.use({ siteOptions: { settings: { authorizationEndpoint: 'http://localhost:9/auth', tokenEndpoint: 'http://localhost:9/token' } } });

  test('go before those of the provider', async ({ editor, page }) => {
    await page.context().route('http://localhost:9/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
    await editor.goto();
    await expect(await openProvider(editor)).toHaveTitle('Elsewhere');
  });
});

test('what only this needs is loaded only then', async ({ editor, page, site }) => {
  /** @type {string[]} */
  const scripts = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname));
  await editor.goto();
  await expect(editor.button('Sign in with Example')).toBeVisible();
  expect(scripts).toEqual(['/app.js']);
  const popup = await openProvider(editor);
  await popup.waitForURL(`${site.provider.issuer}/**`); // nothing is on its way any more when the provider stops
  expect(scripts).toHaveLength(2);
  expect(scripts[1]).toMatch(/^\/oauth-[0-9A-Z]{8}\.js$/);
});
