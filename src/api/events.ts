// The stream of events about one integration. A heartbeat keeps proxies from closing it, and asks each time whether whoever
// listens still may: a session ends, a membership is taken away.

import type { FastifyReply } from 'fastify';
import type { FrontDesk, NewsItem } from '../service/front-desk.ts';

const heartbeatMs = 5_000;

/** @param mayStill whether whoever asked would be let in now */
export function streamNews(
  desk: FrontDesk,
  setupId: string,
  reply: FastifyReply,
  mayStill: () => Promise<boolean>,
): void {
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const say = (item: NewsItem | { readonly kind: 'hello' }): void => {
    if (!raw.writableEnded) raw.write(`data: ${JSON.stringify(item)}\n\n`);
  };
  say({ kind: 'hello' });
  const running = desk.news.running(setupId);
  if (running !== null) say({ kind: 'progress', progress: running });
  const stop = desk.news.listen(setupId, say);
  const beat = async (): Promise<void> => {
    // Where nobody can be asked, nothing is told.
    if (!(await mayStill().catch(() => false))) raw.end();
    else if (!raw.writableEnded) raw.write(': \n\n');
  };
  const heartbeat = setInterval(() => void beat(), heartbeatMs);
  heartbeat.unref();
  raw.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
