// The stream of events about one integration. A heartbeat keeps proxies from closing it.

import type { FastifyReply } from 'fastify';
import type { FrontDesk, NewsItem } from '../service/front-desk.ts';

const heartbeatMs = 20_000;

export function streamNews(desk: FrontDesk, setupId: string, reply: FastifyReply): void {
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
  const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
  heartbeat.unref();
  raw.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
