// What is held about one person: shown, given away, erased; and who was erased. For administrators and operators.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { LeadPage } from '../settings/lead-page.tsx';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Saved } from '../ui/saved.tsx';
import { Section } from '../ui/section.tsx';
import { personalWords as words } from '../words/personal.ts';
import { useFormat, useSay } from '../words/say.ts';
import { ErasedList } from './erased-list.tsx';
import { Held } from './held.tsx';
import { PersonField } from './person-field.tsx';

export function PersonalPage(): ReactNode {
  const { id } = useIntegration();
  return (
    <LeadPage words={words}>
      <All integrationId={id} />
    </LeadPage>
  );
}

interface IntegrationProps {
  readonly integrationId: string;
}

/** Without accounts there is no place yet where anything about anybody could stand. */
function All({ integrationId: id }: IntegrationProps): ReactNode {
  const say = useSay();
  const erased = useAsk('listErased', { params: { id } });
  return erased.error?.problem.code === 'form-has-mistakes' ? (
    <Empty
      title={say(words.notYet)}
      action={
        <ButtonLink to="/integrations/$id/set-up" params={{ id }}>
          {say(words.notYetLink)}
        </ButtonLink>
      }
    >
      {say(words.notYetText)}
    </Empty>
  ) : (
    <>
      <OnePerson integrationId={id} />
      <ErasedList integrationId={id} />
    </>
  );
}

function OnePerson({ integrationId: id }: IntegrationProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  // In no address: whom one looks up is nobody else's business.
  const [chosen, setChosen] = useState<string | null>(null);
  const [erased, setErased] = useState<number | null>(null);
  const [times, setTimes] = useState(0);
  return (
    <Section title={say(words.choose)}>
      <PersonField
        // Of somebody who was erased, no name stays in the field.
        key={times}
        integrationId={id}
        onChoose={(personioId) => {
          setChosen(personioId);
          setErased(null);
        }}
      />
      {chosen === null ? (
        <Text c="dimmed">{say(words.chooseText)}</Text>
      ) : (
        <Held
          key={chosen}
          integrationId={id}
          personioId={chosen}
          onErased={(records) => {
            setChosen(null);
            setErased(records);
            setTimes(times + 1);
          }}
        />
      )}
      <Saved when={erased !== null}>{count(erased ?? 0, words.erasedOne, words.erasedMany)}</Saved>
    </Section>
  );
}
