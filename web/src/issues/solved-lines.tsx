// What the newest run found solved, folded away: nobody has to do anything about it any more.

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import type { IconName } from '../ui/icons.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { issueWords as words, solvedWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import { CauseGroup } from './cause-group.tsx';
import { byCause } from './causes.ts';
import { LineHead } from './line-head.tsx';

type SolvedLine = Answer<'listIssues'>['solved'][number];

/** Nothing at all where nothing was solved. */
export function SolvedLines({ lines }: { readonly lines: readonly SolvedLine[] }): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const [shown, setShown] = useState(false);
  return lines.length === 0 ? null : (
    <Stack gap="sm" component="section">
      <Group gap="sm">
        <Title order={2}>{say(words.solved)}</Title>
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={shown}
          aria-label={`${say(shown ? words.hide : words.show)}: ${say(words.solved)}`}
          onClick={() => setShown(!shown)}
        >
          {say(shown ? words.hide : words.show)}
        </Button>
      </Group>
      <Text>{count(lines.length, words.solvedOne, words.solvedMany)}</Text>
      {shown
        ? byCause(lines).map((cause) => (
            <CauseGroup key={cause.code} cause={cause}>
              {(line) => <Solved line={line} />}
            </CauseGroup>
          ))
        : null}
    </Stack>
  );
}

const looks = {
  solved: ['green', 'check'],
  'not-watched': ['gray', 'off'],
} as const satisfies Record<SolvedLine['why'], readonly [color: string, icon: IconName]>;

function Solved({ line }: { readonly line: SolvedLine }): ReactNode {
  const say = useSay();
  const { word, sentence } = solvedWords[line.why];
  return (
    <Stack gap={6}>
      {/* It was new once; now it is over. */}
      <LineHead line={{ ...line, new: false }}>
        <WordBadge look={looks[line.why]}>{say(word)}</WordBadge>
      </LineHead>
      <Text size="sm">{say(sentence)}</Text>
      <Text size="sm" c="dimmed">
        {say(words.wasTold)} {say(line.message)}
      </Text>
    </Stack>
  );
}
