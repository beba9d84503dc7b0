// One mail, or the interface report as it would look now: to whom, how it stands, and what it looks like.

import { Box, SegmentedControl, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { Answer, Language } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { Facts } from '../ui/facts.tsx';
import { TextLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { Mail } from '../words/mails.ts';
import { mailWords as words } from '../words/mails.ts';
import { useFormat, useSay } from '../words/say.ts';
import { doneWords } from '../words/steps-done.ts';
import { MailState } from './mail-state.tsx';
import { kindWords } from './mail-states.ts';
import { MailViews } from './mail-views.tsx';
import { reportOf } from './report.ts';

export function MailPage(): ReactNode {
  const { mailId = '' } = useParams({ strict: false });
  const { form } = useIntegration();
  const [language, setLanguage] = useState<Language>(reportOf(form).language);
  return mailId === 'preview' ? (
    <OneMail key={mailId} mailId={mailId} language={language} onLanguage={setLanguage} />
  ) : (
    <OneMail key={mailId} mailId={mailId} />
  );
}

interface OneMailProps {
  readonly mailId: string;
  /** Of a preview; a mail that was written has its own. */
  readonly language?: Language;
  readonly onLanguage?: (language: Language) => void;
}

function OneMail({ mailId, language, onLanguage }: OneMailProps): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const args = { params: { id, mailId }, query: language === undefined ? {} : { language } };
  const asked = useAsk('readMail', args, { keepPrevious: true });
  const title = titleOf(asked.data, say);
  return (
    <Page title={title} windowTitle={`${title} · ${name}`} above={<Back id={id} />}>
      {language === undefined || onLanguage === undefined ? null : (
        <PreviewLanguage language={language} onLanguage={onLanguage} />
      )}
      {asked.data !== undefined ? (
        <>
          {asked.data.mail === null ? null : <About mail={asked.data.mail} />}
          <MailViews args={args} answer={asked.data} />
        </>
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(words.mailWaiting)}</Waiting>
      )}
    </Page>
  );
}

function titleOf(answer: Answer<'readMail'> | undefined, say: ReturnType<typeof useSay>): string {
  if (answer === undefined) {
    return say(words.mail);
  }
  return answer.mail === null ? say(words.previewTitle, { subject: answer.subject }) : answer.subject;
}

function Back({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  return (
    <Box>
      <TextLink to="/integrations/$id/mails" params={{ id }}>
        {say(words.back)}
      </TextLink>
    </Box>
  );
}

function PreviewLanguage(props: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}): ReactNode {
  const say = useSay();
  const labelId = useId();
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{say(words.previewText)}</Text>
      <Text size="sm" fw={500} id={labelId}>
        {say(words.inLanguage)}
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        value={props.language}
        onChange={(value) => props.onLanguage(value === 'en' ? 'en' : 'de')}
        data={[
          { value: 'de', label: say(doneWords.german) },
          { value: 'en', label: say(doneWords.english) },
        ]}
      />
    </Stack>
  );
}

function About({ mail }: { readonly mail: Mail }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  return (
    <Facts
      facts={[
        [say(words.kind), say(kindWords(mail.kind))],
        [say(words.to), mail.to],
        [say(words.created), dateTimeZone(mail.createdAt)],
        [say(words.language), say(mail.language === 'de' ? doneWords.german : doneWords.english)],
        [say(words.state), <MailState key="state" mail={mail} />],
      ]}
    />
  );
}
