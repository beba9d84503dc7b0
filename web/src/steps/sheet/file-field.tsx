// Choosing a file to hand back.

import { FileInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Endings and media types, as the browser's file chooser takes them. */
  readonly accept: string;
  readonly file: File | null;
  readonly trouble: string | null;
  readonly onChoose: (file: File | null) => void;
}

export function FileField({ label, hint, accept, file, trouble, onChoose }: FileFieldProps): ReactNode {
  const say = useSay();
  return (
    <FileInput
      label={label}
      description={hint}
      placeholder={label}
      accept={accept}
      value={file}
      error={trouble}
      clearable
      clearButtonProps={{ 'aria-label': say(sheetWords.clear) }}
      maw={520}
      leftSection={<Icon name="upload" />}
      onChange={onChoose}
    />
  );
}
