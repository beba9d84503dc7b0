// All lines of one cause under its name, the first ones at once, or none until somebody asks for them.

import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Line } from '../api/types.ts';
import { titleOf } from '../words/codes.ts';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { Cause } from './causes.ts';
import { GuideLink } from './line-links.tsx';

export interface CauseGroupProps<L extends Line> {
  readonly cause: Cause<L>;
  /** Links from elsewhere lead here by the code, and those of mails to a single line. */
  readonly anchored?: boolean;
  /** Shows its lines only when asked to. */
  readonly folded?: boolean;
  /** Under the name of the cause: where to mend it, an answer for all. */
  readonly tools?: ReactNode;
  readonly children: (line: L) => ReactNode;
}

const SHOWN = 20;
const apart = { borderTop: '1px solid var(--mantine-color-default-border)', paddingTop: 16 };

export function CauseGroup<L extends Line>(props: CauseGroupProps<L>): ReactNode {
  const { cause, anchored = false, folded = false, tools, children } = props;
  const say = useSay();
  const [limit, setLimit] = useState(folded ? 0 : SHOWN);
  const { code, lines } = cause;
  const linked = useLinked(anchored ? lines : []);
  const shown = Math.max(limit, linked + 1);
  const isOpen = shown > 0;
  const more = Math.min(lines.length - shown, 5 * SHOWN);
  return (
    <Paper withBorder p={folded ? 'sm' : 'md'} {...(anchored ? { id: code, tabIndex: -1 } : {})}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Head cause={cause} />
          {folded ? (
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={isOpen}
              aria-label={`${say(isOpen ? issueWords.hide : issueWords.show)}: ${say(titleOf(code))}`}
              onClick={() => setLimit(isOpen ? 0 : SHOWN)}
            >
              {say(isOpen ? issueWords.hide : issueWords.show)}
            </Button>
          ) : null}
        </Group>
        {isOpen ? (
          <>
            {tools}
            <Stack component="ul" className="plain-list" gap="md">
              {lines.slice(0, shown).map((line, index) => (
                <Box
                  component="li"
                  key={line.id}
                  style={index === 0 ? {} : apart}
                  {...(anchored ? { id: anchorOf(line), tabIndex: -1 } : {})}
                >
                  {children(line)}
                </Box>
              ))}
            </Stack>
          </>
        ) : null}
        {isOpen && more > 0 ? (
          <Group>
            <Button variant="default" onClick={() => setLimit(shown + more)}>
              {say(issueWords.more, { n: more })}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}

const anchorOf = ({ id }: Line): string => `issue-${id}`;

/** Which line the address leads to, so that it is shown however far down it stands; -1: none of these. */
function useLinked(lines: readonly Line[]): number {
  const hash = useRouterState({ select: (state) => state.resolvedLocation?.hash ?? '' });
  return lines.findIndex((line) => anchorOf(line) === hash);
}

function Head<L extends Line>({ cause }: { readonly cause: Cause<L> }): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { code, lines, people, records } = cause;
  const facts = [
    lines.length > 1 ? count(lines.length, issueWords.linesOne, issueWords.linesMany) : null,
    people > 1 ? count(people, issueWords.peopleOne, issueWords.peopleMany) : null,
    records > lines.length ? count(records, issueWords.recordsOne, issueWords.recordsMany) : null,
  ].filter((fact) => fact !== null);
  return (
    <Stack gap={2}>
      <Group gap="sm">
        <Title order={3}>{say(titleOf(code))}</Title>
        <GuideLink code={code} />
      </Group>
      {facts.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
    </Stack>
  );
}
