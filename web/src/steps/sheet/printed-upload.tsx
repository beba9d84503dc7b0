// A filled-in form comes back.

import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Bilingual } from '../../api/types.ts';
import { useDo, usePut } from '../../api/use.ts';
import { useReread } from '../../runs/reread.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { useForm } from '../form.ts';
import type { FormDocument } from '../form/json.ts';
import { base64Of } from './base64.ts';
import { FileField } from './file-field.tsx';
import { PrintedMistakes, Taken } from './printed-result.tsx';

/** As the API allows. */
const MOST_BYTES = 5_000_000;

export function PrintedUpload(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const params = { id: integration.id };
  const put = usePut();
  const reread = useReread(integration.id);
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState<Bilingual | null>(null);
  const [before, setBefore] = useState<FormDocument>({});
  const take = useDo('importPrintedForm', {
    onDone: (view) => {
      put('readIntegration', { params }, view);
      reread();
      setFile(null);
    },
  });
  const send = async (chosen: File): Promise<void> => {
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) {
      setTrouble(sheetWords.unreadable);
      return;
    }
    setBefore(integration.form);
    const content = base64Of(new Uint8Array(bytes));
    take.mutate({ params, body: { fileName: chosen.name.slice(0, 200), content } });
  };
  return (
    <Stack gap="sm">
      <Title order={3}>{say(sheetWords.printedUpload)}</Title>
      <FileField
        label={say(sheetWords.printedChoose)}
        hint={say(sheetWords.printedHint)}
        accept=".pdf,application/pdf"
        file={file}
        trouble={trouble === null ? null : say(trouble)}
        onChoose={(chosen) => {
          setFile(chosen);
          setTrouble(chosen !== null && chosen.size > MOST_BYTES ? sheetWords.printedTooLarge : null);
          take.reset();
        }}
      />
      {file === null || trouble !== null ? null : (
        <Group>
          <ConfirmButton
            color="blue"
            question={say(sheetWords.printedSure, { file: file.name })}
            consequence={say(sheetWords.printedConsequence)}
            disabled={take.isPending}
            onConfirm={() => send(file)}
          >
            {say(sheetWords.printedTake)}
          </ConfirmButton>
        </Group>
      )}
      {take.isPending ? <Waiting>{say(sheetWords.uploading)}</Waiting> : null}
      {take.error === null ? null : (
        <Trouble of={take.error} title={say(sheetWords.uploadFailed)}>
          <PrintedMistakes mistakes={take.error.problem.fields} />
        </Trouble>
      )}
      {/* Stands there before it says something, so that it is read out. */}
      <div role="status">{take.isSuccess ? <Taken before={before} after={take.data.form} /> : null}</div>
    </Stack>
  );
}
