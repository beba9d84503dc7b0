// One person's corrections, each with what was and what is to be booked.

import { Box, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { nameOf } from '../runs/actions.ts';
import { TextLink } from '../ui/link.tsx';
import { payrollWords } from '../words/payroll.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { Correction, PersonCorrections } from './corrections.ts';
import { idBesideName, textsOf } from './corrections.ts';
import { useAbout } from './use-about.ts';

export interface PersonSectionProps {
  /** The integration. */
  readonly id: string;
  readonly person: PersonCorrections;
}

const apart = { borderTop: '1px solid var(--mantine-color-default-border)', paddingTop: 12 };

export function PersonSection({ id, person }: PersonSectionProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { employee, rows } = person;
  const personioId = idBesideName(employee);
  const facts = [
    personioId === null ? null : say(payrollWords.personioId, { id: personioId }),
    count(person.count, payrollWords.correctionOne, payrollWords.correctionMany),
  ];
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} size="h3">
            <bdi>{nameOf(employee) ?? say(payrollWords.nobody)}</bdi>
          </Title>
          <Text size="sm" c="dimmed">
            {facts.filter((fact) => fact !== null).join(' · ')}
          </Text>
        </Group>
        <Stack component="ul" className="plain-list" gap="sm">
          {rows.map((row, index) => (
            <Box component="li" key={`${row.issueId} ${index}`} style={index === 0 ? {} : apart}>
              <OneCorrection id={id} row={row} />
            </Box>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

function OneCorrection({ id, row }: { readonly id: string; readonly row: Correction }): ReactNode {
  const say = useSay();
  const about = useAbout();
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <Text fw={600} size="sm">
          {about(row)}
        </Text>
        {row.type === null ? null : (
          <Text size="sm" c="dimmed">
            {say(payrollWords.type, { type: row.type })}
          </Text>
        )}
      </Group>
      <Details row={row} />
      <Ways id={id} row={row} />
    </Stack>
  );
}

const SHOWN = 20;

/** The message repeats the details, so it stands only where there are none. */
function Details({ row }: { readonly row: Correction }): ReactNode {
  const say = useSay();
  const [all, setAll] = useState(false);
  const texts = textsOf(row);
  const more = all ? 0 : texts.length - SHOWN;
  return (
    <>
      <List size="sm" aria-label={say(payrollWords.toBook)}>
        {texts.slice(0, all ? texts.length : SHOWN).map((text, index) => (
          <List.Item key={`${index} ${text.en}`}>
            <bdi>{say(text)}</bdi>
          </List.Item>
        ))}
      </List>
      {more > 0 ? (
        <Box>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            {say(payrollWords.moreDetails, { n: more })}
          </Button>
        </Box>
      ) : null}
    </>
  );
}

function Ways({ id, row: { employee, date } }: { readonly id: string; readonly row: Correction }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const personioId = employee?.personioId ?? null;
  return (
    <Group gap="md">
      {personioId === null || date === null ? null : (
        <TextLink
          size="sm"
          to="/integrations/$id/explain"
          params={{ id }}
          search={{ employee: personioId, date }}
        >
          {say(payrollWords.explain, { day: format.date(date) })}
        </TextLink>
      )}
      <TextLink size="sm" to="/integrations/$id/issues" params={{ id }} hash="month-closed">
        {say(payrollWords.toIssue)}
      </TextLink>
    </Group>
  );
}
