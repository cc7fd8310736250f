// A plain file server for tests, with room for a test's own answers.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * @callback Handler answers a request itself and returns true, or leaves it
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean | void}
 */

/**
 * @param {string} folder
 * @param {Handler} [handler]
 */
export async function serve(folder, handler) {
  const server = createServer(async (request, response) => {
    if (handler?.(request, response)) return;
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const body = await readFile(join(folder, path)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(path)] ?? 'text/plain' });
    response.end(body ?? 'Not found');
  });
  await new Promise((done) => server.listen(0, () => done(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<string>} */
export async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
