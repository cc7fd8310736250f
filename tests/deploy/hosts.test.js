// The configurations in deploy/, run by the real nginx and Caddy in front of the built folder and a Nexudus with TLS.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as call } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { dist } from '../e2e/support/paths.js';
import { startServer } from '../e2e/support/server.js';
import { Authority } from './certificates.js';
import { startCaddy, startNginx } from './hosts.js';
import { startUpstream } from './upstream.js';

const folder = mkdtempSync(join(tmpdir(), 'webhook-editor-hosts-'));
const authority = new Authority(folder, 'ours');
const identity = authority.certify('localhost');
const site = join(folder, 'site');

/** @type {Awaited<ReturnType<typeof startServer>>} */
let sandbox;
/** @type {Awaited<ReturnType<typeof startUpstream>>} */
let upstream;

before(async () => {
  cpSync(dist, site, { recursive: true, preserveTimestamps: true });
  writeFileSync(join(site, '.hidden'), 'secret');
  sandbox = await startServer('--no-limits');
  upstream = await startUpstream(identity, sandbox.origin.replace(/\/$/, ''));
});
after(() => {
  sandbox.stop();
  upstream.stop();
  rmSync(folder, { recursive: true });
});

/**
 * The address is sent exactly as it is written here.
 * @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer, message: string }} Reply
 * @param {number} port
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
 * @returns {Promise<Reply>}
 */
const fetchFrom = (port, path, { method = 'GET', headers = {}, body } = {}) =>
  new Promise((done, failed) => {
    const options = { host: '127.0.0.1', servername: 'localhost', port, path, method, agent: false, ca: authority.pem };
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = call({ ...options, headers: { Host: `localhost:${port}`, ...length, ...headers } }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      const content = Buffer.concat(parts);
      const json = /json/.test(response.headers['content-type'] ?? '');
      const message = json ? String(JSON.parse(content.toString() || '{}').Message ?? '') : '';
      done({ status: response.statusCode ?? 0, headers: response.headers, body: content, message });
    });
    request.once('error', failed);
    request.end(body);
  });

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types service-worker";

const strict = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

