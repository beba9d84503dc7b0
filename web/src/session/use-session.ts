// Who is signed in.

import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { call } from '../api/call.ts';
import type { Person, Session } from '../api/types.ts';
import { keyOf, useAsk } from '../api/use.ts';
import { useLanguage } from '../words/say.ts';

const STALE_MS = 60_000;

export function useSession(): ReturnType<typeof useAsk<'readSession'>> {
  return useAsk('readSession', {}, { staleMs: STALE_MS });
}

/** The person on pages where somebody is signed in. */
export const MeContext = createContext<Person | null>(null);

export function useMe(): Person {
  const me = useContext(MeContext);
  if (me === null) {
    throw new Error('useMe stands outside of the signed-in layout');
  }
  return me;
}

/** Takes over who is signed in now; everything else is asked anew, as what one may see has changed. */
export function useSignedInAs(): (person: Person) => Promise<void> {
  const client = useQueryClient();
  const { adoptLanguage } = useLanguage();
  return useCallback(
    async (person) => {
      adoptLanguage(person.language);
      client.setQueryData<Session>(keyOf('readSession', {}), (session) =>
        session === undefined ? session : { ...session, person },
      );
      await client.invalidateQueries();
    },
    [client, adoptLanguage],
  );
}

/** Changes what is known of the person without asking for everything anew. */
export function usePutMe(): (person: Person) => void {
  const client = useQueryClient();
  return useCallback(
    (person) => {
      client.setQueryData<Session>(keyOf('readSession', {}), (session) =>
        session === undefined ? session : { ...session, person },
      );
    },
    [client],
  );
}

/** Leaves nothing of the person's data behind: the page is loaded anew. */
export async function signOut(to = '/sign-in'): Promise<void> {
  // Where the session has ended already, there is nothing to end.
  await call('signOut').catch(() => undefined);
  window.location.assign(to);
  // An address that differs behind the # only is not loaded anew by itself.
  if (to.includes('#')) {
    window.location.reload();
  }
}
