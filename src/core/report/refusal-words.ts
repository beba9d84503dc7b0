// Why the guard refused a plan (rule 0.9), and what a person may do.

import type { Refusal } from '../sync/guard.ts';
import type { Part } from './codes.ts';
import type { Bilingual } from './words.ts';

export const partNames: Readonly<Record<Part, Bilingual>> = {
  employees: { en: 'employees', de: 'Mitarbeiter' },
  absences: { en: 'absences', de: 'Abwesenheiten' },
  attendances: { en: 'attendances', de: 'Anwesenheiten' },
};

const oneOf: typeof partNames = {
  employees: { en: 'employee', de: 'Mitarbeiter' },
  absences: { en: 'absence', de: 'Abwesenheit' },
  attendances: { en: 'attendance', de: 'Anwesenheit' },
};

export function refusalWords({ reason, part, planned, allowed }: Refusal): Bilingual {
  const { en, de } = planned === 1 ? oneOf[part] : partNames[part];
  const [are, sind] = allowed === 1 ? ['is', 'ist'] : ['are', 'sind'];
  switch (reason) {
    case 'too-many-deletes':
      return {
        en: `The plan would delete ${planned} ${en}; ${allowed} ${are} allowed without a person’s word. Nothing was written.`,
        de: `Der Plan würde ${planned} ${de} löschen; ${allowed} ${sind} ohne Freigabe erlaubt. Nichts wurde geschrieben.`,
      };
    case 'too-many-deactivations':
      return {
        en: `The plan would switch off ${planned} accounts; ${allowed} ${are} allowed without a person’s word. Nothing was written.`,
        de: `Der Plan würde ${planned} Konten abschalten; ${allowed} ${sind} ohne Freigabe erlaubt. Nichts wurde geschrieben.`,
      };
    case 'too-many-new-users':
      return {
        en: `The plan would create ${planned} accounts; ${allowed} ${are} allowed without a person’s word. Nothing was written.`,
        de: `Der Plan würde ${planned} Konten anlegen; ${allowed} ${sind} ohne Freigabe erlaubt. Nichts wurde geschrieben.`,
      };
    case 'everything-changed':
      return {
        en: `The plan would change every single one of the ${planned} ${en}. Nothing was written.`,
        de: `Der Plan würde ausnahmslos alle ${planned} ${de} ändern. Nichts wurde geschrieben.`,
      };
    default:
      return reason satisfies never;
  }
}
