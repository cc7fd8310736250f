// Nexudus as the hosts' relays see it: TLS in front of the server's sandbox, and on demand something worse.
import { readFileSync } from 'node:fs';
import { request as call } from 'node:http';
import { createServer } from 'node:https';

/** @typedef {{ method: string, url: string, headers: import('node:http').IncomingHttpHeaders }} Arrived */

/**
 * @param {{ certificate: string, key: string }} identity
 * @param {string} sandbox the address of the server with the sandbox, without a slash at its end
 */
export async function startUpstream(identity, sandbox) {
  /** @type {Arrived[]} */
  const arrived = [];
  const state = { redirects: false };
  const options = { cert: readFileSync(identity.certificate), key: readFileSync(identity.key) };
  const server = createServer(options, (request, response) => {
    const { method = '', url = '', headers } = request;
    arrived.push({ method, url, headers });
    if (state.redirects) {
      response.writeHead(302, { Location: 'https://login.example/?secret=1' }).end();
      return;
    }
    const onwards = call(sandbox + url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 500, {
        ...reply.headers,
        'Set-Cookie': 'session=1',
        'Access-Control-Allow-Origin': '*',
        'X-Powered-By': 'ASP.NET',
      });
      reply.pipe(response);
    });
    request.pipe(onwards);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    arrived,
    state,
    stop() {
      server.closeAllConnections?.();
      server.close();
    },
  };
}
