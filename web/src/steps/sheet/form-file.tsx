// The form as a file: out of here, and into here. A file with mistakes is not taken, and each mistake is named.

import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { addressOf } from '../../api/call.ts';
import type { Mistake } from '../../api/types.ts';
import { useDo, useFresh } from '../../api/use.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { useForm } from '../form.ts';
import { FileField } from './file-field.tsx';

export function FormFile(): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  return (
    <Paper withBorder p="md" className="steps-no-print">
      <Stack>
        <div>
          <Title order={2}>{say(sheetWords.file)}</Title>
          <Text c="dimmed">{say(sheetWords.fileText)}</Text>
        </div>
        <Group>
          <Button
            component="a"
            href={addressOf('exportForm', { params: { id: integration.id } })}
            download
            variant="default"
            leftSection={<Icon name="download" />}
          >
            {say(sheetWords.download)}
          </Button>
        </Group>
        {mayEdit ? <Upload /> : null}
      </Stack>
    </Paper>
  );
}

/** As the API allows. */
const MOST_CHARACTERS = 262_144;

function Upload(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id } = integration;
  const fresh = useFresh();
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = useDo('importForm', {
    onDone: async () => {
      setFile(null);
      await fresh(id);
    },
  });
  const send = async (chosen: File): Promise<void> => {
    const text = await chosen.text().catch(() => null);
    const problem =
      text === null ? sheetWords.unreadable : text.length > MOST_CHARACTERS ? sheetWords.tooLarge : null;
    setTrouble(problem === null ? null : say(problem));
    if (text !== null && problem === null) {
      take.mutate({ params: { id }, body: { fileName: chosen.name.slice(0, 200), text } });
    }
  };
  return (
    <Stack gap="sm">
      <Title order={3}>{say(sheetWords.upload)}</Title>
      <FileField
        label={say(sheetWords.choose)}
        hint={say(sheetWords.uploadHint)}
        accept=".yaml,.yml,.json"
        file={file}
        trouble={trouble}
        onChoose={(chosen) => {
          setFile(chosen);
          setTrouble(null);
          take.reset();
        }}
      />
      {file === null ? null : (
        <Group>
          <ConfirmButton
            question={say(sheetWords.replaceSure, { file: file.name })}
            consequence={say(sheetWords.replaceText)}
            disabled={take.isPending}
            onConfirm={() => send(file)}
          >
            {say(sheetWords.replace)}
          </ConfirmButton>
        </Group>
      )}
      {take.isPending ? <Waiting>{say(sheetWords.uploading)}</Waiting> : null}
      {take.error === null ? null : (
        <Trouble of={take.error} title={say(sheetWords.uploadFailed)}>
          <FileMistakes mistakes={take.error.problem.fields} />
        </Trouble>
      )}
      <Text role="status" size="sm">
        {take.isSuccess ? say(sheetWords.uploaded) : ''}
      </Text>
    </Stack>
  );
}

function FileMistakes({ mistakes }: { readonly mistakes: readonly Mistake[] }): ReactNode {
  const say = useSay();
  if (mistakes.length === 0) {
    return null;
  }
  return (
    <ScrollFrame label={say(sheetWords.mistakes)}>
      <Table aria-label={say(sheetWords.mistakes)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(sheetWords.place)}</Table.Th>
            <Table.Th scope="col">{say(sheetWords.problem)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mistakes.map((mistake, index) => (
            <Table.Tr key={`${index} ${mistake.path}`}>
              <Table.Td>
                <Place at={mistake.path} />
              </Table.Td>
              <Table.Td>
                {say(mistake.message)} {mistake.hint === null ? '' : say(mistake.hint)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}

/** `absences.types:12`: a path, a line, or both. */
function Place({ at }: { readonly at: string }): ReactNode {
  const say = useSay();
  const [, path = at, line] = /^(.*?)(?::(\d+))?$/.exec(at) ?? [];
  return (
    <>
      {path === '' ? null : <code>{path}</code>} {line === undefined ? '' : say(sheetWords.line, { line })}
    </>
  );
}
