// What stood or shall stand, as the server writes it (`WORK 08:00–12:00`, `2026-03-02 – 2026-03-06`, `active: false`),
// in the reader's form. Everything that is not understood stays as it is.

import type { Bilingual } from '../api/types.ts';
import { common } from '../words/common.ts';
import { fieldWords, kindOfTimeWords } from '../words/runs.ts';

export interface InReadersForm {
  readonly say: (text: Bilingual) => string;
  readonly date: (date: string) => string;
}

export function recordText(text: string, { say, date }: InReadersForm): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, date)
    .replace(/^(WORK|BREAK)\b/, (word) => say(word === 'WORK' ? kindOfTimeWords.work : kindOfTimeWords.break))
    .replace(
      /(^|, )(\w+): (true|false)?/g,
      (whole, before: string, field: string, yes: string | undefined) => {
        const words = fields[field];
        const value = yes === undefined ? '' : say(yes === 'true' ? common.yes : common.no);
        return words === undefined ? whole : `${before}${say(words)}: ${value}`;
      },
    );
}

const fields: Readonly<Record<string, Bilingual>> = fieldWords;
