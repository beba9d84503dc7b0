// A run's page is long: what is on it, as links.

import { Anchor, Box, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { issueWords } from '../words/issues.ts';
import { runPageWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';

export const runAnchors = {
  actions: 'actions',
  issues: 'issues',
  holds: 'holds',
  notes: 'notes',
  solved: 'solved',
} as const;

export function RunContents({ answer }: { readonly answer: Answer<'readRun'> }): ReactNode {
  const say = useSay();
  const entries = [
    { to: runAnchors.actions, words: runPageWords.actions, n: answer.actions.length + answer.held.length },
    { to: runAnchors.issues, words: runPageWords.issues, n: answer.issues.length },
    { to: runAnchors.holds, words: issueWords.holds, n: answer.holds.length },
    { to: runAnchors.notes, words: issueWords.notes, n: answer.notes.length },
    { to: runAnchors.solved, words: runPageWords.solved, n: answer.solved.length },
  ].filter(({ n }) => n > 0);
  return entries.length < 2 ? null : (
    <Box component="nav" aria-label={say(runPageWords.contents)}>
      <Group component="ul" className="plain-list" gap="md">
        {entries.map(({ to, words, n }) => (
          <li key={to}>
            <Anchor href={`#${to}`}>{say(runPageWords.contentsEntry, { what: say(words), n })}</Anchor>
          </li>
        ))}
      </Group>
    </Box>
  );
}
