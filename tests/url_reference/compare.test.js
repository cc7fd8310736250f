// What the URL check lets pass is an address for the rest of the world too: Node's URL, which follows the WHATWG
// standard, agrees on it and on its parts. The inputs are cases like those of the web-platform-tests, and seeded
// mutations of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const program = process.env['URL_PARSER'] ?? '';
const inputs = 200_000;

const seeds = [
  'https://example.com/hook', 'http://user:pass@foo:21/bar;par?b#c', 'http://f:/c', 'http://f:0/c', 'http://f:00000000000000/c',
  'http://f:00000000000000000000080/c', 'http://f:b/c', 'http://f:65536/c', 'http://f: 21 / b ? d # e ', 'http:/example.com/',
  'http://[1::2]:3:4', 'http://[www.google.com]/', 'http://[::127.0.0.1.0.0.1]', 'http://[::1.2.3.4]/', 'http://[::1.2.3.04]',
  'http://[2001::1', 'http://2001::1', 'http://[2001:db8::ff00:42:8329]/x', 'http://[0:0:0:0:0:0:13.1.68.3]', 'http://[:::]',
  'http://[1:2:3:4:5:6:7::]', 'http://[1:2:3:4:5:6:7:8::]', 'http://[::%31]', 'http://[google.com]', 'http://192.0x00A80001',
  'http://192.168.0.257', 'http://0x7f.1/', 'http://0177.0.0.1', 'http://4294967296', 'http://4294967295', 'http://1.2.3.4.5/',
  'http://1.2.3.4./', 'http://1.2.3.', 'http://foo.09', 'http://foo.0x4', 'http://foo.0x', 'http://0x', 'http://%30%78%63', 'http://GOO​goo.com',
  'http://www.foo。bar.com', 'http://Ｇｏ.com', 'http://ho%20st/', 'http://hello%00', 'http://a b', 'http://a<b', 'http://a^b', 'http://ab|c',
  'http://example.com:8080/?q=a%20b&token=x#frag', 'https://a_b.example', 'https://-a-.example/', 'https://xn--ls8h.example', 'https://xn--zn7c.com',
  'https://user@/www.example.com', 'http://@host', 'http://:@host', 'http://a@b@c/', 'http://a:b:c@d/', 'http://user@name:pw@host/', 'http://bücher.example/ü?ö#ä',
  'ftp://example.com/', 'javascript:alert(1)', 'http:\\\\x:y@\\z/', 'https://例え.jp', 'https://🪝.example/', 'http://./', 'http://../', 'http://a..b/',
];
const pieces = ['.', ':', '/', '@', '?', '#', '[', ']', '%', '0x', '0', '1', '255', '256', 'a', 'é', '::', '\\', ' ', '-', '_', '..', '//', '65535', '65536', '%41', '&', '=', ';', '|', '"', '<', '^', '~', "'", '(', ','];

/** Numbers from a seed (mulberry32): a run that fails can be had again. @param {number} seed */
function random(seed) {
  return (/** @type {number} */ limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** @param {(limit: number) => number} below */
function mutated(below) {
  let text = seeds[below(seeds.length)] ?? '';
  for (let times = below(4); times > 0; --times) {
    const at = below(text.length + 1);
    const piece = below(3) === 0 ? '' : (pieces[below(pieces.length)] ?? '');
    text = text.slice(0, at) + piece + text.slice(at + below(3));
  }
  return text.replace(/[\n\r]/g, '').replace(/\p{Surrogate}/gu, '');
}

const reference = (/** @type {string} */ text) => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

test('an address that passes is one for Node too, with the same host, port and query', () => {
  const below = random(1);
  const texts = [...seeds, ...Array.from({ length: inputs }, () => mutated(below))];
  const lines = spawnSync(program, { input: `${texts.join('\n')}\n`, maxBuffer: 1 << 28, encoding: 'utf8' }).stdout.split('\n');
  let passed = 0;
  texts.forEach((text, at) => {
    const line = lines[at] ?? '';
    if (!line) return;
    ++passed;
    const [host = '', port, userinfo = '', query = ''] = line.split('\t');
    // Names outside ASCII go through Unicode's tables, which are Nexudus's to apply.
    if (/[^\x00-\x7f]|xn--/i.test(host)) return;
    const url = reference(text);
    assert.ok(url, `${text} passes here, and is no address there`);
    const address = /[0-9.:\]]$/.test(host) || /0x[0-9a-f]*\.?$/i.test(host);
    if (!address) assert.equal(url.hostname, host.toLowerCase(), text);
    if (port && Number(port) !== (url.protocol === 'https:' ? 443 : 80)) assert.equal(url.port, String(Number(port)), text);
    assert.equal(userinfo !== '' && userinfo !== ':', url.username !== '' || url.password !== '', text);
    if (/^[\w&=.~-]*$/.test(query)) assert.equal(url.search.slice(1), query, text);
  });
  assert.ok(passed > inputs / 20, `only ${passed} of ${texts.length} passed: that proves little`);
  console.log(`report: URL check against Node's URL: ${texts.length} inputs, ${passed} let pass, 0 differences`);
});
