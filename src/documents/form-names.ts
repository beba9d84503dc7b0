// The names of the fields: what the sheet is written under is what it is read from.

import type { Sheet, SheetRow } from '../core/settings/sheet.ts';
import type { Language } from './form-words.ts';

/** Fields of the sheet that stand there once. */
export type SingleName = Exclude<keyof Sheet, 'types'>;

/** `line` counts from 1. */
export const rowFieldName = (line: number, column: keyof SheetRow): string => `types-${line}-${column}`;

/** A field that nobody sees tells that the sheet is ours, and how it is to be read. */
export const markName = 'tandem-form';
export const formatVersion = 1;

export const markOf = (language: Language): string => `requirement-form ${formatVersion} ${language}`;

export interface Mark {
  readonly version: number;
  readonly language: Language;
}

/** null: not ours. */
export function markIn(text: string): Mark | null {
  const [, version, language] = /^requirement-form (\d{1,4}) (de|en)$/.exec(text) ?? [];
  return version === undefined ? null : { version: Number(version), language: language as Language };
}
