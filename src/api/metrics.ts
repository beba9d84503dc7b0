// Figures for Prometheus: calls of the API, runs and their writes.

import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RunEnd } from '../service/runs/perform.ts';

export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly call: (route: string, status: number, seconds: number) => void;
  readonly runEnded: (end: RunEnd) => void;
}

export function openMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'tandem_' });
  const calls = new Histogram({
    name: 'tandem_http_seconds',
    help: 'Time to answer calls, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [register],
  });
  const runs = new Counter({
    name: 'tandem_runs_total',
    help: 'Runs by how they ended.',
    labelNames: ['status'],
    registers: [register],
  });
  const writes = new Counter({
    name: 'tandem_vendor_writes_total',
    help: 'Calls that changed something at a vendor.',
    labelNames: ['vendor'],
    registers: [register],
  });
  const requests = new Counter({
    name: 'tandem_vendor_requests_total',
    help: 'Calls to vendors, token calls apart.',
    labelNames: ['vendor'],
    registers: [register],
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    call: (route, status, seconds) => calls.observe({ route, status: String(status) }, seconds),
    runEnded: (end) => {
      if (typeof end === 'string') return runs.inc({ status: end });
      runs.inc({ status: end.run.status });
      for (const vendor of ['personio', 'timetac'] as const) {
        writes.inc({ vendor }, end.run.writes[vendor]);
        requests.inc({ vendor }, end.run.requests[vendor]);
      }
    },
  };
}

/** Routes by their pattern, never by address: ids are nobody's business in a figure. */
export function observe(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'page';
    metrics.call(`${request.method} ${route}`, reply.statusCode, reply.elapsedTime / 1000);
  });
}
