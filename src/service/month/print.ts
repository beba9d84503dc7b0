// The check of a month as a PDF.

import { clockForm } from '../../core/report/mail/words.ts';
import { mailContextOf } from '../mails/desk-post.ts';
import type { FrontDesk } from '../front-desk.ts';
import { readSetup } from '../setup/change.ts';
import { madeMonthCheck } from './ask.ts';

export async function printMonth(
  desk: FrontDesk,
  setupId: string,
  month: string,
  language: 'en' | 'de',
): Promise<Uint8Array> {
  const { name, zone } = mailContextOf(desk, await readSetup(desk, setupId));
  const { check, finishedAt } = await madeMonthCheck(desk, setupId, month);
  const printedAt = clockForm(finishedAt ?? desk.now(), zone, language);
  return desk.papers.monthAsPdf(check, { name, language, printedAt });
}
