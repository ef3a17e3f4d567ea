// How the app is built: static files with relative addresses that any HTTPS host can serve from any folder.
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { serviceWorker } from './scripts/service-worker.ts';

const policy = [
  "default-src 'none'",
  ...['script', 'style', 'font', 'img', 'connect', 'manifest', 'worker'].map(kind => `${kind}-src 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types service-worker',
].join('; ');

/** The content security policy, in the built page only: the development server needs inline scripts. */
const contentSecurity = (): Plugin => ({
  name: 'content-security',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
});

/** KaTeX's style sheet with woff2 fonts only, and without the alphabets that no generator may use (test/architecture.test.ts). */
const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css$/.test(id.replace(/\?.*/, ''))) return null;
    return code
      .replace(/@font-face\s*\{[^}]*KaTeX_(Fraktur|SansSerif|Script|Typewriter)\b[^}]*\}/g, '')
      .replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, '');
  },
});

const areaOf = (id: string): string | null => /[\\/]generators[\\/]([^\\/]+)[\\/]/.exec(id)?.[1] ?? null;

export default defineConfig({
  base: './',
  define: { __VERSION__: JSON.stringify(process.env.GRADUS_VERSION ?? manifest.version) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [contentSecurity(), katexFonts(), serviceWorker()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: 'licenses.txt' },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'katex', test: /[\\/]node_modules[\\/]katex[\\/].*\.m?js$/, priority: 3 },
            {
              name: 'core',
              test: /[\\/]src[\\/](math|exercise|answers)[\\/]|[\\/]src[\\/](kit|make)\.ts$|[\\/]seedrandom[\\/]/,
              priority: 2,
            },
            { name: areaOf, debugName: 'area', priority: 1 },
          ],
        },
      },
    },
  },
});
