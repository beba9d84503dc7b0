// Corrections of closed months, person by person, and as a text to paste into a mail or a list.

import type { Answer } from '../api/types.ts';
import { nameOf } from '../runs/actions.ts';

export type Correction = Answer<'readPayroll'>['rows'][number];

export interface PersonCorrections {
  readonly key: string;
  readonly employee: Correction['employee'];
  readonly rows: readonly Correction[];
  /** Single corrections; a row without details is one. */
  readonly count: number;
}

/** By name; whoever has none comes last. Each person's corrections go by date. */
export function byPerson(rows: readonly Correction[], locale: string): readonly PersonCorrections[] {
  const order = new Intl.Collator(locale, { numeric: true });
  const groups = new Map<string, Correction[]>();
  for (const row of rows) {
    groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  }
  return [...groups.entries()]
    .map(([key, own]) => ({
      key,
      employee: own[0]?.employee ?? null,
      rows: own.toSorted((a, b) => order.compare(a.date ?? '', b.date ?? '')),
      count: countOf(own),
    }))
    .sort((a, b) => {
      const [one, other] = [a.employee?.name ?? null, b.employee?.name ?? null];
      return (
        Number(one === null) - Number(other === null) ||
        order.compare(one ?? '', other ?? '') ||
        order.compare(a.key, b.key)
      );
    });
}

export function countOf(rows: readonly Correction[]): number {
  return rows.reduce((sum, { details }) => sum + Math.max(1, details.length), 0);
}

export interface InReadersForm {
  readonly say: (text: Correction['message']) => string;
  /** `Attendances`, and the stretch in the reader's form; null: no date. */
  readonly about: (row: Correction) => string;
  readonly nobody: string;
}

/**
 * One line for each correction, which says by itself whose it is. Every line begins with a dash, and names and texts
 * cannot break it: pasted into a spreadsheet it is text, never a formula. It may be pasted into a mail, too: no type of
 * an absence stands in it.
 */
export function asText(people: readonly PersonCorrections[], form: InReadersForm): string {
  return people
    .flatMap(({ employee, rows }) =>
      rows.flatMap((row) =>
        textsOf(row).map((text) => {
          const id = idBesideName(employee);
          const who = `${nameOf(employee) ?? form.nobody}${id === null ? '' : ` (${id})`}`;
          return oneLine(`– ${who}, ${form.about(row)}: ${form.say(text)}`);
        }),
      ),
    )
    .join('\n');
}

/** What is to be booked: the details, or the message where there are none. */
export function textsOf({ details, message }: Correction): readonly Correction['message'][] {
  return details.length === 0 ? [message] : details;
}

/** Where there is no name, the id stands in its place. */
export function idBesideName(employee: Correction['employee']): string | null {
  return employee === null || employee.name === null ? null : employee.personioId;
}

/** A mark that turns the writing direction would turn the hours behind it, too. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function keyOf({ employee, issueId }: Correction): string {
  const userId = employee?.timetacId ?? null;
  return employee?.personioId ?? (userId === null ? issueId : `user ${userId}`);
}
