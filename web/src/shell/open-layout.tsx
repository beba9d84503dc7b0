// Around pages that need no sign-in.

import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session/use-session.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { Shell } from './shell.tsx';

export function OpenLayout(): ReactNode {
  const say = useSay();
  const session = useSession();
  return (
    <Shell person={session.data?.person ?? null} installation={session.data?.installation ?? null}>
      {session.data !== undefined ? (
        <Outlet />
      ) : session.error !== null ? (
        <Trouble of={session.error} onRetry={() => session.refetch()} />
      ) : (
        <Waiting>{say(shellWords.opening)}</Waiting>
      )}
    </Shell>
  );
}
