// Every action of a run, or what a rehearsal would do: who, when, before → after, and why not.

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { addressOf } from '../api/call.ts';
import type { Answer, RunActionView, RunSummary } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icons.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { partWords } from '../words/common.ts';
import { actionWords, wouldWords, didWords } from '../words/runs.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { useActionColumns } from './action-columns.tsx';
import type { Choice } from './actions.ts';
import { choose, kindsIn } from './actions.ts';

export interface ActionTableProps {
  readonly integrationId: string;
  readonly runId: string;
}

export function ActionTable({ integrationId, runId }: ActionTableProps): ReactNode {
  const say = useSay();
  const params = { id: integrationId, runId };
  const asked = useAsk('readRun', { params });
  if (asked.data === undefined) {
    return asked.isError ? (
      <Trouble of={asked.error} onRetry={asked.refetch} />
    ) : (
      <Waiting>{say(actionWords.waiting)}</Waiting>
    );
  }
  return <Actions answer={asked.data} files={<Files {...params} />} />;
}

interface ActionsProps {
  readonly answer: Answer<'readRun'>;
  /** The same to take away. */
  readonly files: ReactNode;
}

function Actions({ answer, files }: ActionsProps): ReactNode {
  const say = useSay();
  const { mode } = answer.run;
  const actions = useMemo(() => [...answer.actions, ...answer.held], [answer]);
  const [choice, setChoice] = useState<Choice>({ kind: 'all', part: 'all' });
  const chosen = useMemo(() => choose(actions, choice), [actions, choice]);
  const withReasons = useMemo(() => actions.some(({ because }) => because !== null), [actions]);
  const columns = useActionColumns(mode, withReasons);
  if (actions.length === 0) {
    return <Empty title={say(actionWords.empty)} />;
  }
  return (
    <Stack gap="xs">
      <DataTable
        caption={say(actionWords.tableLabel)}
        columns={columns}
        rows={chosen}
        rowKey={(_, index) => String(index)}
        filter
        firstSort={{ column: 'what', down: false }}
        tools={
          <Group align="flex-end" gap="sm">
            <Choices actions={actions} mode={mode} choice={choice} onChoose={setChoice} />
            {files}
          </Group>
        }
      />
      {chosen.length === 0 ? <Text role="status">{say(actionWords.noneShown)}</Text> : null}
    </Stack>
  );
}

interface ChoicesProps {
  readonly actions: readonly RunActionView[];
  readonly mode: RunSummary['mode'];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Choices({ actions, mode, choice, onChoose }: ChoicesProps): ReactNode {
  const say = useSay();
  const kinds = useMemo(() => kindsIn(actions), [actions]);
  const words = mode === 'dry-run' ? wouldWords : didWords;
  const parts = (['employees', 'absences', 'attendances'] as const).filter((part) =>
    actions.some((action) => action.part === part),
  );
  return (
    <>
      <NativeSelect
        label={say(actionWords.filterKind)}
        value={choice.kind}
        data={[
          { value: 'all', label: say(actionWords.all, { n: actions.length }) },
          ...kinds.map(({ kind, n }) => ({
            value: kind,
            label: say(actionWords.kindCount, { what: say(words[kind]), n }),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ ...choice, kind: kinds.find(({ kind }) => kind === value)?.kind ?? 'all' })
        }
      />
      <NativeSelect
        label={say(actionWords.filterPart)}
        value={choice.part}
        data={[
          { value: 'all', label: say(actionWords.allParts) },
          ...parts.map((part) => ({ value: part, label: say(partWords[part]) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ ...choice, part: parts.find((part) => part === value) ?? 'all' })
        }
      />
    </>
  );
}

function Files(params: { readonly id: string; readonly runId: string }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const given = { params, query: { language } };
  return (
    <>
      <FileLink href={addressOf('downloadRun', given)}>{say(actionWords.csv)}</FileLink>
      <FileLink href={addressOf('downloadRunAsExcel', given)}>{say(actionWords.excel)}</FileLink>
    </>
  );
}

function FileLink({ href, children }: { readonly href: string; readonly children: string }): ReactNode {
  return (
    <Button component="a" href={href} download variant="default" leftSection={<Icon name="download" />}>
      {children}
    </Button>
  );
}
