// Light or dark; follows the device until somebody chooses.

import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';

export function ColourSwitch(): ReactNode {
  const say = useSay();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = say(dark ? shellWords.toLight : shellWords.toDark);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon name={dark ? 'sun' : 'moon'} size={18} />
    </ActionIcon>
  );
}
