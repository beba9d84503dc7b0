// What a run wrote beside what stands in Personio now. Reads from Personio when it is shown and when it is asked to,
// never by itself afterwards.

import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { comparisonWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';
import { useComparisonColumns } from './comparison-columns.tsx';
import { differencesFirst } from './compare-rows.ts';

export interface ComparisonProps {
  readonly integrationId: string;
  readonly runId: string;
}

export function Comparison({ integrationId, runId }: ComparisonProps): ReactNode {
  const say = useSay();
  const compare = useDo('compareRun');
  const { mutate } = compare;
  useEffect(() => mutate({ params: { id: integrationId, runId } }), [mutate, integrationId, runId]);
  const again = (): void => mutate({ params: { id: integrationId, runId } });
  if (compare.isError) {
    return <Trouble of={compare.error} onRetry={again} />;
  }
  if (compare.data === undefined) {
    return <Waiting>{say(comparisonWords.waiting)}</Waiting>;
  }
  return (
    <Stack gap="sm">
      <Result comparison={compare.data} />
      <Group>
        <Button variant="default" onClick={again} loading={compare.isPending}>
          {say(comparisonWords.again)}
        </Button>
      </Group>
    </Stack>
  );
}

function Result({ comparison }: { readonly comparison: Answer<'compareRun'> }): ReactNode {
  const say = useSay();
  const { rows, differences } = comparison;
  const [only, setOnly] = useState(false);
  const columns = useComparisonColumns();
  if (rows.length === 0) {
    return <Empty title={say(comparisonWords.empty)} />;
  }
  const shown = differencesFirst(only ? rows.filter(({ same }) => !same) : rows);
  return (
    <Stack gap="sm">
      <Alert role="status" color={differences === 0 ? 'green' : 'yellow'}>
        {differences > 0
          ? say(comparisonWords.differences, { n: differences, all: rows.length })
          : say(rows.length === 1 ? comparisonWords.sameOne : comparisonWords.same, { n: rows.length })}
      </Alert>
      <Text size="sm">{say(comparisonWords.intro)}</Text>
      <DataTable
        caption={say(comparisonWords.tableLabel)}
        columns={columns}
        rows={shown}
        rowKey={(_, index) => String(index)}
        tools={
          differences === 0 ? undefined : (
            <Checkbox
              label={say(comparisonWords.onlyDifferences)}
              checked={only}
              onChange={(event) => setOnly(event.currentTarget.checked)}
            />
          )
        }
      />
    </Stack>
  );
}
