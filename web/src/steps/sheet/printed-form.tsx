// The form as a PDF: out of here, filled in elsewhere, and back. What has mistakes is not taken, and each is named by
// its field; what was taken is shown.

import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/call.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { useForm } from '../form.ts';
import { PrintedUpload } from './printed-upload.tsx';

export function PrintedForm(): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const { integration, mayEdit } = useForm();
  const address = addressOf('printForm', { params: { id: integration.id }, query: { language } });
  return (
    <Paper withBorder p="md" className="steps-no-print">
      <Stack>
        <div>
          <Title order={2}>{say(sheetWords.printed)}</Title>
          <Text c="dimmed">{say(sheetWords.printedText)}</Text>
        </div>
        <Group>
          <Button
            component="a"
            href={address}
            download
            variant="default"
            leftSection={<Icon name="download" />}
          >
            {say(sheetWords.printedDownload)}
          </Button>
        </Group>
        {mayEdit ? <PrintedUpload /> : null}
      </Stack>
    </Paper>
  );
}
