// What the page knows of the server's answers, and what it does where nobody is signed in any more.

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './api/refused.ts';
import type { Session } from './api/types.ts';
import { keyOf } from './api/use.ts';

const FRESH_MS = 10_000;

export function makeClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeSignedOut(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => noticeSignedOut(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Only silence is worth asking again at once; a refusal says itself what to do.
        retry: (count, error) => error instanceof Refused && error.status === 0 && count < 2,
      },
      mutations: { retry: false },
    },
  });
  return client;
}

/** The session has ended: whoever shows the page asks for a new sign-in, and keeps what stands there. */
function noticeSignedOut(client: QueryClient, error: unknown): void {
  if (error instanceof Refused && error.problem.code === 'not-signed-in') {
    client.setQueryData<Session>(keyOf('readSession', {}), (session) =>
      session === undefined ? session : { ...session, person: null },
    );
  }
}
