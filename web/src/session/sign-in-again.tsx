// On top of a page whose session has ended.

import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Person } from '../api/types.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { signInWords } from '../words/session.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInAgain({ person }: { readonly person: Person }): ReactNode {
  const say = useSay();
  return (
    <Dialog title={say(shellWords.endedTitle)}>
      <Text>{say(shellWords.endedText)}</Text>
      <SignInForm email={person.email} />
      <Button variant="subtle" onClick={() => window.location.assign('/sign-in')}>
        {say(signInWords.codeBack)}
      </Button>
    </Dialog>
  );
}
