// Where there are many integrations: a search by name and by how they stand.

import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Card } from '../api/types.ts';
import { Icon } from '../ui/icons.tsx';
import { stateWords } from '../words/common.ts';
import { listWords as words } from '../words/list.ts';
import { useSay } from '../words/say.ts';
import type { Wanted } from './find.ts';
import { everything, statesIn } from './find.ts';
import { needsSomebody } from './worst-first.ts';

export interface FindFieldsProps {
  readonly cards: readonly Card[];
  /** How many fit. */
  readonly shown: number;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

export function FindFields({ cards, shown, wanted, onWant }: FindFieldsProps): ReactNode {
  const say = useSay();
  const states = statesIn(cards);
  // A state that nobody is in any more stays chosen until somebody chooses another.
  const offered =
    wanted.state === 'all' || wanted.state === 'needing' || states.some(({ state }) => state === wanted.state)
      ? states
      : [{ state: wanted.state, n: 0 }, ...states];
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label={say(words.findLabel)}
        leftSection={<Icon name="search" />}
        flex="1 1 220px"
        maw={340}
        value={wanted.name}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => onWant({ ...wanted, name: value })}
      />
      <NativeSelect
        label={say(words.stateLabel)}
        flex="1 1 220px"
        maw={300}
        value={wanted.state}
        data={[
          { value: 'all', label: say(words.stateAll, { n: cards.length }) },
          { value: 'needing', label: say(words.stateNeeding, { n: cards.filter(needsSomebody).length }) },
          ...offered.map(({ state, n }) => ({
            value: state,
            label: say(words.stateOne, { state: say(stateWords[state]), n }),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onWant({
            ...wanted,
            state:
              value === 'needing' ? value : (offered.find(({ state }) => state === value)?.state ?? 'all'),
          })
        }
      />
      <Group gap="sm" mih={36}>
        <Text size="sm" role="status">
          {shown === 0 ? say(words.noneFits) : say(words.shown, { shown, all: cards.length })}
        </Text>
        {shown === 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => onWant(everything)}>
            {say(words.showAll)}
          </Button>
        ) : null}
      </Group>
    </Group>
  );
}
