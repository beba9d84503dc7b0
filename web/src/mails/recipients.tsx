// Who gets the interface report, when and in which language, as the form says; and what it would look like now.

import { Box, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { stepNumber } from '../integration/standing.ts';
import { Facts } from '../ui/facts.tsx';
import { ButtonLink, TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { stepTitleWords } from '../words/integration.ts';
import { mailWords as words } from '../words/mails.ts';
import { useSay } from '../words/say.ts';
import { doneWords } from '../words/steps-done.ts';
import { reportOf, whenWords } from './report.ts';

export function Recipients({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const { to, when, language } = reportOf(view.form);
  const params = { id: view.id };
  return (
    <Section title={say(words.recipients)}>
      <Stack gap="sm">
        <Facts
          facts={[
            [say(words.to), <Addresses key="to" to={to} />],
            [say(words.when), say(whenWords(when))],
            [say(words.language), say(language === 'de' ? doneWords.german : doneWords.english)],
          ]}
        />
        {when === 'never' ? <Text>{say(words.neverText)}</Text> : null}
        {to.length === 0 && when !== 'never' ? <Text>{say(words.nobodyText)}</Text> : null}
        <Box>
          <TextLink to="/integrations/$id/set-up/$step" params={{ ...params, step: 'done' }}>
            {say(words.change, { n: stepNumber(view.steps, 'done'), step: say(stepTitleWords.done) })}
          </TextLink>
        </Box>
        <Group>
          <ButtonLink
            to="/integrations/$id/mails/$mailId"
            params={{ ...params, mailId: 'preview' }}
            variant="default"
          >
            {say(words.preview)}
          </ButtonLink>
        </Group>
      </Stack>
    </Section>
  );
}

function Addresses({ to }: { readonly to: readonly string[] }): ReactNode {
  const say = useSay();
  return to.length === 0 ? (
    say(words.nobody)
  ) : (
    <ul className="plain-list">
      {to.map((address) => (
        <li key={address}>{address}</li>
      ))}
    </ul>
  );
}
