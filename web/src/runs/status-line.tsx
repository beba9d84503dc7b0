// What has just come about, read out when it appears. The region stands there before it says something, without
// taking up room.

import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** null: nothing to say yet. */
export function StatusLine({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box role="status" style={children === null ? noSpace : {}}>
      {children}
    </Box>
  );
}

const noSpace = { position: 'absolute' } as const;
