// What is wrong somewhere inside a list, and what became of saving it.

import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { useForm } from '../form.ts';
import type { Json } from '../form/json.ts';
import { mistakesWithin } from '../form/json.ts';
import { ConflictCard } from './conflict-card.tsx';

export interface ListMistakesProps {
  readonly path: string;
  readonly inWords?: (value: Json) => string;
  readonly merge?: (base: Json, mine: Json, theirs: Json) => Json;
  /** Mistakes that are shown elsewhere, or are no mistakes yet. */
  readonly hide?: (path: string) => boolean;
}

export function ListMistakes({ path, inWords, merge, hide }: ListMistakesProps): ReactNode {
  const say = useSay();
  const { integration, draft } = useForm();
  const trouble = draft(path)?.trouble ?? null;
  const mistakes = mistakesWithin(integration.mistakes, path).filter((one) => hide?.(one.path) !== true);
  return (
    <>
      {trouble === null ? null : (
        <Text c="var(--mantine-color-error)" size="sm">
          {say(fieldWords.notSavedYet, { why: say(trouble.problem.message) })}
        </Text>
      )}
      {mistakes.length === 0 ? null : (
        <List size="sm" c="var(--mantine-color-error)">
          {mistakes.map((one, index) => (
            <List.Item key={`${index} ${one.path}`}>
              {say(one.message)} {one.hint === null ? '' : say(one.hint)}
            </List.Item>
          ))}
        </List>
      )}
      <ConflictCard path={path} inWords={inWords} merge={merge} />
    </>
  );
}
