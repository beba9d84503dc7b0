// What is open, grouped by cause, with answers; what waits; what is worth knowing; what is solved; the answers that were
// given.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { mayAct } from '../integration/standing.ts';
import { RunProgress } from '../runs/run-progress.tsx';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import { byCause } from './causes.ts';
import { GivenAnswers } from './given-answers.tsx';
import { LineSection } from './line-section.tsx';
import { OpenIssues } from './open-issues.tsx';
import { SolvedLines } from './solved-lines.tsx';
import { useAnchor } from './use-anchor.ts';

export function IssuePage(): ReactNode {
  const say = useSay();
  const { id, name, role } = useIntegration();
  const asked = useAsk('listIssues', { params: { id } });
  return (
    <Page
      title={say(issueWords.title)}
      windowTitle={`${say(issueWords.title)} · ${name}`}
      description={say(issueWords.description)}
    >
      {mayAct(role) ? null : <Text>{say(issueWords.readOnlyRole)}</Text>}
      <RunProgress integrationId={id} />
      {asked.data !== undefined ? (
        <Issues id={id} answer={asked.data} mayAnswer={mayAct(role)} />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(issueWords.waiting)}</Waiting>
      )}
    </Page>
  );
}

interface IssuesProps {
  readonly id: string;
  readonly answer: Answer<'listIssues'>;
  readonly mayAnswer: boolean;
}

function Issues({ id, answer, mayAnswer }: IssuesProps): ReactNode {
  const say = useSay();
  useAnchor();
  const { issues, holds, notes, solved, decisions, asOf } = answer;
  const shared = { integrationId: id, decisions, mayAnswer };
  return (
    <>
      {issues.length === 0 ? <NothingOpen id={id} asOf={asOf} /> : null}
      {issues.length === 0 ? null : (
        <Stack gap="sm" component="section">
          <Title order={2}>{say(issueWords.open)}</Title>
          <HowMany answer={answer} />
          <OpenIssues key={asOf} {...shared} issues={issues} anchored />
        </Stack>
      )}
      <LineSection
        title={say(issueWords.holds)}
        text={say(issueWords.holdsText)}
        id={id}
        lines={holds}
        anchored
      />
      {notes.length === 0 ? null : (
        <Stack gap="sm" component="section">
          <Title order={2}>{say(issueWords.notes)}</Title>
          <Text>{say(issueWords.notesText)}</Text>
          <OpenIssues key={asOf} {...shared} issues={notes} />
        </Stack>
      )}
      <SolvedLines lines={solved} />
      {asOf === null && decisions.length === 0 ? null : (
        <GivenAnswers integrationId={id} decisions={decisions} mayTakeBack={mayAnswer} />
      )}
    </>
  );
}

function HowMany({ answer: { issues, asOf } }: { readonly answer: Answer<'listIssues'> }): ReactNode {
  const say = useSay();
  const { count, dateTime } = useFormat();
  const summary = say(issueWords.summary, {
    issues: count(issues.length, issueWords.nOne, issueWords.nMany),
    causes: count(byCause(issues).length, issueWords.causesOne, issueWords.causesMany),
  });
  return (
    <Text>
      {summary}
      {asOf === null ? '' : ` · ${say(issueWords.asOf, { when: dateTime(asOf) })}`}
    </Text>
  );
}

function NothingOpen({ id, asOf }: { readonly id: string; readonly asOf: string | null }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  return asOf === null ? (
    <Empty
      title={say(issueWords.emptyBeforeTitle)}
      action={
        <ButtonLink to="/integrations/$id/set-up/$step" params={{ id, step: 'test' }}>
          {say(issueWords.emptyLink)}
        </ButtonLink>
      }
    >
      {say(issueWords.emptyBefore)}
    </Empty>
  ) : (
    <Empty title={say(issueWords.emptyTitle)}>
      {say(issueWords.emptyText)} {say(issueWords.asOf, { when: dateTime(asOf) })}.
    </Empty>
  );
}
