// Signing in with the company's own account. The server leads to the provider and back.

import { Button, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trouble } from '../ui/trouble.tsx';
import { useSay } from '../words/say.ts';
import { signInWords as words } from '../words/session.ts';

const START = '/api/v1/session/single-sign-on';

export function SingleSignOn({ name }: { readonly name: string }): ReactNode {
  const say = useSay();
  const { next = '/', problem } = useSearch({ from: '/open/sign-in' });
  const failed = {
    en: words.singleFailed.en.replace('{name}', name),
    de: words.singleFailed.de.replace('{name}', name),
  };
  return (
    <Stack gap="xs">
      {problem === undefined ? null : <Trouble of={{ message: failed }} />}
      <Button component="a" href={`${START}?next=${encodeURIComponent(next)}`} variant="default">
        {say(words.single, { name })}
      </Button>
    </Stack>
  );
}
