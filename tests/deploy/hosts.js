// nginx and Caddy with the configurations of deploy/, changed where these say "yours", on a free port.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = join(root, '.deps/hosts');

/**
 * What the hosts are told.
 * @typedef {object} Setting
 * @property {string} folder for their files
 * @property {string} site the built folder
 * @property {{ certificate: string, key: string }} identity of the host
 * @property {number} upstream the port of the API
 * @property {string} authority the file of the authority that vouches for the API
 */

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((done) => server.close(done));
  return port;
}

/** Replaces each text, which has to be there. @param {string} text @param {[string, string][]} changes */
function changed(text, changes) {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the configuration does not say: ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** @param {string} program @param {string[]} options @param {number} port @param {string} folder */
async function start(program, options, port, folder) {
  const child = spawn(join(programs, program), options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let log = '';
  child.stderr.on('data', (data) => (log += data));
  const ended = new Promise((done) => child.once('exit', done));
  const accepts = () =>
    new Promise((/** @type {(accepted: boolean) => void} */ done) => {
      const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false });
      socket.once('secureConnect', () => done(true)).once('error', () => done(false));
      socket.once('close', () => done(false)).once('secureConnect', () => socket.destroy());
    });
  for (const deadline = Date.now() + 20_000; !(await accepts()); await pause(50)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${program} does not start:\n${log}`);
  }
  return {
    port,
    log: () => log,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @param {Setting} setting */
export async function startNginx({ folder, site, identity, upstream, authority }) {
  const port = await freePort();
  const log = join(folder, 'access.log');
  const configuration = changed(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8'), [
    ['server spaces.nexudus.com:443;', `server localhost:${upstream};`],
    ['listen 80;', `listen 127.0.0.1:${await freePort()};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['webhooks.example.com', 'localhost'],
    ['/etc/ssl/certs/webhooks.pem', identity.certificate],
    ['/etc/ssl/private/webhooks.key', identity.key],
    ['/var/www/webhook-editor', site],
    ['/etc/ssl/certs/ca-certificates.crt', authority],
    ['spaces.nexudus.com', 'localhost'],
    ['/var/log/nginx/webhook-editor.log', log],
  ]);
  // Around it what Debian's /etc/nginx/nginx.conf says, with all that is written in one folder.
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  const main = `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    pid ${folder}/nginx.pid;
    worker_processes 1;
    load_module ${programs}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    events { worker_connections 768; }
    http {
      include ${programs}/etc/nginx/mime.types;
      default_type application/octet-stream;
      sendfile on;
      tcp_nopush on;
      gzip on;
      access_log off;
      ${temporary.join('\n')}
      include ${folder}/site.conf;
    }`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.conf'), configuration);
  writeFileSync(join(folder, 'nginx.conf'), main);
  const host = await start('usr/sbin/nginx', ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')], port, folder);
  return { ...host, log: () => host.log() + readFileSync(log, 'utf8') };
}

/** @param {Setting} setting */
export async function startCaddy({ folder, site, identity, upstream, authority }) {
  const port = await freePort();
  const configuration = changed(readFileSync(join(root, 'deploy/Caddyfile'), 'utf8'), [
    ['{\n\tservers {', '{\n\tadmin off\n\tauto_https disable_redirects\n\tservers {'],
    ['webhooks.example.com {', `https://localhost:${port} {\n\ttls ${identity.certificate} ${identity.key}`],
    ['/var/www/webhook-editor', site],
    ['https://spaces.nexudus.com', `https://localhost:${upstream}`],
    ['dial_timeout 8s', `dial_timeout 8s\n\t\t\ttls_trusted_ca_certs ${authority}`],
  ]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Caddyfile'), configuration);
  return start('usr/bin/caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], port, folder);
}
