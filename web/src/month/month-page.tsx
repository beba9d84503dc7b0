// A month compared on both sides, for payroll. The month stands in the address.

import { Button, VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useDo, usePut } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { mayAct } from '../integration/standing.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { monthWords } from '../words/month.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { MonthCheck } from './differences.ts';
import { MonthChoice } from './month-choice.tsx';
import { MonthState } from './month-state.tsx';
import { lastMonthOf } from './months.ts';
import { sentenceOf } from './sentence.ts';

export function MonthPage(): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const { month = lastMonthOf(new Date()) } = useSearch({ from: '/signed-in/integrations/$id/month' });
  const navigate = useNavigate();
  return (
    <Page
      title={say(monthWords.title)}
      windowTitle={`${say(monthWords.title)} · ${name}`}
      description={say(monthWords.description)}
    >
      <MonthChoice
        month={month}
        onChoose={(chosen) => {
          void navigate({
            to: '/integrations/$id/month',
            params: { id },
            search: { month: chosen },
            resetScroll: false,
          });
        }}
      />
      <OneMonth key={month} id={id} month={month} />
    </Page>
  );
}

function OneMonth({ id, month }: { readonly id: string; readonly month: string }): ReactNode {
  const say = useSay();
  const asked = useAsk('readMonthCheck', { params: { id, month } });
  if (asked.data !== undefined) {
    return <Compared id={id} check={asked.data} />;
  }
  return asked.isError ? (
    <Trouble of={asked.error} onRetry={asked.refetch} />
  ) : (
    <Waiting>{say(monthWords.waiting)}</Waiting>
  );
}

function Compared({ id, check }: { readonly id: string; readonly check: MonthCheck }): ReactNode {
  const say = useSay();
  const { role } = useIntegration();
  const put = usePut();
  const format = useFormat();
  const sentence = sentenceOf(check, { ...format, say });
  const start = useDo('startMonthCheck', {
    onDone: (answer, { params }) => put('readMonthCheck', { params }, answer),
  });
  const compare = (): void => start.mutate({ params: { id, month: check.month } });
  return (
    <>
      <VisuallyHidden role="status">{sentence ?? ''}</VisuallyHidden>
      {start.isError ? <Trouble of={start.error} /> : null}
      <MonthState
        id={id}
        check={check}
        compare={
          mayAct(role) ? (
            <Button
              variant={check.state === 'none' ? 'filled' : 'default'}
              loading={start.isPending}
              onClick={compare}
            >
              {say(check.state === 'none' ? monthWords.compare : monthWords.again)}
            </Button>
          ) : null
        }
      />
    </>
  );
}
