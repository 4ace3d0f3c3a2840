// Reads the events of `go test -json FILE`: shows what failed and each test's own line on standard error, and prints
// "PASSED FAILED", then one line for each test that was skipped.
import { readFileSync } from 'node:fs';

const counts = { pass: 0, fail: 0 };
const skipped = [];
const output = new Map();
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line === '') continue;
  // What is not JSON comes from the build.
  const event = line.startsWith('{') ? JSON.parse(line) : { Action: 'build-output', Output: `${line}\n` };
  const { Action: action, Test: test, Package: folder = '', Output: text = '', Elapsed: seconds } = event;
  const name = `${folder} ${test ?? ''}`;
  if (action === 'output') output.set(name, (output.get(name) ?? '') + text);
  if (action === 'build-output') console.error(text.trimEnd());
  if (action === 'fail') console.error(output.get(name) ?? '');
  if (test === undefined) continue;
  if (action === 'pass' || action === 'fail') {
    counts[action]++;
    console.error(`${action === 'pass' ? '✔' : '✖'} ${test} (${seconds}s)`);
  }
  if (action === 'skip')
    skipped.push(`${test}: ${(output.get(name) ?? '').trim().split('\n').at(-2)?.trim() ?? 'skipped'}`);
}
console.log(`${counts.pass} ${counts.fail}`);
for (const one of skipped) console.log(one);
