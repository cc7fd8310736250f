// Prints how much of the layers without a screen the unit tests run: lines and branches, by layer and for the files
// that are covered least.
//
//   node script/lib/coverage.js PROFILE PROGRAM…
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const layers = ['src/webhook', 'src/nexudus', 'src/editor'];
const least = 8; // files that are listed

/** @typedef {{ count: number, covered: number }} Share */
/** @typedef {{ filename: string, summary: { lines: Share, branches: Share } }} File */

const [profile = '', ...programs] = process.argv.slice(2);
const [first = '', ...others] = programs;
const exported = spawnSync(
  'llvm-cov',
  ['export', '-summary-only', `-instr-profile=${profile}`, first, ...others.flatMap((program) => ['-object', program]), ...layers],
  { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (exported.status !== 0) throw new Error(`llvm-cov could not read the profile: ${exported.stderr}`);
/** @type {File[]} */
const files = JSON.parse(exported.stdout).data[0].files;
if (!files.length) throw new Error(`llvm-cov found nothing of ${layers.join(', ')} in the programs.`);

/** @param {string} name @param {File[]} of */
function line(name, of) {
  const sum = (/** @type {'lines' | 'branches'} */ kind) => {
    const count = of.reduce((all, { summary }) => all + summary[kind].count, 0);
    const covered = of.reduce((all, { summary }) => all + summary[kind].covered, 0);
    return `${(count ? (100 * covered) / count : 100).toFixed(1).padStart(6)} %`;
  };
  return `${name.padEnd(40)} lines ${sum('lines')}   branches ${sum('branches')}`;
}

const inside = files.map((file) => ({ ...file, filename: relative(root, file.filename) }));
for (const layer of layers) console.log(line(layer, inside.filter(({ filename }) => filename.startsWith(`${layer}/`))));
console.log(line('together', inside));
console.log('least covered:');
const uncovered = (/** @type {File} */ { summary }) => summary.branches.count - summary.branches.covered;
for (const file of inside.sort((a, b) => uncovered(b) - uncovered(a)).slice(0, least)) console.log(line(`  ${file.filename}`, [file]));
