// npm run check: types in all four rooms, lint and format, side by side.
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { requireNode, requirePackages, root, tool } from './setup.mjs';

const projects = ['tsconfig.json', 'tsconfig.web.json', 'tsconfig.worker.json', 'tsconfig.node.json'];

/** @param {string} name @param {string} program @param {string[]} args @returns {Promise<{ name: string, ok: boolean, output: string }>} */
const look = (name, program, args) =>
  new Promise(resolve => {
    execFile(tool(program), args, { cwd: root, shell: process.platform === 'win32', maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ name, ok: error === null, output: (out + err).trim() }),
    );
  });

/** Runs all static checks, prints what they found; the names of those that failed. */
export const check = async () => {
  const results = await Promise.all([
    ...projects.map(project => look(`types (${project})`, 'tsc', ['--pretty', 'false', '-p', project])),
    look('lint and format', 'biome', ['ci', '--colors=off', '.']),
  ]);
  for (const { name, ok, output } of results) console.log(ok ? `ok    ${name}` : `FAIL  ${name}\n${output}`);
  return results.filter(result => !result.ok).map(result => result.name);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode();
  requirePackages();
  process.exit((await check()).length === 0 ? 0 : 1);
}
