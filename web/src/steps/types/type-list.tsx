// The table of types, its suggestions, and the types of Personio that nothing leads to.

import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import type { Say } from '../../words/say.ts';
import { useFormat, useSay } from '../../words/say.ts';
import { typesWords } from '../../words/steps-types.ts';
import { ListMistakes } from '../fields/list-mistakes.tsx';
import { useForm } from '../form.ts';
import type { Json } from '../form/json.ts';
import { useChoices } from '../live/choices.ts';
import type { TypeRow } from './rows.ts';
import { mergedRows, personioTypeOf, typeRows, withoutRow, withRow, withSuggestions } from './rows.ts';
import { TypeLine } from './type-line.tsx';

export const TYPES_PATH = 'absences.types';

export function TypeList(): ReactNode {
  const say = useSay();
  const { value, choose } = useForm();
  const { data, isPending, isFetching } = useChoices();
  const list = value(TYPES_PATH);
  const rows = typeRows(list, data);
  const save = (now: Json): void => choose({ path: TYPES_PATH, now });
  if (rows.length === 0) {
    // The note above says that the lists are being read.
    return isPending && isFetching ? null : (
      <Empty title={say(typesWords.empty)}>{say(typesWords.emptyText)}</Empty>
    );
  }
  return (
    <Stack gap="sm">
      <Suggestions
        rows={rows}
        isListed={data !== undefined}
        onTake={() => save(withSuggestions(list, rows))}
      />
      <ScrollFrame label={say(typesWords.table)}>
        <Table verticalSpacing="xs" aria-label={say(typesWords.table)} miw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(typesWords.timetac)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.personio)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.sync)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.works)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.note)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <TypeLine
                key={`${row.at ?? 'new'} ${row.timetac}`}
                row={row}
                types={data?.personioTypes ?? null}
                onChange={(change) => save(withRow(list, row, change))}
                onRemove={() => save(withoutRow(list, row))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollFrame>
      <Text size="sm" c="dimmed">
        {say(typesWords.worksText)}
      </Text>
      <ListMistakes
        path={TYPES_PATH}
        merge={mergedRows}
        inWords={(now) => rowsInWords(say, now)}
        hide={(path) => path !== TYPES_PATH || rows.some(({ at }) => at === null)}
      />
      <Unused rows={rows} />
    </Stack>
  );
}

function rowsInWords(say: Say, list: Json): string {
  return typeRows(list, undefined)
    .map(({ timetac, personio, sync }) =>
      say(typesWords.sum, {
        timetac,
        personio: personio ?? say(typesWords.none),
        sync: say(sync === true ? typesWords.yes : typesWords.no),
      }),
    )
    .join('; ');
}

interface SuggestionsProps {
  readonly rows: readonly TypeRow[];
  /** Whether the accounts' lists are there: without them nobody knows what is undecided. */
  readonly isListed: boolean;
  readonly onTake: () => void;
}

function Suggestions({ rows, isListed, onTake }: SuggestionsProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { mayEdit } = useForm();
  const [taken, setTaken] = useState(0);
  const open = rows.filter(({ at }) => at === null).length;
  return (
    <Group gap="sm">
      {open > 0 && mayEdit ? (
        <Button
          onClick={() => {
            setTaken(open);
            onTake();
          }}
        >
          {say(typesWords.takeAll)}
        </Button>
      ) : null}
      <Text size="sm" role="status">
        {open > 0
          ? `${count(open, typesWords.openOne, typesWords.openMany)} ${say(typesWords.takeAllText)}`
          : taken > 0
            ? say(typesWords.taken, { n: taken })
            : isListed
              ? say(typesWords.allDecided)
              : ''}
      </Text>
    </Group>
  );
}

function Unused({ rows }: { readonly rows: readonly TypeRow[] }): ReactNode {
  const say = useSay();
  const { data } = useChoices();
  const types = data?.personioTypes ?? [];
  const used = new Set(rows.map((row) => personioTypeOf(types, row.personio)?.id));
  const unused = types.filter(({ id }) => !used.has(id));
  return unused.length === 0 ? null : (
    <details className="steps-details">
      <summary>{say(typesWords.unused, { n: unused.length })}</summary>
      <Text size="sm">{say(typesWords.unusedText)}</Text>
      <Text size="sm">{unused.map(({ name }) => name).join(', ')}</Text>
    </details>
  );
}
