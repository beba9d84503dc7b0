// What a comparison came to, in one sentence.

import type { Formats } from '../words/format.ts';
import { monthResultWords } from '../words/month.ts';
import type { Say } from '../words/say.ts';
import type { MonthCheck } from './differences.ts';
import { apart } from './differences.ts';

export interface InReadersForm extends Pick<Formats, 'count' | 'hours'> {
  readonly say: Say;
}

/** null while there is no result, or nobody in it. */
export function sentenceOf(
  { state, rows, differing }: Pick<MonthCheck, 'state' | 'rows' | 'differing'>,
  form: InReadersForm,
): string | null {
  if (state !== 'done' || rows.length === 0) {
    return null;
  }
  if (differing === 0) {
    return form.count(rows.length, monthResultWords.agreeOne, monthResultWords.agreeMany);
  }
  const what = howFarApart(rows, form);
  if (rows.length === 1) {
    return form.say(monthResultWords.differAlone, { what });
  }
  return form.say(differing === 1 ? monthResultWords.differOne : monthResultWords.differMany, {
    n: differing,
    all: rows.length,
    what,
  });
}

function howFarApart(rows: MonthCheck['rows'], { say, hours }: InReadersForm): string {
  const [byHours, byDays] = [apart(rows, 'hours'), apart(rows, 'days')];
  const days = say(byDays === 1 ? monthResultWords.dayOne : monthResultWords.dayMany, { n: byDays });
  if (byHours > 0 && byDays > 0) {
    return say(monthResultWords.and, { hours: hours(byHours), days });
  }
  if (byHours > 0) {
    return hours(byHours);
  }
  return byDays > 0 ? days : say(monthResultWords.onlyWhen);
}
