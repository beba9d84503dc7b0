// Why a day of somebody is, or is not, in Personio. Person and day stand in the address, so that it can be passed on.

import { VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { nameOf } from '../runs/actions.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { explainWords } from '../words/explain.ts';
import { useFormat, useSay } from '../words/say.ts';
import { todayOf } from './days.ts';
import { DayStory } from './day-story.tsx';
import type { ExplainSearch } from './search.ts';
import { WhoAndWhen } from './who-and-when.tsx';

export function ExplainPage(): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const { employee, date } = useSearch({ from: '/signed-in/integrations/$id/explain' });
  const navigate = useNavigate();
  const day = date ?? todayOf(new Date());
  const go = (search: ExplainSearch): void => {
    void navigate({ to: '/integrations/$id/explain', params: { id }, search, resetScroll: false });
  };
  return (
    <Page
      title={say(explainWords.title)}
      windowTitle={`${say(explainWords.title)} · ${name}`}
      description={say(explainWords.description)}
    >
      <WhoAndWhen
        integrationId={id}
        employee={employee ?? null}
        day={day}
        onEmployee={(chosen) => go({ employee: chosen, date: day })}
        onDay={(chosen) => go({ ...(employee === undefined ? {} : { employee }), date: chosen })}
      />
      {employee === undefined ? (
        <Empty title={say(explainWords.emptyTitle)}>{say(explainWords.emptyText)}</Empty>
      ) : (
        <Explained id={id} employeeId={employee} date={day} />
      )}
    </Page>
  );
}

interface ExplainedProps {
  readonly id: string;
  readonly employeeId: string;
  readonly date: string;
}

function Explained({ id, employeeId, date }: ExplainedProps): ReactNode {
  const say = useSay();
  const { weekday } = useFormat();
  const asked = useAsk('explainDay', { params: { id }, query: { employeeId, date } });
  const heard =
    asked.data === undefined
      ? ''
      : say(explainWords.heard, {
          who: nameOf(asked.data.employee) ?? employeeId,
          day: weekday(date),
        });
  return (
    <>
      <VisuallyHidden role="status">{heard}</VisuallyHidden>
      {asked.data !== undefined ? (
        <DayStory integrationId={id} employeeId={employeeId} answer={asked.data} />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(explainWords.waiting)}</Waiting>
      )}
    </>
  );
}
