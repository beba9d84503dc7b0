// All lines of one cause under its name, the first ones at once, or none until somebody asks for them.

import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
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
  /** Links from elsewhere lead here by the code. */
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
  const isOpen = limit > 0;
  const more = Math.min(lines.length - limit, 5 * SHOWN);
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
              {lines.slice(0, limit).map((line, index) => (
                <Box component="li" key={line.id} style={index === 0 ? {} : apart}>
                  {children(line)}
                </Box>
              ))}
            </Stack>
          </>
        ) : null}
        {isOpen && more > 0 ? (
          <Group>
            <Button variant="default" onClick={() => setLimit(limit + more)}>
              {say(issueWords.more, { n: more })}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
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
