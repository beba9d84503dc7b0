// Wide content scrolls in here instead of moving the page; reachable by keyboard, hence the tab stop and the name.

import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ScrollFrameProps {
  readonly labelledBy?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

export function ScrollFrame({ labelledBy, label, children }: ScrollFrameProps): ReactNode {
  return (
    <Box role="region" tabIndex={0} aria-labelledby={labelledBy} aria-label={label} className="scroll-frame">
      {children}
    </Box>
  );
}
