// The payroll list of a company whose first days are closed: what payroll has to book by hand, over the API.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { filledIn, runOf } from '../browser/ready.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';

let stage: TestDesk;
let operator: Caller;
let at: string;
beforeAll(async () => {
  stage = await openTestDesk();
  await stage.begin();
  operator = await stage.person({ operator: true });
  const lockedUntil = addDays(dateIn(Date.now(), 'Europe/Berlin'), -7);
  const id = await filledIn(stage, operator, 'Muster GmbH', { lockedUntil });
  at = `/integrations/${id}`;
  await runOf(operator, id, () => operator.call('PUT', `${at}/switch`, { on: true }));
});
afterAll(() => stage.close());

interface Row {
  readonly part: string;
  readonly type: string | null;
  readonly details: readonly { readonly en: string }[];
  readonly message: { readonly en: string };
}

test('the page names the type of each absence as the table does, in a field of its own', async () => {
  const { rows } = (await operator.call('GET', `${at}/payroll`)).body as { rows: readonly Row[] };
  const ofAbsences = rows.filter(({ part }) => part === 'absences');
  expect(ofAbsences.length).toBeGreaterThan(0);
  const table = String((await operator.call('GET', `${at}/payroll/table.csv?language=en`)).body);
  const typesThere = table
    .split('\r\n')
    .map((line) => line.split(';'))
    .flatMap(([, , part, type]) => (part === 'Absence' ? [type] : []));
  expect(new Set(ofAbsences.map(({ type }) => type))).toEqual(new Set(typesThere));
  for (const { type, details, message } of ofAbsences) {
    expect(type).toEqual(expect.any(String));
    expect(JSON.stringify([details, message])).not.toContain(type);
  }
  expect(rows.filter(({ part }) => part === 'attendances').every(({ type }) => type === null)).toBe(true);
});
