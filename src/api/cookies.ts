// The session's cookie: out of reach for scripts, for this site only, and under `__Host-` wherever the page is served
// over https. On plain http (loopback, a trial) no browser takes a secure cookie reliably.

import type { FastifyReply, FastifyRequest } from 'fastify';

export interface SessionCookie {
  readonly read: (request: FastifyRequest) => string | null;
  readonly write: (
    reply: FastifyReply,
    session: { readonly token: string; readonly expiresAt: number } | null,
  ) => void;
}

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-tandem' : 'tandem-session';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: (request) => request.cookies[name] ?? null,
    write: (reply, session) => {
      if (session === null) void reply.clearCookie(name, options);
      else void reply.setCookie(name, session.token, { ...options, expires: new Date(session.expiresAt) });
    },
  };
}
