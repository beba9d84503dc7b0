// Header, content and footer around every page.

import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { Person, Session } from '../api/types.ts';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { Header } from './header.tsx';

export interface ShellProps {
  readonly person: Person | null;
  readonly installation: Session['installation'] | null;
  readonly children: ReactNode;
}

export function Shell({ person, installation, children }: ShellProps): ReactNode {
  const say = useSay();
  const main = useRef<HTMLElement>(null);
  return (
    <div className="shell">
      <SkipLink to={main} />
      <Header person={person} />
      <Box component="main" className="shell-main" ref={main} tabIndex={-1}>
        {children}
      </Box>
      <Box component="footer" className="shell-bar">
        {installation?.demo === true ? (
          <Text size="sm" c="dimmed">
            {say(shellWords.demo)}
          </Text>
        ) : null}
        {installation === null ? null : (
          <Text size="sm" c="dimmed">
            {say(shellWords.version, { version: installation.version })}
          </Text>
        )}
      </Box>
    </div>
  );
}

/** Focuses instead of going to `#…`: behind the # there may stand the token of a link. */
function SkipLink({ to }: { readonly to: React.RefObject<HTMLElement | null> }): ReactNode {
  const say = useSay();
  return (
    <button type="button" className="skip-link" onClick={() => to.current?.focus()}>
      {say(shellWords.skip)}
    </button>
  );
}
