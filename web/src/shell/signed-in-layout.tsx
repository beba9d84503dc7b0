// Around pages for people who are signed in. Who is not goes to the sign-in and comes back; whose session ends while a
// page is open signs in on top of it, so that nothing typed is lost.

import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Person, Session } from '../api/types.ts';
import { isOwnPath } from '../session/next.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { MeContext, useSession } from '../session/use-session.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useLanguage, useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { Shell } from './shell.tsx';

export function SignedInLayout(): ReactNode {
  const say = useSay();
  const session = useSession();
  if (session.data !== undefined) {
    return <Inside session={session.data} />;
  }
  return (
    <Shell person={null} installation={null}>
      {session.error === null ? (
        <Waiting>{say(shellWords.opening)}</Waiting>
      ) : (
        <Trouble of={session.error} onRetry={() => session.refetch()} />
      )}
    </Shell>
  );
}

function Inside({ session }: { readonly session: Session }): ReactNode {
  const known = useKnownPerson(session.person);
  useLanguageOf(session.person);
  if (known === null) {
    return <ToSignIn />;
  }
  return (
    <MeContext value={known}>
      <Shell person={known} installation={session.installation}>
        <Outlet />
        {session.person === null ? <SignInAgain person={known} /> : null}
      </Shell>
    </MeContext>
  );
}

function ToSignIn(): ReactNode {
  const here = useLocation({ select: (location) => location.href });
  // The address changes while this still stands; what counts is where one wanted to go.
  const [goal] = useState(here);
  return <Navigate to="/sign-in" search={isOwnPath(goal) && goal !== '/' ? { next: goal } : {}} replace />;
}

/** The person, or who it was until the session ended. */
function useKnownPerson(person: Person | null): Person | null {
  const [last, setLast] = useState(person);
  if (person !== null && person !== last) {
    setLast(person);
  }
  return person ?? last;
}

/** An account's language stands above this browser's, once per sign-in. */
function useLanguageOf(person: Person | null): void {
  const { adoptLanguage } = useLanguage();
  const adopted = useRef<string | null>(null);
  useEffect(() => {
    if (person !== null && adopted.current !== person.id) {
      adopted.current = person.id;
      adoptLanguage(person.language);
    }
  }, [person, adoptLanguage]);
}
