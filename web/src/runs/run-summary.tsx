// What a run came to, in two or three sentences.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { partWords } from '../words/common.ts';
import { runPageWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { kindOf, outcomeOf, tookMs, writtenIn } from './run-words.ts';

export function RunSummaryText({ answer }: { readonly answer: Answer<'readRun'> }): ReactNode {
  const say = useSay();
  const { dateTimeZone, duration } = useFormat();
  const { run, parts, paused, requests, writes } = answer;
  const took = tookMs(run);
  const written = writtenIn(parts);
  const when = { kind: say(kindOf(run)), when: dateTimeZone(run.startedAt) };
  return (
    <Stack gap={4} maw={720}>
      <Text fz="lg">
        {say(outcomeOf(run, written.length > 0), {
          what: written.map(({ words, n }) => say(words, { n })).join(', '),
        })}
      </Text>
      <Text>
        {took === null
          ? say(runPageWords.whenOnly, when)
          : say(runPageWords.whenTook, { ...when, duration: duration(took) })}
      </Text>
      {paused.length === 0 ? null : (
        <Text>
          {say(runPageWords.paused, { parts: paused.map((part) => say(partWords[part])).join(', ') })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {say(runPageWords.calls, {
          personio: requests.personio,
          timetac: requests.timetac,
          personioWrites: writes.personio,
          timetacWrites: writes.timetac,
        })}
      </Text>
    </Stack>
  );
}
