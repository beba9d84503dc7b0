// Exactly where to click, in the vendors' own names of menus, and what to choose there.

import { Checkbox, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { useSay } from '../../words/say.ts';
import { attributeWords, pathWords } from '../../words/steps-credentials.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { attributeState, useLines } from './last-check.ts';

export function PersonioPath(): ReactNode {
  const say = useSay();
  return (
    <ol className="steps-path">
      <li>
        {say(pathWords.personio1)} <Menu>{say(pathWords.personioMenu)}</Menu>
      </li>
      <li>{say(pathWords.personio2)}</li>
      <li>
        {say(pathWords.personio3)}
        <Rights />
      </li>
      <li>
        {say(pathWords.personio4)}
        <Attributes />
      </li>
      <li>{say(pathWords.personio5)}</li>
    </ol>
  );
}

export function TimetacPath(): ReactNode {
  const say = useSay();
  return (
    <ol className="steps-path">
      <li>
        {say(pathWords.timetac1)} <Menu>{say(pathWords.timetacMenu)}</Menu>
        <br />
        {say(pathWords.timetacNew)} <Menu>{say(pathWords.timetacNewMenu)}</Menu>
      </li>
      <li>{say(pathWords.timetac2)}</li>
      <li>{say(pathWords.timetac3)}</li>
      <li>{say(pathWords.timetac4)}</li>
    </ol>
  );
}

function Menu({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="steps-menu">{children}</span>;
}

const rights = [
  ['employees', true, false],
  ['attendances', true, true],
  ['absences', true, true],
] as const;

function Rights(): ReactNode {
  const say = useSay();
  const yesNo = (needed: boolean): ReactNode => say(needed ? pathWords.needed : pathWords.notNeeded);
  return (
    <ScrollFrame label={say(pathWords.rights)}>
      <Table withTableBorder maw={420} my="xs" aria-label={say(pathWords.rights)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(pathWords.area)}</Table.Th>
            <Table.Th scope="col">{say(pathWords.read)}</Table.Th>
            <Table.Th scope="col">{say(pathWords.write)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rights.map(([area, read, write]) => (
            <Table.Tr key={area}>
              <Table.Th scope="row" fw={500}>
                {say(pathWords[area])}
              </Table.Th>
              <Table.Td>{yesNo(read)}</Table.Td>
              <Table.Td>{yesNo(write)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}

/** To tick off by hand; once a test has been made, it says which of them it could read. */
function Attributes(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const lines = useLines(integration.id, 'personio');
  const [ticked, setTicked] = useKept<readonly string[]>(`${integration.id} attributes`, []);
  return (
    <Stack gap={6} my="xs" role="group" aria-label={say(pathWords.attributes)}>
      <Text size="sm" c="dimmed">
        {say(pathWords.tick)}
      </Text>
      {Object.entries(attributeWords).map(([name, words]) => {
        const state = attributeState(lines, name);
        return (
          <div key={name} className="steps-line">
            <Checkbox
              label={say(words)}
              checked={ticked.includes(name)}
              onChange={({ currentTarget: { checked } }) =>
                setTicked(checked ? [...ticked, name] : ticked.filter((one) => one !== name))
              }
            />
            {state === 'unknown' ? null : (
              <Text size="sm" component="span" className="steps-line">
                <Icon name={state === 'readable' ? 'check' : 'cross'} />
                {say(pathWords[state])}
              </Text>
            )}
          </div>
        );
      })}
    </Stack>
  );
}
