// Something is on its way. Always with words; after a while the words say that it takes long.

import { Group, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';

const LONG_MS = 8000;

export function Waiting({ children }: { readonly children?: ReactNode }): ReactNode {
  const say = useSay();
  const long = useLater(LONG_MS);
  return (
    <Group role="status" gap="sm" py="md" wrap="nowrap">
      <Loader size="sm" aria-hidden />
      <Text>
        {children ?? say(common.loading)}
        {long ? ` ${say(common.stillLoading)}` : ''}
      </Text>
    </Group>
  );
}

function useLater(ms: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}
