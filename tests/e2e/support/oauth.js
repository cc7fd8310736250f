// An operator with an OAuth provider and a gateway: the real oidc-provider, the editor's server with the relay, and in
// between a gateway that knows the provider's access tokens and calls the sandbox in its own name.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { administrator } from './editor.js';
import { dist } from './paths.js';
import { startServer } from './server.js';

const clientId = 'webhook-editor';
const gatewayClient = { id: 'gateway', secret: 'a-secret-of-the-gateway' };

/** @param {import('node:http').Server} server @returns {Promise<number>} the port */
const listen = (server) =>
  new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      ready(typeof address === 'object' && address ? address.port : 0);
    });
  });

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * @typedef {object} ProviderOptions
 * @property {number} [accessLifetime] of an access token, in seconds
 * @property {boolean} [refreshes] gives refresh tokens, and a new one at each use
 */

/** The pages are the package's own: any login, any password. @param {ProviderOptions} options */
async function startProvider({ accessLifetime = 3600, refreshes = true }) {
  /** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} */
  let handle = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  const issuer = `http://localhost:${await listen(server)}`;
  /** What was asked of it that is no page. @type {{ path: string, form: URLSearchParams }[]} */
  const asked = [];
  /** Where the client may be sent back to; known once the editor's server runs. @type {string[]} */
  const redirectUris = ['http://localhost/unknown-yet'];
  const account = (/** @type {any} */ _, /** @type {string} */ id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.com` }),
  });

  const start = () => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          application_type: 'native', // which is how plain HTTP on one's own machine is allowed
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code', ...(refreshes ? ['refresh_token'] : [])],
          response_types: ['code'],
          redirect_uris: redirectUris,
        },
        {
          client_id: gatewayClient.id,
          client_secret: gatewayClient.secret,
          grant_types: [],
          response_types: [],
          redirect_uris: [],
        },
      ],
      claims: { openid: ['sub'], email: ['email'] },
      scopes: ['openid', 'email'],
      conformIdTokenClaims: false,
      findAccount: account,
      pkce: { required: () => true },
      features: { introspection: { enabled: true }, revocation: { enabled: true } },
      ttl: { AccessToken: accessLifetime, AuthorizationCode: 60, Grant: 3600, IdToken: 3600, Interaction: 600, RefreshToken: 3600, Session: 3600 },
      rotateRefreshToken: true,
      issueRefreshToken: async () => refreshes,
      clientBasedCORS: (/** @type {any} */ _, /** @type {string} */ origin) => redirectUris.some((uri) => uri.startsWith(origin)),
      cookies: { keys: ['only for tests'] },
    });
    const pages = provider.callback();
    handle = (request, response) => {
      const path = new URL(request.url ?? '/', issuer).pathname;
      if (request.method !== 'POST' || !/^\/token/.test(path)) return void pages(request, response);
      // The body is looked at on its way.
      void bodyOf(request).then((body) => {
        asked.push({ path, form: new URLSearchParams(body.toString()) });
        Object.assign(request, { body });
        pages(request, response);
      });
    };
  };

  /** @param {string} token */
  const introspect = async (token) => {
    const response = await fetch(`${issuer}/token/introspection`, {
      method: 'POST',
      body: new URLSearchParams({ token, client_id: gatewayClient.id, client_secret: gatewayClient.secret }),
    });
    return (await response.json()).active === true;
  };
  return {
    issuer,
    asked,
    introspect,
    /** @param {string} uri */
    register: (uri) => {
      redirectUris.splice(0, 1, uri);
      start();
    },
    stop: () => void server.close(),
  };
}

/**
 * Lets those through whose token is good at the provider, and calls the sandbox with one of its own.
 * @param {import('./server.js').Sandbox} sandbox
 * @param {(token: string) => Promise<boolean>} introspect
 */
async function startGateway(sandbox, introspect) {
  /** @type {string[]} */
  const tokens = [];
  const inside = await sandbox.token(administrator.email, administrator.password);
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!tokens.includes(token)) tokens.push(token);
    if (!(await introspect(token))) {
      response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"Message":"Who are you?"}');
      return;
    }
    const reply = await fetch(`${sandbox.origin}${(request.url ?? '').replace(/^\//, '')}`, {
      method: request.method ?? 'GET',
      headers: { Authorization: `Bearer ${inside}`, 'Content-Type': request.headers['content-type'] ?? 'application/json' },
      body: body.length ? body : null,
    });
    response.writeHead(reply.status, { 'Content-Type': reply.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  const port = await listen(server);
  return { address: `http://127.0.0.1:${port}/api`, tokens, stop: () => void server.close() };
}

/**
 * The editor as an operator sets it up: a copy of dist/ with its own config.json, and the provider in the page's policy.
 * @param {import('./server.js').Sandbox} sandbox
 * @param {ProviderOptions & { settings?: object, ways?: string[], allowed?: boolean }} [options] allowed: the page's policy names the provider
 */
export async function startWithProvider(sandbox, { settings = {}, ways = ['oauth'], allowed = true, ...options } = {}) {
  const provider = await startProvider(options);
  const gateway = await startGateway(sandbox, provider.introspect);
  const folder = await mkdtemp(join(tmpdir(), 'webhook-editor-oauth-'));
  await cp(dist, folder, { recursive: true, preserveTimestamps: true });
  const oauth = { issuer: provider.issuer, clientId, name: 'Example', ...settings };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ apiBase: 'api', signIn: ways, oauth }));
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  if (allowed) await writeFile(join(folder, 'index.html'), page.replace('https://spaces.nexudus.com', provider.issuer));
  const server = await startServer('--root', folder, '--upstream', gateway.address, ...(allowed ? ['--connect', provider.issuer] : []));
  provider.register(`${server.origin}signed-in.html`);
  return {
    origin: server.origin,
    provider,
    gateway,
    stop: async () => {
      for (const part of [server, gateway, provider]) part.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * Clicks through the provider's pages.
 * @param {import('@playwright/test').Page} popup
 * @param {string} login
 */
export async function signInThere(popup, login) {
  await popup.getByPlaceholder('Enter any login').fill(login);
  await popup.getByPlaceholder('and password').fill('any');
  await popup.getByRole('button', { name: 'Sign-in' }).click();
  await confirmThere(popup);
}

/** That the editor may act for the user. @param {import('@playwright/test').Page} popup */
export const confirmThere = (popup) => popup.getByRole('button', { name: 'Continue' }).click();
