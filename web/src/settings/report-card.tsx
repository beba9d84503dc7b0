// Who gets the interface report, and when.

import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { textOf, textsIn, valueAt } from '../steps/form/json.ts';
import { Facts } from '../ui/facts.tsx';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { doneWords } from '../words/steps-done.ts';

const whenWords = {
  'on-issues': doneWords.whenIssues,
  daily: doneWords.whenDaily,
  always: doneWords.whenAlways,
  never: doneWords.whenNever,
} as const;

export function ReportCard({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const { id, form } = view;
  const to = textsIn(valueAt(form, 'report.to'));
  return (
    <Section title={say(words.report)}>
      <Facts
        facts={[
          [say(words.reportTo), to.length === 0 ? say(words.reportNobody) : to.join(', ')],
          [say(words.reportWhen), whenIn(textOf(valueAt(form, 'report.when')), say)],
        ]}
      />
      <Group gap="md">
        <TextLink to="/integrations/$id/set-up/$step" params={{ id, step: 'done' }}>
          {say(words.toReport)}
        </TextLink>
        <TextLink to="/integrations/$id/mails" params={{ id }}>
          {say(words.toMails)}
        </TextLink>
      </Group>
    </Section>
  );
}

/** Nothing chosen: the standard. What was typed wrong in a file stays as it is. */
function whenIn(typed: string, say: ReturnType<typeof useSay>): string {
  const when = typed === '' ? 'on-issues' : typed;
  return Object.hasOwn(whenWords, when) ? say(whenWords[when as keyof typeof whenWords]) : when;
}
