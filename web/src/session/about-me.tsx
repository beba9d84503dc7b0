// Name and language.

import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Language } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { useFieldErrors } from '../ui/fields.ts';
import { Saved } from '../ui/saved.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { common } from '../words/common.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { accountWords as words, newAccountWords } from '../words/session.ts';
import { useMe, usePutMe } from './use-session.ts';

const LANGUAGES = [
  ['de', 'Deutsch'],
  ['en', 'English'],
] as const satisfies readonly (readonly [Language, string])[];

export function AboutMe(): ReactNode {
  const say = useSay();
  const me = useMe();
  const putMe = usePutMe();
  const { language, setLanguage } = useLanguage();
  const [name, setName] = useState(me.name);
  const change = useDo('changeMe', { onDone: putMe });
  const errors = useFieldErrors(change.error);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') {
      change.mutate({ body: { name: name.trim(), language } });
    }
  };
  return (
    <Section title={say(words.you)}>
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          {change.error === null ? null : <Trouble of={change.error} />}
          <TextInput
            label={say(common.nameLabel)}
            autoComplete="name"
            required
            maxLength={100}
            value={name}
            error={name.trim() === '' ? say(newAccountWords.nameMissing) : errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {say(words.nameSave)}
            </Button>
            <Saved when={change.isSuccess && name.trim() === me.name} />
          </Group>
        </Stack>
      </form>
      <Radio.Group
        label={say(common.languageLabel)}
        value={language}
        onChange={(value) => setLanguage(value === 'de' ? 'de' : 'en')}
      >
        <Group mt={6}>
          {LANGUAGES.map(([value, label]) => (
            <Radio key={value} value={value} label={<span lang={value}>{label}</span>} />
          ))}
        </Group>
      </Radio.Group>
    </Section>
  );
}
