// The page's files. Everything below /assets/ carries its content in its name and may be kept for ever; every other
// address is the one page, with a fresh nonce for the styles that it makes itself.

import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

export interface PageFiles {
  /** The built page; null where it was not built. */
  readonly folder: string | null;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** @param lost what is answered to addresses of the API that do not exist */
export function servePage(app: FastifyInstance, { folder }: PageFiles, lost: () => Error): void {
  const assets = folder === null ? new Map<string, Asset>() : readAssets(folder);
  const page = folder === null ? withoutPage : readFileSync(join(folder, 'index.html'), 'utf8');
  app.get('/assets/:name', { schema: { hide: true } }, async (request, reply) => {
    const { name } = request.params as { name: string };
    const file = assets.get(name);
    if (file === undefined) return reply.code(404).type('text/plain').send('not found');
    const mayZip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (mayZip) void reply.header('content-encoding', 'gzip');
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(types[extname(name)] ?? 'application/octet-stream')
      .send(mayZip ? file.zipped : file.plain);
  });
  for (const name of folder === null ? [] : rootFiles(folder)) {
    const file = readFileSync(join(folder ?? '', name));
    app.get(`/${name}`, { schema: { hide: true } }, async (_request, reply) =>
      reply.type(types[extname(name)] ?? 'application/octet-stream').send(file),
    );
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!isPage) throw lost();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce));
  });
}

const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // Mails are shown in a frame.
    "frame-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Files beside the page itself: its icon. */
const rootFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => Object.hasOwn(types, extname(name)));

interface Asset {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** Few and small: they are kept in memory, zipped once. */
function readAssets(folder: string): Map<string, Asset> {
  const path = join(folder, 'assets');
  return new Map(
    readdirSync(path).map((name) => {
      const plain = readFileSync(join(path, name));
      return [name, { plain, zipped: gzipSync(plain) }];
    }),
  );
}

const withoutPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tandem</title>
<p>The page was not built. The API is at <a href="/api/v1/openapi.json">/api/v1</a>.</p></html>`;
