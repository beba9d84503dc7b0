// An address that is no page.

import type { ReactNode } from 'react';
import { useSession } from '../session/use-session.ts';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { Shell } from './shell.tsx';

export function Lost(): ReactNode {
  const say = useSay();
  const session = useSession();
  return (
    <Shell person={session.data?.person ?? null} installation={session.data?.installation ?? null}>
      <Page title={say(shellWords.lostTitle)} description={say(shellWords.lostText)}>
        <div>
          <ButtonLink to="/">{say(shellWords.lostAction)}</ButtonLink>
        </div>
      </Page>
    </Shell>
  );
}
