// npm test: everything from a fresh clone to one line that says how many tests passed and failed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { requireBuild, requireNode, requirePackages } from './setup.mjs';

requireNode();
requirePackages();
const { inProject, run, tool } = await import('./setup.mjs');
const { check } = await import('./check.mjs');
const { findChromium } = await import('./chromium.mjs');

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/** Runs vitest over the named projects. @param {string[]} projects @returns {{ passed: number, failed: number }} */
const vitest = projects => {
  const report = inProject('.cache', 'vitest.json');
  rmSync(report, { force: true });
  const names = projects.flatMap(name => ['--project', name]);
  const ok = run(tool('vitest'), ['run', ...names, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load has no tests to count, and an error outside all tests fails the run alone: each is one failure.
  const broken = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
};

process.env.CHROME_PATH = await findChromium();
const failedChecks = await check();
const isBuilt = requireBuild();
if (!isBuilt) console.log('FAIL  build');
const { passed, failed } = vitest(isBuilt ? ['unit', 'store', 'browser'] : ['unit', 'store']);
const allFailed = failed + failedChecks.length + (isBuilt ? 0 : 1);
for (const name of failedChecks) console.log(`FAIL  ${name} (see above)`);
console.log(`${passed} passed, ${allFailed} failed`);
process.exit(allFailed === 0 ? 0 : 1);
