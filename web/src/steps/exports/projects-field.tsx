// Which project of TimeTac is which in Personio, as lines of text.

import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { ListMistakes } from '../fields/list-mistakes.tsx';
import { useField } from '../fields/use-field.ts';
import { projectsJson, projectsText } from './projects.ts';

const PATH = 'attendances.projects';

export function ProjectsField(): ReactNode {
  const say = useSay();
  const field = useField(PATH, projectsText);
  return (
    <div>
      <Textarea
        label={say(exportsWords.projects)}
        description={say(exportsWords.projectsHint)}
        placeholder={say(exportsWords.projectsExample)}
        value={field.text}
        disabled={field.disabled}
        autosize
        minRows={2}
        maw={520}
        onChange={({ currentTarget: { value } }) => field.type(value, projectsJson(value))}
        onBlur={field.leave}
      />
      <ListMistakes path={PATH} inWords={projectsText} />
    </div>
  );
}
