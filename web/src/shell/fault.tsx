// A page that broke, or whose script is gone because the server was updated.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';

export function Fault(): ReactNode {
  const say = useSay();
  return (
    <Page title={say(shellWords.faultTitle)} description={say(shellWords.faultText)}>
      <div>
        <Button onClick={() => window.location.reload()}>{say(shellWords.faultAction)}</Button>
      </div>
    </Page>
  );
}
