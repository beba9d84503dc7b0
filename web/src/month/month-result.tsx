// A finished comparison: the sentence, when and by whom, files, the picture, and everybody in a table.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf } from '../api/call.ts';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icons.tsx';
import { monthResultWords, monthWords } from '../words/month.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import { DifferencePicture } from './difference-picture.tsx';
import type { MonthCheck } from './differences.ts';
import { differenceOf } from './differences.ts';
import { MonthTable } from './month-table.tsx';
import { sentenceOf } from './sentence.ts';

export interface MonthResultProps {
  readonly id: string;
  readonly check: MonthCheck;
  /** The month's name. */
  readonly month: string;
  /** The button that compares again; null: whoever looks may not. */
  readonly compare: ReactNode;
}

export function MonthResult({ id, check, month, compare }: MonthResultProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const sentence = sentenceOf(check, { ...format, say });
  const { rows, differing } = check;
  if (sentence === null) {
    return (
      <Stack gap="sm">
        <Empty title={say(monthWords.emptyTitle)} action={compare}>
          {say(monthWords.emptyText, { month })}
        </Empty>
        <Finished check={check} />
      </Stack>
    );
  }
  const inSums = rows.some((row) => differenceOf(row, 'hours') !== 0 || differenceOf(row, 'days') !== 0);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Alert
          role="presentation"
          color={differing === 0 ? 'green' : 'yellow'}
          icon={<Icon name={differing === 0 ? 'check' : 'warn'} size={20} />}
          title={sentence}
        >
          {inSums ? say(monthResultWords.summed) : null}
        </Alert>
        <Group justify="space-between" gap="sm">
          <Finished check={check} />
          <Group gap="xs">
            {compare}
            <Downloads id={id} month={check.month} />
          </Group>
        </Group>
      </Stack>
      <DifferencePicture rows={rows} measure="hours" />
      <DifferencePicture rows={rows} measure="days" />
      <MonthTable id={id} check={check} month={month} />
    </Stack>
  );
}

function Finished({ check: { finishedAt, askedBy } }: { readonly check: MonthCheck }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  if (finishedAt === null) {
    return null;
  }
  const when = dateTime(finishedAt);
  return (
    <Text size="sm" c="dimmed">
      <bdi>
        {askedBy === null
          ? say(monthWords.finished, { when })
          : say(monthWords.finishedBy, { when, who: askedBy })}
      </bdi>
    </Text>
  );
}

function Downloads(params: { readonly id: string; readonly month: string }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const given = { params, query: { language } };
  return (
    <Group gap="xs" role="group" aria-label={say(monthWords.downloads)}>
      {(
        [
          [addressOf('downloadMonth', given), monthWords.csv],
          [addressOf('printMonth', given), monthWords.pdf],
        ] as const
      ).map(([href, words]) => (
        <Button
          key={href}
          component="a"
          href={href}
          download
          variant="default"
          leftSection={<Icon name="download" />}
        >
          {say(words)}
        </Button>
      ))}
    </Group>
  );
}
