// Page, mail and command line call the same thing by the same name.

import { expect, test } from 'vitest';
import { absenceSentences } from '../../../src/core/report/sentences/absences.ts';
import { accountSentences } from '../../../src/core/report/sentences/accounts.ts';
import { attendanceSentences } from '../../../src/core/report/sentences/attendances.ts';
import { conflictSentences } from '../../../src/core/report/sentences/conflicts.ts';
import { matchingSentences } from '../../../src/core/report/sentences/matching.ts';
import { vendorSentences } from '../../../src/core/report/sentences/vendors.ts';
import { pageWords } from '../../../src/core/report/words.ts';
import { codeWords, titleOf } from './codes.ts';
import { answerWords } from './issues.ts';

const sentences = {
  ...absenceSentences,
  ...accountSentences,
  ...attendanceSentences,
  ...conflictSentences,
  ...matchingSentences,
  ...vendorSentences,
};

test('every cause is called here as it is in mails and reports', () => {
  const titles = Object.fromEntries(Object.entries(sentences).map(([code, { title }]) => [code, title]));
  expect(codeWords).toEqual(titles);
});

test('a code that the page does not know is shown as it is', () => {
  expect(titleOf('brand-new')).toEqual({ en: 'brand-new', de: 'brand-new' });
});

test('buttons are called as the sentences call them', () => {
  expect(answerWords.attendances['source-wins']).toEqual(pageWords.sourceWins);
  expect(answerWords.attendances['keep-target']).toEqual(pageWords.keepTarget);
  expect(answerWords.attendances.ignore).toEqual(pageWords.ignore);
  expect(answerWords.attendances.retry).toEqual(pageWords.retry);
  expect(answerWords.attendances['take-over']).toEqual(pageWords.takeOver);
});
