// The session's cookie: out of reach for scripts, for this site only, and under `__Host-` wherever the page is served
// over https. On plain http (loopback, a trial) no browser takes a secure cookie reliably.

import type { FastifyReply, FastifyRequest } from 'fastify';

export interface SessionCookie {
  readonly read: (request: FastifyRequest) => string | null;
  readonly write: (
    reply: FastifyReply,
    session: { readonly token: string; readonly expiresAt: number } | null,
  ) => void;
  readonly readJourney: (request: FastifyRequest) => string | null;
  readonly writeJourney: (reply: FastifyReply, sealed: string | null) => void;
}

/** Long enough to sign in at a provider. */
const journeySeconds = 600;

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-tandem' : 'tandem-session';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: (request) => request.cookies[name] ?? null,
    write: (reply, session) => {
      if (session === null) void reply.clearCookie(name, options);
      else void reply.setCookie(name, session.token, { ...options, expires: new Date(session.expiresAt) });
    },
    // Sent along when the provider leads back, which a strict cookie is not.
    readJourney: (request) => request.cookies[`${name}-journey`] ?? null,
    writeJourney: (reply, sealed) => {
      const lax = { ...options, sameSite: 'lax' } as const;
      if (sealed === null) void reply.clearCookie(`${name}-journey`, lax);
      else void reply.setCookie(`${name}-journey`, sealed, { ...lax, maxAge: journeySeconds });
    },
  };
}
