// Where Personio's webhooks arrive. Their body is not even read: the event is a hint, the API is the truth.

import type { FastifyInstance } from 'fastify';
import { isKeepable } from '../core/settings/keepable.ts';
import type { FrontDesk } from '../service/front-desk.ts';
import { takeHint } from '../service/live/hook.ts';
import { Problem } from '../service/problem.ts';

const mostBytes = 64 * 1024;

export async function registerHooks(app: FastifyInstance, desk: FrontDesk): Promise<void> {
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, _body, done) =>
      done(null, null),
    );
    hooks.post<{ Params: { id: string } }>(
      '/hooks/personio/:id',
      { schema: { hide: true } },
      async (request, reply) => {
        const { id } = request.params;
        if (!isKeepable(id) || !(await takeHint(desk, id, request.headers.authorization)))
          throw new Problem('not-found');
        return reply.code(204).send();
      },
    );
  });
}
