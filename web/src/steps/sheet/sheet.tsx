// The requirement form with its three sections, as the customer knows it from the original sheet.

import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StepName } from '../../api/types.ts';
import { TextLink } from '../../ui/link.tsx';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { typesWords } from '../../words/steps-types.ts';
import { useForm } from '../form.ts';
import { valueAt } from '../form/json.ts';
import { numberOf } from '../step-order.ts';
import { typeRows } from '../types/rows.ts';
import type { SheetRow } from './sheet-rows.ts';
import { dateRows, fractionsText, isSectionOn, userRows } from './sheet-rows.ts';

export function Sheet(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { integration } = useForm();
  const { form, name } = integration;
  const words = { say, format };
  return (
    <Paper withBorder p="md">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2}>{say(sheetWords.sheet)}</Title>
            <Text c="dimmed" size="sm">
              {say(sheetWords.of, { name, when: format.dateTime(new Date().toISOString()) })}
            </Text>
          </div>
          <Button className="steps-no-print" size="xs" variant="default" onClick={() => window.print()}>
            {say(sheetWords.print)}
          </Button>
        </Group>
        <Section title={say(sheetWords.section1)} step="users">
          <Rows rows={userRows(form, words)} label={say(sheetWords.section1)} />
        </Section>
        <Section title={say(sheetWords.section2)} step="exports">
          <Rows rows={dateRows(form, words)} label={say(sheetWords.section2)} />
        </Section>
        <Section title={say(sheetWords.section3)} step="types">
          <Types />
        </Section>
      </Stack>
    </Paper>
  );
}

interface SectionProps {
  readonly title: string;
  readonly step: StepName;
  readonly children: ReactNode;
}

function Section({ title, step, children }: SectionProps): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Title order={3}>{title}</Title>
        {mayEdit ? (
          <TextLink
            className="steps-no-print"
            size="sm"
            to="/integrations/$id/set-up/$step"
            params={{ id: integration.id, step }}
          >
            {say(sheetWords.changeIn, { n: numberOf(step) })}
          </TextLink>
        ) : null}
      </Group>
      {children}
    </Stack>
  );
}

function Rows({ rows, label }: { readonly rows: readonly SheetRow[]; readonly label: string }): ReactNode {
  const say = useSay();
  return (
    <ScrollFrame label={label}>
      <Table withTableBorder aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(sheetWords.field)}</Table.Th>
            <Table.Th scope="col">{say(sheetWords.value)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.label}>
              <Table.Th scope="row" fw={500} w="40%">
                {row.label}
              </Table.Th>
              <Table.Td>{row.value ?? <b>{say(sheetWords.missing)}</b>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}

function Types(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { form } = integration;
  const isOn = isSectionOn(form, 'absences');
  if (isOn !== true) {
    return <Text>{say(isOn === null ? sheetWords.undecided : sheetWords.typesNone)}</Text>;
  }
  const rows = typeRows(valueAt(form, 'absences.types'), undefined);
  if (rows.length === 0) {
    return <Text fw={600}>{say(sheetWords.typesEmpty)}</Text>;
  }
  const label = say(sheetWords.section3);
  return (
    <>
      <ScrollFrame label={label}>
        <Table withTableBorder aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(typesWords.timetac)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.personio)}</Table.Th>
              <Table.Th scope="col">{say(typesWords.sync)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.at ?? ''} ${row.timetac}`}>
                <Table.Th scope="row" fw={500}>
                  {row.timetac}
                </Table.Th>
                <Table.Td>{row.personio ?? say(typesWords.none)}</Table.Td>
                <Table.Td>{say(row.sync === true ? typesWords.yes : typesWords.no)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollFrame>
      <Text size="sm">
        <b>{say(sheetWords.fractions)}:</b> {fractionsText(form, say)}
      </Text>
    </>
  );
}
