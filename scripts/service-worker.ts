// The build step that gives the service worker the list of all files of one version.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** A file of the app as workbox wants to be told of it: the revision is null where the name holds a hash already. */
export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
}

const hashed = /^assets\/.+-[\w-]{8}\.\w+$/;

/** All files of a built folder that the service worker keeps, in one order on every machine. */
const precacheList = (folder: string): PrecacheEntry[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({ file, url: file.slice(folder.length + 1).replaceAll('\\', '/') }))
    .filter(({ url }) => url !== 'sw.js')
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ file, url }) => ({ url, revision: hashed.test(url) ? null : digest(file) }));

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

/** Builds src/sw.ts into the finished folder, after everything else is there. */
export const serviceWorker = (): Plugin => {
  let root = '';
  let outDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { 'self.__WB_MANIFEST': JSON.stringify(precacheList(outDir)) },
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: { input: join(root, 'src', 'sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
    },
  };
};
