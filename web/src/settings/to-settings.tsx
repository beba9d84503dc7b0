// Back to the settings, above the title of a page that is reached from there.

import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from '../ui/link.tsx';
import { frameWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';

export function ToSettings({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  return (
    <Box>
      <TextLink to="/integrations/$id/settings" params={{ id }}>
        {say(frameWords.settings)}
      </TextLink>
    </Box>
  );
}
