// When people were erased, and letting one of them be read again.

import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk, useDo, useFresh } from '../api/use.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Saved } from '../ui/saved.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { personalWords as words } from '../words/personal.ts';
import { useFormat, useSay } from '../words/say.ts';

type Erased = Answer<'listErased'>['erased'][number];

interface ListProps {
  readonly integrationId: string;
}

export function ErasedList({ integrationId: id }: ListProps): ReactNode {
  const say = useSay();
  const fresh = useFresh();
  const asked = useAsk('listErased', { params: { id } });
  const admit = useDo('admitErased', { onDone: () => fresh(id) });
  return (
    <Section title={say(words.list)} about={say(words.listText)}>
      {admit.error === null ? null : <Trouble of={admit.error} />}
      <Saved when={admit.isSuccess}>{say(words.admitted)}</Saved>
      {asked.data !== undefined ? (
        <Keys
          erased={asked.data.erased}
          isBusy={admit.isPending}
          onAdmit={(key) => admit.mutate({ params: { id, key } })}
        />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(words.listWaiting)}</Waiting>
      )}
    </Section>
  );
}

interface KeysProps {
  readonly erased: readonly Erased[];
  readonly isBusy: boolean;
  readonly onAdmit: (key: string) => void;
}

function Keys({ erased, isBusy, onAdmit }: KeysProps): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const columns: readonly Column<Erased>[] = [
    {
      key: 'at',
      header: say(words.erasedAt),
      names: true,
      cell: ({ at }) => dateTimeZone(at),
      text: ({ at }) => dateTimeZone(at),
      sort: ({ at }) => Date.parse(at),
    },
    {
      key: 'key',
      header: say(words.key),
      cell: ({ key }) => <Code>{shortened(key)}</Code>,
      text: ({ key }) => key,
    },
    {
      key: 'admit',
      header: say(words.action),
      cell: ({ key, at }) => (
        <ConfirmButton
          size="xs"
          variant="default"
          color="blue"
          aria-label={say(words.admitOf, { key: shortened(key) })}
          question={say(words.admitSure)}
          consequence={say(words.admitText, { when: dateTimeZone(at) })}
          disabled={isBusy}
          onConfirm={() => onAdmit(key)}
        >
          {say(words.admit)}
        </ConfirmButton>
      ),
    },
  ];
  return erased.length === 0 ? (
    <Text>{say(words.listEmpty)}</Text>
  ) : (
    <DataTable
      caption={say(words.listTable)}
      columns={columns}
      rows={erased}
      rowKey={({ key }) => key}
      firstSort={{ column: 'at', down: true }}
    />
  );
}

const SHOWN = 10;

/** Enough to tell keys apart. */
const shortened = (key: string): string => (key.length > SHOWN ? `${key.slice(0, SHOWN)}…` : key);
