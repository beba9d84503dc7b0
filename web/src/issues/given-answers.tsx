// The answers that were given, newest first; each that still holds can be taken back.

import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useDo } from '../api/use.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { partWords } from '../words/common.ts';
import type { GivenAnswer } from '../words/issues.ts';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import { dayOf, wordsOfGiven } from './answers.ts';

export interface GivenAnswersProps {
  readonly integrationId: string;
  readonly decisions: readonly GivenAnswer[];
  readonly mayTakeBack: boolean;
}

/** Where links on the page lead. */
export const answersAnchor = 'answers';

export function GivenAnswers({ integrationId, decisions, mayTakeBack }: GivenAnswersProps): ReactNode {
  const say = useSay();
  const reread = useReread(integrationId);
  const back = useDo('takeBackAnswer', { onDone: reread });
  const busyWith = back.isPending ? back.variables.params.decisionId : null;
  const takeBack = (decisionId: string): void => back.mutate({ params: { id: integrationId, decisionId } });
  const columns = useColumns(mayTakeBack ? { busyWith, takeBack } : null);
  return (
    <Stack gap="sm" component="section" id={answersAnchor}>
      <Title order={2}>{say(issueWords.given)}</Title>
      <Text>{say(decisions.length === 0 ? issueWords.givenEmpty : issueWords.givenText)}</Text>
      {decisions.length === 0 ? null : (
        <DataTable
          caption={say(issueWords.givenLabel)}
          columns={columns}
          rows={decisions}
          rowKey={(decision) => decision.id}
        />
      )}
      <StatusLine>{back.isSuccess ? say(issueWords.takenBack) : null}</StatusLine>
      {back.isError ? <Trouble of={back.error} /> : null}
    </Stack>
  );
}

interface TakeBack {
  readonly busyWith: string | null;
  readonly takeBack: (decisionId: string) => void;
}

function useColumns(back: TakeBack | null): readonly Column<GivenAnswer>[] {
  const say = useSay();
  const { date, dateTime } = useFormat();
  return useMemo(() => {
    const who = ({ employee, employeeId }: GivenAnswer): string =>
      employee?.name ?? say(issueWords.personioNumber, { id: employeeId });
    const answer = (given: GivenAnswer): string => say(wordsOfGiven(given));
    const about = (given: GivenAnswer): string => {
      const day = dayOf(given);
      return day === null ? say(partWords[given.part]) : `${say(partWords[given.part])}, ${date(day)}`;
    };
    const state = ({ doneAt }: GivenAnswer): string =>
      doneAt === null ? say(issueWords.holdsOn) : say(issueWords.carriedOut, { when: dateTime(doneAt) });
    const columns: Column<GivenAnswer>[] = [
      { key: 'person', header: say(issueWords.person), names: true, cell: who, text: who, sort: who },
      { key: 'about', header: say(issueWords.about), cell: about, text: about, sort: about },
      { key: 'answer', header: say(issueWords.answer), cell: answer, text: answer, sort: answer },
      {
        key: 'when',
        header: say(issueWords.when),
        cell: ({ decidedAt }) => dateTime(decidedAt),
        text: ({ decidedAt }) => dateTime(decidedAt),
        sort: ({ decidedAt }) => Date.parse(decidedAt),
      },
      { key: 'state', header: say(issueWords.state), cell: state, text: state, sort: state },
    ];
    if (back !== null) {
      columns.push({
        key: 'back',
        header: say(issueWords.takeBack),
        cell: (given) =>
          given.doneAt === null ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say(issueWords.takeBackWhat, { answer: answer(given), who: who(given) })}
              loading={back.busyWith === given.id}
              onClick={() => back.takeBack(given.id)}
            >
              {say(issueWords.takeBack)}
            </Button>
          ) : null,
      });
    }
    return columns;
  }, [back, say, date, dateTime]);
}
