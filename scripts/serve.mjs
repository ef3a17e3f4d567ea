// A small static server that behaves like a static host: no rewrites, and what is not there is a 404.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** @type {Record<string, string>} */
const mimeTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file that a request's path names below root, or undefined where it names none. @param {string} root @param {string} path */
const fileFor = async (root, path) => {
  const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!wanted.startsWith(root + sep)) return undefined;
  const found = await stat(wanted).catch(() => undefined);
  return found?.isFile() ? { file: wanted, size: found.size } : undefined;
};

/** @param {string} url @returns {string | undefined} the path as the file system spells it; undefined where it cannot be read */
const pathOf = url => {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*/s, ''));
    return path.includes('\0') || path.includes('\\') ? undefined : path;
  } catch {
    return undefined;
  }
};

/** @param {string} path Vite's names hold a hash of the content */
const cacheControl = path => (/\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** @param {string} root @param {string} base @returns {import('node:http').RequestListener} */
const answer = (root, base) => async (request, response) => {
  /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
  const refuse = (status, text, headers = {}) =>
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD', { Allow: 'GET, HEAD' });
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return refuse(400, 'Unreadable address');
  if (`${path}/` === base) return refuse(301, 'Moved', { Location: base });
  const found = path.startsWith(base) ? await fileFor(root, path.slice(base.length - 1)) : undefined;
  if (!found) return refuse(404, 'Not found');
  response.writeHead(200, {
    'Content-Type': mimeTypes[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': cacheControl(path),
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
};

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<number>} the port that was free */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const failed = error =>
      error.code === 'EADDRINUSE' && port > 0 && port < 65535 ? resolve(listen(server, port + 1, host)) : reject(error);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/**
 * Serves the folder root under base, on the given port or the next free one (0: any).
 * @param {{ root: string, base?: string, port?: number, host?: string | undefined }} options base begins and ends with a slash
 */
export const serve = async ({ root, base = '/', port = 0, host = '127.0.0.1' }) => {
  const server = createServer(answer(root, base));
  const taken = await listen(server, port, host);
  const close = () =>
    new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${taken}${base}`, port: taken, close };
};
