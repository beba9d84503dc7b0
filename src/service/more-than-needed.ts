// Attributes that are readable beyond what Tandem uses: told as a hint, never as a mistake. What a token says about its
// rights is not looked at: it names some that were never given (personio.md 1.2).

import type { Settings } from '../core/settings/settings.ts';
import { type CheckLine, ifShown } from './check-lines.ts';
import type { Doors } from './home.ts';

/** What is read of an employee (the guide's nine attributes), or can be chosen by in scope and rules. */
const used = new Set([
  'id',
  'first_name',
  'last_name',
  'preferred_name',
  'email',
  'status',
  'hire_date',
  'termination_date',
  'absence_entitlement',
  'office',
  'department',
  'subcompany',
  'employment_type',
  'team',
]);
const birthday = /date of birth|birth ?day|geburtsdatum|geburtstag/i;

const shown = 5;

export async function moreThanNeeded(doors: Doors, settings: Settings): Promise<CheckLine[]> {
  // Who may not ask for the list gets no hint.
  const readable = (await ifShown(() => doors.hr.readableAttributes())) ?? [];
  const names = readable
    .filter(
      ({ key, label }) =>
        !used.has(key) && key !== settings.personio.attributes.dateOfBirth && !birthday.test(label),
    )
    .map(({ label }) => label);
  return names.length === 0 ? [] : [hint(names)];
}

function hint(names: readonly string[]): CheckLine {
  const more = names.length > shown ? ` (+${names.length - shown})` : '';
  const list = `${names.slice(0, shown).join(', ')}${more}`;
  return {
    class: 'hint',
    side: 'personio',
    about: 'attributes',
    message: {
      en: `Readable attributes that Tandem does not need: ${list}.`,
      de: `Lesbare Attribute, die Tandem nicht braucht: ${list}.`,
    },
    action: {
      en: 'Nothing has to be done. Credentials that may see less are safer: take these away in Personio under Settings → API credentials.',
      de: 'Es muss nichts geschehen. Zugangsdaten, die weniger sehen, sind sicherer: Nehmen Sie diese in Personio unter Einstellungen → API-Zugangsdaten weg.',
    },
  };
}
