// The token shim against a token endpoint that answers as each test wants.
import { expect, test as base } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { bodyOf, serve } from './serve.js';

const web = fileURLToPath(new URL('../../web', import.meta.url));

/**
 * @typedef {{ form: URLSearchParams, headers: import('node:http').IncomingHttpHeaders }} Received
 * @typedef {{ status?: number, body?: unknown, headers?: Record<string, string> }} Reply
 */

class TokenEndpoint {
  /** @type {Received[]} */
  received = [];
  /** @type {(received: Received) => Reply | 'drop' | Promise<Reply>} */
  answer = () => ({ body: { access_token: 'access-1', token_type: 'bearer', expires_in: 600, refresh_token: 'refresh-1' } });

  async start() {
    const handler = /** @type {import('./serve.js').Handler} */ (
      (request, response) => {
        if (request.url === '/blank') {
          response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Blank</title>');
          return true;
        }
        if (request.url !== '/api/token') return false;
        void this.#reply(request, response);
        return true;
      }
    );
    this.server = await serve(web, handler);
    return this.server;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #reply(request, response) {
    const received = { form: new URLSearchParams(await bodyOf(request)), headers: request.headers };
    this.received.push(received);
    const reply = await this.answer(received);
    if (reply === 'drop') {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  }
}

const test = /** @type {typeof base.extend<{ endpoint: TokenEndpoint, origin: string }>} */ (base.extend)({
  endpoint: async ({}, use) => {
    const endpoint = new TokenEndpoint();
    const server = await endpoint.start();
    await use(endpoint);
    server.close();
  },
  origin: async ({ endpoint }, use) => {
    await use(endpoint.server?.url ?? '');
  },
});

/**
 * Makes a shim in the page and collects its events in `window.events`.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 * @param {string} [apiBase]
 */
async function open(page, origin, apiBase = 'api') {
  await page.goto(`${origin}blank`);
  await page.evaluate(async (base) => {
    const { TokenShim } = await import(/** @type {string} */ ('/auth.js'));
    Object.assign(window, { events: [] });
    /** @param {import('../../web/auth.js').TokenEvent} event */
    const report = (event) => window.events.push(event);
    Object.assign(window, { shim: new TokenShim(base, report) });
  }, apiBase);
}

/** @param {import('@playwright/test').Page} page */
const signIn = (page, code = '') =>
  page.evaluate(async (totp) => {
    await window.shim.signIn('ada@example.com', 'secret', totp);
    return window.events.at(-1);
  }, code);

/** @param {string} error */
const refusal = (error) => () => ({ status: 400, body: { error, error_description: 'In the server’s words.' } });

/** A server whose refresh tokens die at their first use. @param {string} live @returns {(received: Received) => Reply} */
function rotating(live) {
  let issued = 1;
  return (received) => {
    if (received.form.get('refresh_token') !== live) return refusal('invalid_grant')();
    issued += 1;
    live = `refresh-${issued}`;
    return { body: { access_token: `access-${issued}`, refresh_token: live } };
  };
}

test('signs in with a password grant as a client of its own', async ({ page, endpoint, origin }) => {
  await open(page, origin);
  expect(await signIn(page)).toMatchObject({ outcome: 'signed_in', user: 'ada@example.com', canRefresh: true });
  const [request] = endpoint.received;
  expect(Object.fromEntries(request?.form ?? [])).toEqual({
    grant_type: 'password',
    username: 'ada@example.com',
    password: 'secret',
  });
  expect(request?.headers['client_id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await page.evaluate(() => window.shim.accessToken)).toBe('access-1');
});

test('is the same client after a reload', async ({ page, endpoint, origin }) => {
  await open(page, origin);
  await signIn(page);
  await open(page, origin);
  await signIn(page);
  const [first, second] = endpoint.received.map(({ headers }) => headers['client_id']);
  expect(second).toBe(first);
});

for (const [error, code, outcome] of /** @type {const} */ ([
  ['invalid_grant', '', 'wrong_credentials'],
  ['two_factor_auth_check', '', 'code_needed'],
  ['two_factor_auth_check', '123456', 'wrong_code'],
  ['invalid_grant', '123456', 'wrong_code'],
  ['must_reset_password', '', 'must_reset_password'],
  ['unsupported_grant_type', '', 'refused'],
])) {
  test(`calls ${error}${code && ' after a code'} ${outcome}`, async ({ page, endpoint, origin }) => {
    endpoint.answer = refusal(error);
    await open(page, origin);
    expect(await signIn(page, code)).toMatchObject({ outcome, detail: 'In the server’s words.' });
  });
}

test('calls a page in place of a token unreadable', async ({ page, endpoint, origin }) => {
  endpoint.answer = () => ({ status: 502, body: '<html>Bad gateway</html>' });
  await open(page, origin);
  expect(await signIn(page)).toMatchObject({ outcome: 'unreadable', detail: 'HTTP 502' });
});

test('calls a dropped connection unreachable', async ({ page, endpoint, origin }) => {
  endpoint.answer = () => 'drop';
  await open(page, origin);
  expect(await signIn(page)).toMatchObject({ outcome: 'unreachable' });
});

test('tells a server that forbids reading from one that is not there', async ({ page, endpoint, origin }) => {
  const other = new TokenEndpoint();
  const otherServer = await other.start();
  await open(page, origin, `${otherServer.url.replace('localhost', '127.0.0.1')}api`);
  expect(await signIn(page)).toMatchObject({ outcome: 'blocked_by_browser' });
  otherServer.close();
  await open(page, origin, 'http://127.0.0.1:9/api');
  expect(await signIn(page)).toMatchObject({ outcome: 'unreachable' });
  expect(endpoint.received).toEqual([]);
});

test('says when the page itself forbids the request', async ({ page, origin }) => {
  await open(page, origin, 'http://127.0.0.1:9/api');
  await page.evaluate(() => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = "connect-src 'self'";
    document.head.append(meta);
  });
  expect(await signIn(page)).toMatchObject({ outcome: 'blocked_by_browser', detail: /content security policy/ });
});

test('refreshes once however often it is asked', async ({ page, endpoint, origin }) => {
  await open(page, origin);
  await signIn(page);
  endpoint.answer = () => ({ body: { access_token: 'a2', refresh_token: 'r2' } });
  const events = await page.evaluate(async () => {
    window.events.length = 0;
    await Promise.all([window.shim.refresh(), window.shim.refresh()]);
    return window.events;
  });
  expect(endpoint.received.slice(1).map(({ form }) => form.get('refresh_token'))).toEqual(['refresh-1']);
  expect(events.map(({ outcome }) => outcome)).toEqual(['refreshed', 'refreshed']);
});

test('shares a refresh with the other tabs of the same user', async ({ page, endpoint, origin, context }) => {
  await open(page, origin);
  await signIn(page);
  const other = await context.newPage();
  await open(other, origin);
  await signIn(other);
  endpoint.answer = () => ({ body: { access_token: 'a2', refresh_token: 'r2' } });
  await page.evaluate(() => window.shim.refresh());
  await expect.poll(() => other.evaluate(() => window.shim.accessToken)).toBe('a2');
  expect(await other.evaluate(() => window.events.at(-1))).toMatchObject({ outcome: 'refreshed' });
});

test('signs the other tabs of the same user out', async ({ page, origin, context }) => {
  await open(page, origin);
  await signIn(page);
  const other = await context.newPage();
  await open(other, origin);
  await signIn(other);
  await page.evaluate(() => window.shim.signOut());
  await expect.poll(() => other.evaluate(() => window.events.at(-1))).toMatchObject({ outcome: 'signed_out' });
  expect(await other.evaluate(() => window.shim.accessToken)).toBe('');
});

test('says when the session cannot be prolonged', async ({ page, endpoint, origin }) => {
  await open(page, origin);
  await signIn(page);
  endpoint.answer = refusal('invalid_grant');
  await page.evaluate(() => window.shim.refresh());
  expect(await page.evaluate(() => window.events.at(-1))).toMatchObject({ outcome: 'refresh_failed' });
});

for (const status of [409, 429, 500, 503]) {
  test(`does not take status ${status} for the end of the session`, async ({ page, endpoint, origin }) => {
    await open(page, origin);
    await signIn(page);
    endpoint.answer = () => ({ status, body: { error: 'server_error' } });
    await page.evaluate(() => window.shim.refresh());
    expect(await page.evaluate(() => window.events.at(-1)?.outcome)).not.toBe('refresh_failed');
    expect(await page.evaluate(() => window.shim.accessToken)).toBe('access-1');
  });
}

test('lets two tabs refresh at once with one refresh token', async ({ page, endpoint, origin, context }) => {
  await open(page, origin);
  await signIn(page);
  const other = await context.newPage();
  await open(other, origin);
  await signIn(other);
  endpoint.answer = rotating('refresh-1');
  const refresh = () => window.shim.refresh();
  await Promise.all([page.evaluate(refresh), other.evaluate(refresh)]);
  for (const tab of [page, other]) {
    expect(await tab.evaluate(() => window.events.at(-1))).toMatchObject({ outcome: 'refreshed' });
    expect(await tab.evaluate(() => window.shim.accessToken)).toBe('access-2');
  }
});

test('takes the tokens of a tab that was quicker, though they come after its own refusal', async ({ page, endpoint, origin, context }) => {
  await open(page, origin);
  await signIn(page);
  const other = await context.newPage();
  await open(other, origin);
  await signIn(other);
  // No locks, as in a page over plain HTTP: both ask, and the one that was refused knows it first.
  const refresh = () => {
    Object.defineProperty(navigator, 'locks', { value: undefined });
    return window.shim.refresh();
  };
  /** @type {(reply: Reply) => void} */
  let grant = () => {};
  endpoint.answer = () => new Promise((resolve) => (grant = resolve));
  const quicker = page.evaluate(refresh);
  await expect.poll(() => endpoint.received.length).toBe(3);
  endpoint.answer = refusal('invalid_grant');
  const refused = other.waitForResponse('**/token');
  const slower = other.evaluate(refresh);
  await (await refused).finished();
  await other.evaluate(() => {}); // a turn for what the refusal leads to
  grant({ body: { access_token: 'access-2', refresh_token: 'refresh-2' } });
  await Promise.all([quicker, slower]);
  for (const tab of [page, other]) {
    expect(await tab.evaluate(() => window.events.at(-1))).toMatchObject({ outcome: 'refreshed' });
    expect(await tab.evaluate(() => window.shim.accessToken)).toBe('access-2');
  }
});

test('takes a pasted token with or without its scheme, and nothing that cannot be one', async ({ page, origin }) => {
  await open(page, origin);
  const outcomes = await page.evaluate(() => {
    window.shim.useToken(' Bearer abc.DEF-1_2~3+4/5== \n');
    const token = window.shim.accessToken;
    window.shim.useToken('abc\r\nX-Injected: 1');
    return { token, events: window.events, after: window.shim.accessToken };
  });
  expect(outcomes).toMatchObject({ token: 'abc.DEF-1_2~3+4/5==', after: 'abc.DEF-1_2~3+4/5==' });
  expect(outcomes.events.map(({ outcome }) => outcome)).toEqual(['signed_in', 'refused']);
});

test('says how long a token is good for, where that is known', async ({ page, endpoint, origin }) => {
  await open(page, origin);
  const { expiresIn } = /** @type {{ expiresIn: number }} */ (await signIn(page));
  expect(expiresIn).toBeGreaterThan(595_000);
  expect(expiresIn).toBeLessThanOrEqual(600_000);
  endpoint.answer = () => ({ body: { access_token: 'access-1' } });
  expect(await signIn(page)).not.toHaveProperty('expiresIn');
  const pasted = await page.evaluate(() => {
    const endsSoon = btoa(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 120 })).replaceAll('=', '');
    window.events.length = 0;
    window.shim.useToken(`e30.${endsSoon}.c2ln`);
    window.shim.useToken('opaque');
    return window.events;
  });
  expect(pasted[0]?.expiresIn).toBeGreaterThan(115_000);
  expect(pasted[1]).not.toHaveProperty('expiresIn');
});

test('keeps no token outside memory', async ({ page, origin, context }) => {
  await open(page, origin);
  await signIn(page);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(kept).not.toMatch(/access-1|refresh-1|secret/);
  expect(await context.cookies()).toEqual([]);
});
