// npm run build: the app as static files in dist/, or in the folder that is named.
import { requireNode, requirePackages, root } from './setup.mjs';

requireNode();
requirePackages();
process.env.NODE_ENV = 'production';
const { build } = await import('vite');
const outDir = process.argv[2] ?? 'dist';
await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
console.log(`Built ${outDir}/`);
