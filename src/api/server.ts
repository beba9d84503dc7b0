// The server's own pages: health, and a plain page that shows how the integration stands.

import fastify, { type FastifyInstance } from 'fastify';
import type { RunReport } from '../core/report/run-report.ts';
import { renderStatusPage } from './status-page.ts';

export interface ServedState {
  /** Whether work can be done: the database is open. */
  readonly ready: () => boolean;
  readonly name: string;
  /** The newest report, whoever started the run; null before the first one. */
  readonly report: () => Promise<RunReport | null>;
  /** Progress of a run in words; null while none is in progress. */
  readonly progress: () => string | null;
  /** Said above everything else, e.g. that this is the demo. */
  readonly banner: string | null;
}

/** Listens on loopback only, unless told otherwise. */
export async function serveStatus(
  state: ServedState,
  port: number,
  host: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app: FastifyInstance = fastify({ forceCloseConnections: true });
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    if (!state.ready()) return reply.code(503).send({ status: 'starting' });
    return { status: 'ok' };
  });
  app.get('/', async (_request, reply) => {
    const report = await state.report();
    return reply.type('text/html; charset=utf-8').send(renderStatusPage({ ...state, report: () => report }));
  });
  app.get('/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  const url = await app.listen({ port, host });
  return { url, close: () => app.close() };
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#d8dde3, #3a414a); --soft: light-dark(#5b6673, #a3adb8); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); }
.banner { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; margin-bottom: 1.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
ul.issues { list-style: none; padding: 0; margin: 0; }
ul.issues li { border-bottom: 1px solid var(--line); padding: .75rem 0; }
.code { font: .85rem ui-monospace, monospace; color: var(--soft); }
`;