for (const [name, start] of /** @type {const} */ ([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
])) {
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof startNginx>>} */
    let host;
    /** @param {string} path @param {Parameters<typeof fetchFrom>[2]} [options] */
    const get = (path, options) => fetchFrom(host.port, path, options);
    const settings = { site, identity, authority: authority.file };

    before(async () => {
      host = await start({ ...settings, folder: join(folder, name), upstream: upstream.port });
    });
    after(() => host.stop());

    test('serves the page with the strict headers', async () => {
      const { status, headers, body } = await get('/');
      assert.equal(status, 200);
      assert.match(String(headers['content-type']), /^text\/html/);
      assert.equal(headers['content-security-policy'], policy);
      assert.equal(headers['cache-control'], 'no-cache');
      assert.match(String(headers['permissions-policy']), /camera=\(\)/);
      for (const [header, value] of Object.entries(strict)) assert.equal(headers[header], value, header);
      assert.deepEqual(body, readFileSync(join(dist, 'index.html')));
    });

    test('serves the WebAssembly compressed in advance, with its type', async () => {
      const { headers, body } = await get('/editor.wasm', { headers: { 'Accept-Encoding': 'gzip, br' } });
      assert.equal(headers['content-encoding'], 'br');
      assert.equal(headers['content-type'], 'application/wasm');
      assert.equal(headers['cache-control'], 'no-cache');
      assert.deepEqual(brotliDecompressSync(body), readFileSync(join(dist, 'editor.wasm')));
      const zipped = await get('/app.js', { headers: { 'Accept-Encoding': 'gzip' } });
      assert.equal(zipped.headers['content-encoding'], 'gzip');
      assert.match(String(zipped.headers['content-type']), /javascript/);
      assert.deepEqual(zipped.body, readFileSync(join(dist, 'app.js.gz')));
    });

    test('serves the page that a provider sends people back to as strictly, and what is loaded later for good', async () => {
      const back = await get('/signed-in.html?code=a&state=b');
      assert.equal(back.status, 200);
      assert.equal(back.headers['content-security-policy'], policy);
      assert.equal(back.headers['cross-origin-opener-policy'], 'same-origin');
      const later = readdirSync(dist).find((file) => /^oauth-[0-9A-Z]{8}\.js$/.test(file));
      const { status, headers } = await get(`/${later}`);
      assert.equal(status, 200);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      const catalogue = readdirSync(join(dist, 'languages')).find((file) => /^de-[0-9a-f]{8}\.json$/.test(file));
      const texts = await get(`/languages/${catalogue}`);
      assert.equal(texts.status, 200);
      assert.equal(texts.headers['cache-control'], 'public, max-age=31536000, immutable');
    });

    test('sends nothing again that has not changed', async () => {
      const { headers } = await get('/app.js');
      const again = await get('/app.js', { headers: { 'If-None-Match': String(headers.etag) } });
      assert.equal(again.status, 304);
    });

    test('shows no hidden file and takes no writes', async () => {
      assert.equal((await get('/.hidden')).status, 404);
      assert.equal((await get('/missing')).status, 404);
      assert.ok([403, 405].includes((await get('/app.js', { method: 'PUT', body: 'x' })).status));
    });

    test('relays sign-in, reads and writes', async () => {
      const signedIn = await get('/api/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', client_id: 'b6b0' },
        body: 'grant_type=password&username=admin%40example.com&password=demo-admin',
      });
      assert.equal(signedIn.status, 200);
      assert.equal(upstream.arrived.at(-1)?.headers['client_id'], 'b6b0');
      const Authorization = `Bearer ${JSON.parse(signedIn.body.toString()).access_token}`;
      const list = await get('/api/sys/webhooks?page=1&size=2&WebHook_Name=a%26b%2F', { headers: { Authorization } });
      assert.equal(list.status, 200);
      assert.equal(upstream.arrived.at(-1)?.url, '/api/sys/webhooks?page=1&size=2&WebHook_Name=a%26b%2F');
      const saved = await get('/api/sys/webhooks', {
        method: 'POST',
        headers: { Authorization, 'Content-Type': 'application/json' },
        body: '{"BusinessId":1414900101,"Name":"ü","Action":6,"URL":"u"}',
      });
      assert.equal(saved.status, 200);
      const { Id } = JSON.parse(saved.body.toString()).Value;
      assert.equal((await get(`/api/sys/webhooks/${Id}`, { method: 'DELETE', headers: { Authorization } })).status, 200);
    });

    test('relays errors of the API as they are, as no page and for no cache', async () => {
      const { status, headers, body } = await get('/api/sys/webhooks/87654301');
      assert.equal(status, 401);
      assert.match(body.toString(), /Message/);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox");
      for (const [header, value] of Object.entries(strict)) assert.equal(headers[header], value, header);
    });

    test('lets no cookies and nothing about the person through', async () => {
      const { headers } = await get('/api/sys/webhooks/1', {
        headers: { Cookie: 'a=b', Origin: 'https://a', Referer: 'https://a', 'X-Forwarded-For': '10.0.0.1', 'User-Agent': 'me' },
      });
      const arrived = upstream.arrived.at(-1)?.headers ?? {};
      for (const gone of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'x-forwarded-host', 'user-agent', 'via']) {
        assert.equal(arrived[gone], undefined, gone);
      }
      assert.equal(arrived.host, `localhost${name === 'nginx' ? '' : `:${upstream.port}`}`);
      for (const gone of ['set-cookie', 'access-control-allow-origin', 'x-powered-by']) assert.equal(headers[gone], undefined, gone);
    });

    test('refuses with a reason what is not in the list', async () => {
      const count = upstream.arrived.length;
      for (const path of [
        '/api/sys/coworkers',
        '/api/sys/webhooks/',
        '/api/sys/webhooks/01',
        '/api/sys//webhooks',
        '/api/./sys/webhooks',
        '/api/sys/coworkers/../webhooks',
        '/api/%73ys/webhooks',
        '/api/sys%2Fwebhooks',
        '/api/sys/webhooks/..%2f..%2fcoworkers',
        '/api/SYS/webhooks',
        '/api/sandbox/log',
      ]) {
        const { status, message } = await get(path);
        assert.equal(status, 404, path);
        assert.match(message, /does not pass this address on/, path);
      }
      for (const [method, path] of /** @type {const} */ ([
        ['PUT', '/api/sys/webhooks/1'],
        ['DELETE', '/api/sys/webhooks'],
        ['GET', '/api/token'],
        ['PATCH', '/api/sys/webhooks'],
        ['HEAD', '/api/sys/webhooks'],
      ])) {
        const { status, message } = await get(path, { method });
        assert.equal(status, 405, `${method} ${path}`);
        if (method !== 'HEAD') assert.match(message, /does not pass this method on/);
      }
      assert.equal((await get('/sandbox/log')).status, 404);
      assert.equal(upstream.arrived.length, count);
    });

    test('refuses pages of other sites', async () => {
      const refused = await get('/api/sys/webhooks', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
      assert.equal(refused.status, 403);
      assert.match(refused.message, /pages of other sites/);
      assert.equal((await get('/api/sys/webhooks', { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status, 401);
    });

    test('refuses a large body', async () => {
      // One byte too many: with more, the refusal may overtake what is still being sent, and the connection breaks.
      const body = 'a'.repeat(name === 'nginx' ? 1_048_577 : 1_000_001);
      const { status, message } = await get('/api/token', { method: 'POST', body });
      assert.equal(status, 413);
      assert.match(message, /larger than/);
    });

    test('follows no redirection', async () => {
      upstream.state.redirects = true;
      const { status, headers, message } = await get('/api/sys/webhooks');
      upstream.state.redirects = false;
      assert.equal(status, 502);
      assert.equal(headers.location, undefined);
      assert.match(message, /redirect/);
    });

    test('trusts no certificate of somebody else', async () => {
      const other = new Authority(folder, `other-${name}`);
      const strictHost = await start({ ...settings, folder: join(folder, `${name}-strict`), upstream: upstream.port, authority: other.file });
      const count = upstream.arrived.length;
      const { status, message } = await fetchFrom(strictHost.port, '/api/sys/webhooks');
      await strictHost.stop();
      assert.equal(status, 502);
      assert.match(message, /does not trust its certificate/);
      assert.equal(upstream.arrived.length, count);
    });

    test('logs nothing secret', async () => {
      await get('/api/sys/webhooks?WebHook_URL=secret-query', { headers: { Authorization: 'Bearer secret-token' } });
      await get('/api/token', { method: 'POST', body: 'password=secret-word' });
      assert.doesNotMatch(host.log(), /secret/);
    });
  });
}
