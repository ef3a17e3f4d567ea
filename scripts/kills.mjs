// npm run kills -- [COUNT] [SEED]: builds and serves the app, and has test/bench/kills.ts kill real browsers that use it.
import { spawn } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from './setup.mjs';

requireNode();
requirePackages();
if (!requireBuild()) process.exit(1);
const site = await serve({ root: inProject('dist') });
const env = { ...process.env, CHROME_PATH: await findChromium(), GRADUS_APP: site.url };
const args = [inProject('scripts', 'run.mjs'), 'test/bench/kills.ts', ...process.argv.slice(2)];
const program = spawn(process.execPath, args, { env, stdio: 'inherit' });
program.on('exit', code => process.exit(code ?? 1));
