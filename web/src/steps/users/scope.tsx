// Whom it is about: conditions for taking part and for being left out.

import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { common } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { scopeWords } from '../../words/steps-users.ts';
import { ListMistakes } from '../fields/list-mistakes.tsx';
import { peopleNames } from '../fields/people-names.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { useChoices } from '../live/choices.ts';
import { ConditionFields } from './condition-fields.tsx';
import type { Condition } from './conditions.ts';
import { conditionJson, conditionText, listIn, noCondition } from './conditions.ts';

export function Scope(): ReactNode {
  const say = useSay();
  return (
    <Paper withBorder px="md" py="sm" component="details" className="steps-details">
      <summary>{say(scopeWords.title)}</summary>
      <Stack gap="lg">
        <Text size="sm">{say(scopeWords.text)}</Text>
        <Conditions kind="include" />
        <Conditions kind="exclude" />
      </Stack>
    </Paper>
  );
}

/** Names of people where the list knows them. */
export function useNameOf(): (id: string) => string {
  const people = useChoices().data?.personio?.employees;
  const names = useMemo(() => peopleNames(people ?? []), [people]);
  return (id) => names.get(id) ?? id;
}

const words = {
  include: { title: scopeWords.include, none: scopeWords.includeNone, add: scopeWords.addInclude },
  exclude: { title: scopeWords.exclude, none: scopeWords.excludeNone, add: scopeWords.addExclude },
} as const;

function Conditions({ kind }: { readonly kind: 'include' | 'exclude' }): ReactNode {
  const say = useSay();
  const { mayEdit, value, choose } = useForm();
  const nameOf = useNameOf();
  const path = `users.scope.${kind}`;
  const list = listIn(value(path));
  const save = (next: readonly (typeof list)[number][]): void =>
    choose({ path, now: next.length === 0 ? null : [...next] });
  return (
    <Stack gap="xs">
      <Title order={3}>{say(words[kind].title)}</Title>
      {list.length === 0 ? <Text size="sm">{say(words[kind].none)}</Text> : null}
      <ul className="plain-list">
        {list.map((condition, index) => {
          const text = conditionText(say, condition, nameOf);
          return (
            <li key={`${index} ${text}`}>
              <Group gap="sm" py={2}>
                <Text>{text}</Text>
                {mayEdit ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say(scopeWords.removeOne, { condition: text })}
                    onClick={() => save(list.filter((_, at) => at !== index))}
                  >
                    {say(common.remove)}
                  </Button>
                ) : null}
              </Group>
            </li>
          );
        })}
      </ul>
      <ListMistakes
        path={path}
        inWords={(now) =>
          listIn(now)
            .map((one) => conditionText(say, one, nameOf))
            .join('; ')
        }
      />
      {mayEdit ? <AddCondition kind={kind} onAdd={(one) => save([...list, one])} /> : null}
    </Stack>
  );
}

interface AddConditionProps {
  readonly kind: 'include' | 'exclude';
  readonly onAdd: (condition: NonNullable<ReturnType<typeof conditionJson>>) => void;
}

function AddCondition({ kind, onAdd }: AddConditionProps): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const [condition, setCondition] = useKept<Condition>(`${integration.id} ${kind}`, noCondition);
  const [asked, setAsked] = useState(false);
  const made = conditionJson(condition);
  return (
    <details className="steps-details">
      <summary>{say(words[kind].add)}</summary>
      <Stack gap="sm">
        <ConditionFields
          condition={condition}
          onChange={setCondition}
          error={asked && made === null ? say(scopeWords.conditionEmpty) : undefined}
        />
        <Group>
          <Button
            variant="default"
            onClick={() => {
              setAsked(made === null);
              if (made !== null) {
                onAdd(made);
                setCondition(noCondition);
              }
            }}
          >
            {say(scopeWords.add)}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}
