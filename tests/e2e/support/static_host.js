// A plain file server, as any web host is one: the files under some path, the headers the README asks for, no API.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @param {string} [api] an origin more that the page may call */
export const contentSecurityPolicy = (api = '') =>
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  `connect-src 'self' ${api}; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; ` +
  "require-trusted-types-for 'script'; trusted-types service-worker";

/**
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.path] where it is served, such as "/tools/webhooks/"
 * @param {Record<string, string | undefined>} [options.files] served instead of, undefined: missing
 * @param {string} [options.api] an origin the page may call
 */
export async function startStaticHost({ folder, path = '/', files = {}, api = '' }) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = normalize(pathname.slice(path.length) || 'index.html');
    const body = await (name in files ? files[name] : readFile(join(folder, name)).catch(() => undefined));
    const found = body !== undefined && pathname.startsWith(path) && !name.startsWith('..');
    response.writeHead(found ? 200 : 404, {
      'Content-Type': (found && types[extname(name)]) || 'text/plain',
      'Content-Security-Policy': contentSecurityPolicy(api),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    });
    response.end(found ? body : 'Not found');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://localhost:${port}${path}`, stop: () => void server.close() };
}
