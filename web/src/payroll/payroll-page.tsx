// Corrections that came after a month was closed, for payroll to book by hand.

import { Box, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { addressOf } from '../api/call.ts';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { TextLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { payrollWords } from '../words/payroll.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import type { PersonCorrections } from './corrections.ts';
import { asText, byPerson, countOf } from './corrections.ts';
import { NothingToBook } from './nothing-to-book.tsx';
import { PersonSection } from './person-section.tsx';
import { useAbout } from './use-about.ts';

export function PayrollPage(): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const asked = useAsk('readPayroll', { params: { id } });
  return (
    <Page
      title={say(payrollWords.title)}
      windowTitle={`${say(payrollWords.title)} · ${name}`}
      description={say(payrollWords.description)}
    >
      {asked.data !== undefined ? (
        <Payroll id={id} answer={asked.data} />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(payrollWords.waiting)}</Waiting>
      )}
    </Page>
  );
}

interface PayrollProps {
  readonly id: string;
  readonly answer: Answer<'readPayroll'>;
}

function Payroll({ id, answer }: PayrollProps): ReactNode {
  const { language } = useLanguage();
  const people = useMemo(() => byPerson(answer.rows, language), [answer, language]);
  return people.length === 0 ? (
    <NothingToBook id={id} answer={answer} />
  ) : (
    <Stack gap="md">
      <Closed id={id} answer={answer} />
      <Tools id={id} people={people} />
      <People id={id} people={people} />
    </Stack>
  );
}

function Closed({ id, answer: { lockedUntil, asOf, rows } }: PayrollProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const { count, date, dateTime } = useFormat();
  const people = byPerson(rows, language).length;
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {say(payrollWords.summary, {
          corrections: count(countOf(rows), payrollWords.correctionOne, payrollWords.correctionMany),
          people: count(people, payrollWords.personOne, payrollWords.personMany),
        })}
      </Text>
      <Text size="sm">
        {lockedUntil === null
          ? say(payrollWords.notClosed)
          : say(payrollWords.closed, { date: date(lockedUntil) })}{' '}
        {asOf === null ? '' : say(payrollWords.asOf, { when: dateTime(asOf) })}
      </Text>
      <Text size="sm">{say(payrollWords.legend)}</Text>
      <Box>
        <TextLink size="sm" to="/integrations/$id/set-up/$step" params={{ id, step: 'exports' }}>
          {say(payrollWords.change)}
        </TextLink>
      </Box>
    </Stack>
  );
}

interface PeopleProps {
  readonly id: string;
  readonly people: readonly PersonCorrections[];
}

function Tools({ id, people }: PeopleProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const about = useAbout();
  const text = asText(people, { say, about, nobody: say(payrollWords.nobody) });
  return (
    <Group gap="xs">
      <Button
        component="a"
        size="xs"
        variant="default"
        href={addressOf('downloadPayroll', { params: { id }, query: { language } })}
        download
        leftSection={<Icon name="download" />}
      >
        {say(payrollWords.csv)}
      </Button>
      <CopyButton value={text} label={say(payrollWords.copy)} />
    </Group>
  );
}

const SHOWN = 50;

function People({ id, people }: PeopleProps): ReactNode {
  const say = useSay();
  const [limit, setLimit] = useState(SHOWN);
  const more = Math.min(people.length - limit, 2 * SHOWN);
  return (
    <>
      {people.slice(0, limit).map((one) => (
        <PersonSection key={one.key} id={id} person={one} />
      ))}
      {more > 0 ? (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + more)}>
            {say(payrollWords.more, { n: more })}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
