// Each code sample, run by its own language, sends what the editor sends: method, address, headers, and the body byte
// for byte, whatever is in it. cmd.exe and PowerShell are not to be had on Linux: their samples are read as they would.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const writer = process.env['SAMPLE_WRITER'] ?? '';
const token = 'sample-token';

/** @typedef {{ method: string, target: string, headers: import('node:http').IncomingHttpHeaders, body: Buffer }} Received */
/** @type {Received[]} */
const received = [];
const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    received.push({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(parts),
    });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"WasSuccessful":true}');
  });
});
const folder = mkdtempSync(join(tmpdir(), 'samples-'));
before(() => new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined))));
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const base = () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/api`;

/** @param {string} language @param {string} method @param {string} target @param {string} body */
function sample(language, method, target, body) {
  const { status, stdout, stderr } = spawnSync(writer, [language, method, target, base()], { input: body, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** How a file is run in each language. @type {Record<string, { file: string, steps: string[][] }>} */
const languages = {
  bash: { file: 'request.sh', steps: [['bash', 'request.sh']] },
  javascript: { file: 'request.mjs', steps: [['node', 'request.mjs']] },
  python: { file: 'request.py', steps: [['python3', 'request.py']] },
  php: { file: 'request.php', steps: [['php', 'request.php']] },
  go: { file: 'request.go', steps: [['go', 'run', 'request.go']] },
  csharp: { file: 'request.cs', steps: [['mcs', '-r:System.Net.Http.dll', 'request.cs'], ['mono', 'request.exe']] },
};

/** @param {string[]} command */
async function run([program = '', ...options]) {
  const environment = { ...process.env, TOKEN: token, GOCACHE: join(folder, 'go'), GO111MODULE: 'off' };
  const child = spawn(program, options, { cwd: folder, env: environment });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  const status = await new Promise((ended, failed) => child.once('error', failed).once('close', ended));
  assert.equal(status, 0, `${program} ${options.join(' ')}: ${output}`);
  return output;
}

// Everything that is special to one of the languages, and what is special to none of them.
const nasty = JSON.stringify({
  Id: 1,
  Name: `It's "quoted" \`back\` $HOME $(id) \${x} %PATH% %% !1 ^ & | < > \\ \\n # ; * ? ~ @`,
  Description: 'two\nlines\r\n\ttab ‘typographic’ ‚low‛ “double” é ü 日本 🪝 \u0085\u2028\u2029\u007f ?> <?php */ //',
  URL: "https://example.com/hook?a=b&c='d'%20e#f",
}) + '\n  ';
const bodies = { 'a plain body': '{"Id":1,"Name":"Door"}', 'a body with everything that is special somewhere': nasty };

for (const [language, { file, steps }] of Object.entries(languages)) {
  for (const [what, body] of Object.entries(bodies)) {
    test(`${language} sends ${what} byte for byte`, async () => {
      received.length = 0;
      writeFileSync(join(folder, file), sample(language, 'PUT', '/sys/webhooks', body));
      let output = '';
      for (const step of steps) output = await run(step);
      assert.match(output, /WasSuccessful/, 'it prints the answer');
      assert.equal(received.length, 1);
      const [{ method, target, headers, body: sent }] = /** @type {[Received]} */ (/** @type {unknown} */ (received));
      assert.deepEqual({ method, target }, { method: 'PUT', target: '/api/sys/webhooks' });
      assert.equal(headers.authorization, `Bearer ${token}`);
      assert.equal(headers['content-type'], 'application/json; charset=utf-8');
      assert.equal(headers.accept, 'application/json');
      assert.equal(sent.toString('utf8'), body);
    });
  }
  test(`${language} deletes without a body`, async () => {
    received.length = 0;
    writeFileSync(join(folder, file), sample(language, 'DELETE', '/sys/webhooks/7', ''));
    for (const step of steps) await run(step);
    assert.deepEqual(
      received.map(({ method, target, body }) => [method, target, body.length]),
      [['DELETE', '/api/sys/webhooks/7', 0]],
    );
  });
}

test('cmd writes the body whole to a file and sends that', () => {
  const text = sample('cmd', 'PUT', '/sys/webhooks?a=%20', nasty);
  const digits = [...text.matchAll(/^echo\((.*)$/gm)].map(([, line]) => line).join('');
  assert.equal(Buffer.from(digits, 'base64').toString('utf8'), nasty);
  assert.match(text, /certutil -f -decode "%TEMP%\\request.b64" "%TEMP%\\request.json"/);
  assert.match(text, /--data-binary @"%TEMP%\\request.json"/);
  assert.match(text, /sys\/webhooks\?a=%%20"/, 'a % of the address is no variable');
  assert.match(text, /--header "Authorization: Bearer %TOKEN%"/);
  assert.ok(text.split('\n').every((line) => /^[\x20-\x7e]*$/.test(line) && line.length < 8000));
});

test('PowerShell gets the body in apostrophes, each one inside doubled', () => {
  const text = sample('powershell', 'PUT', '/sys/webhooks', nasty);
  const literal = /^\$body = '((?:[^'‘’‚‛]|(['‘’‚‛])\2)*)'$/m.exec(text);
  assert.ok(literal, text);
  assert.equal(/** @type {string} */ (literal[1]).replace(/(['‘’‚‛])\1/g, '$1'), nasty);
  assert.match(text, /-Method PUT -Uri 'http:.*\/api\/sys\/webhooks' -Headers \$headers/);
  assert.match(text, /-Body \(\[System\.Text\.Encoding\]::UTF8\.GetBytes\(\$body\)\)/);
});

test('no sample holds the token', () => {
  for (const language of [...Object.keys(languages), 'cmd', 'powershell']) {
    assert.doesNotMatch(sample(language, 'PUT', '/sys/webhooks', '{}'), new RegExp(token));
  }
});
