// The days of a person on which both sides differ: what each has, why, and the way to the explanation.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { recordText } from '../runs/record-text.ts';
import { TextLink } from '../ui/link.tsx';
import { sideWords } from '../words/common.ts';
import { monthTableWords } from '../words/month.ts';
import { useFormat, useSay } from '../words/say.ts';
import { CodeLinks } from './code-links.tsx';
import type { MonthRow } from './differences.ts';

export interface DifferingDaysProps {
  readonly id: string;
  readonly row: MonthRow;
  readonly who: string;
}

type Day = MonthRow['days'][number];

export function DifferingDays({ id, row, who }: DifferingDaysProps): ReactNode {
  const say = useSay();
  const personioId = row.employee?.personioId ?? null;
  return (
    <ul className="plain-list month-days" aria-label={say(monthTableWords.dayTable, { who })}>
      {row.days.map((day) => (
        <DayLine key={day.date} id={id} day={day} who={who} personioId={personioId} />
      ))}
    </ul>
  );
}

interface DayLineProps {
  readonly id: string;
  readonly day: Day;
  readonly who: string;
  /** null: nobody that an explanation could be about. */
  readonly personioId: string | null;
}

function DayLine({ id, day, who, personioId }: DayLineProps): ReactNode {
  const say = useSay();
  const { weekday } = useFormat();
  const on = weekday(day.date);
  return (
    <li>
      <Text size="sm" fw={600} className="month-date">
        {on}
      </Text>
      <Side name={say(sideWords.timetac)} text={day.timetac} />
      <Side name={say(sideWords.personio)} text={day.personio} />
      <div>
        {day.onlyType ? <Text size="sm">{say(monthTableWords.onlyType)}</Text> : null}
        {day.because.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say(monthTableWords.byHand)}
          </Text>
        ) : (
          <CodeLinks id={id} codes={day.because} />
        )}
      </div>
      {personioId === null ? null : (
        <div className="month-way">
          <TextLink
            size="sm"
            to="/integrations/$id/explain"
            params={{ id }}
            search={{ employee: personioId, date: day.date }}
            aria-label={say(monthTableWords.explainDay, { day: on, who })}
          >
            {say(monthTableWords.explain)}
          </TextLink>
        </div>
      )}
    </li>
  );
}

function Side({ name, text }: { readonly name: string; readonly text: string | null }): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const records = text === null ? [say(monthTableWords.nothing)] : recordsIn(text);
  return (
    <Text component="div" size="sm" className="month-side">
      <Text span size="sm" c="dimmed">
        {name}:
      </Text>{' '}
      {records.map((record, index) => (
        <span key={record}>
          {index === 0 ? '' : ', '}
          <bdi className="no-wrap">{recordText(record, { say, date })}</bdi>
        </span>
      ))}
    </Text>
  );
}

/** `WORK 08:00–12:00, WORK 13:00–17:00`: several records of one day. */
const recordsIn = (text: string): readonly string[] => text.split(', ');
