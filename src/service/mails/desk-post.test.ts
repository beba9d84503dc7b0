// Where the links of a mail lead depends on the process that sends it.

import { expect, test } from 'vitest';
import { writeLetter } from '../../core/report/mail/letter.ts';
import { reportLine, reportWith } from '../../../test/entrance/report-with.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { mailContextOf } from './desk-post.ts';

const setup = { id: 'm1', name: 'Muster GmbH', origin: 'page', form: {} } as unknown as Setup;
const mail = { kind: 'report', language: 'de', facts: {}, createdAt: 0 } as const;
const report = reportWith('done-with-issues', { issues: [reportLine('absence-exists', { new: true })] });

function textSentBy(publicUrl: string): string {
  const desk = { files: new Map(), installation: { publicUrl } } as unknown as FrontDesk;
  const context = mailContextOf(desk, setup);
  return writeLetter({ ...context, mail, report, day: null, brokeOff: false }).text;
}

test('links lead to the page', () => {
  expect(textSentBy('https://tandem.example')).toContain('https://tandem.example/integrations/m1/issues');
});

test('a worker that does not know where people reach the page sends no links that lead nowhere', () => {
  expect(textSentBy('')).not.toMatch(/\/(help|integrations)\//);
});
