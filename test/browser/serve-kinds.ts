// Builds and serves the page with one exercise for each kind of answer, as the app itself is built: same plugins, same content policy.
import { build, type Plugin } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { inProject } from '../../scripts/setup.mjs';
import app from '../../vite.config.ts';

const isOfPage = (plugin: unknown): plugin is Plugin =>
  typeof plugin === 'object' && plugin !== null && 'name' in plugin && plugin.name !== 'service-worker';

export async function serveKinds(outDir = inProject('.cache', 'kinds')): Promise<Awaited<ReturnType<typeof serve>>> {
  await build({
    ...app,
    configFile: false,
    root: inProject('test', 'browser', 'kinds'),
    publicDir: false,
    logLevel: 'warn',
    plugins: (app.plugins ?? []).filter(isOfPage),
    build: { ...app.build, outDir, emptyOutDir: true },
  });
  return serve({ root: outDir });
}
