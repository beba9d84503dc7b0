// The pages of docs/issues: one for every code, and an index by area and class.

import { type FindingClass, type FindingCode, findingClasses, type Part } from '../codes.ts';
import { titles } from '../render.ts';
import type { Bilingual } from '../words.ts';
import { classWords, guideAsMarkdown, pageOf } from './markdown.ts';

/** File names with their texts, in Markdown; nothing else belongs into the folder. */
export function guidePages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ...codes.map((code) => [`${code}.md`, guideAsMarkdown(code)] as const),
  ]);
}

/** A part, or what can happen to several of them. */
type Area = Part | 'exports' | 'everything';

const areaWords: Readonly<Record<Area, Bilingual>> = {
  employees: { en: 'Employees', de: 'Mitarbeitende' },
  absences: { en: 'Absences', de: 'Abwesenheiten' },
  attendances: { en: 'Attendances', de: 'Anwesenheiten' },
  exports: { en: 'Absences and attendances', de: 'Abwesenheiten und Anwesenheiten' },
  everything: { en: 'All parts', de: 'Alle Teile' },
};

const areaOf: Readonly<Record<FindingCode, Area>> = {
  'username-exists': 'employees',
  'username-invalid': 'employees',
  'email-missing': 'employees',
  'email-invalid': 'employees',
  'employee-ambiguous': 'employees',
  'employee-possible-duplicate': 'employees',
  'employee-rehired': 'employees',
  'employee-vanished': 'employees',
  'user-vanished': 'employees',
  'employee-two-users': 'employees',
  'external-id-taken': 'employees',
  'attribute-missing': 'employees',
  'refused-by-timetac': 'employees',
  'setting-not-writable': 'employees',
  'first-link-differences': 'employees',
  'user-without-employee': 'employees',
  'absence-exists': 'absences',
  'fraction-unsupported': 'absences',
  'unit-mismatch': 'absences',
  'type-unmapped': 'absences',
  'absence-without-days': 'absences',
  'adopted-pending': 'absences',
  rounded: 'absences',
  'overlaps-foreign': 'attendances',
  'foreign-cut': 'attendances',
  'entries-overlap': 'attendances',
  'entry-too-long': 'attendances',
  'dst-ambiguous': 'attendances',
  'zone-overlap': 'attendances',
  'entry-open': 'attendances',
  'entry-unapproved': 'attendances',
  'dst-hours-differ': 'attendances',
  'attendance-on-absence': 'attendances',
  'refused-by-personio': 'exports',
  'rejected-in-target': 'exports',
  'source-gone-but-adopted': 'exports',
  'source-changed-but-adopted': 'exports',
  'edited-in-target': 'exports',
  'deleted-in-target': 'exports',
  'changed-on-both-sides': 'exports',
  'second-writer': 'exports',
  'month-closed': 'exports',
  'after-exit': 'exports',
  'employee-unlinked': 'exports',
  'out-of-scope-kept': 'exports',
  'default-not-found': 'everything',
  'outcome-unknown': 'everything',
  'credentials-refused': 'everything',
  'vendor-unreachable': 'everything',
};

const codes = Object.keys(findingClasses) as FindingCode[];
const areas = Object.keys(areaWords) as Area[];
const classes: readonly FindingClass[] = ['issue', 'hold', 'note'];

const introduction = [
  'A page for every code that a report can show: why it is told, what to do, and what happens then. In English and German.',
  '*Issue*: somebody has to look; exit code 1 while one is open. *Hold*: waits and solves itself. *Note*: worth knowing. `attribute-missing` is a note where the attribute is optional.',
  'Ways in Tandem are told for its pages. Where an integration comes from a configuration file, change the same setting there; answers are also given with `tandem issues` (see [what if …](../operating/README.md)).',
  'Eine Seite zu jedem Code, den ein Bericht zeigen kann: warum er gemeldet wird, was zu tun ist und was danach geschieht.',
  '*Meldung*: Jemand muss nachsehen; solange eine offen ist, enden Läufe mit dem Rückgabewert 1. *Wartet*: löst sich von selbst. *Hinweis*: gut zu wissen. `attribute-missing` ist ein Hinweis, wenn das Attribut nicht unbedingt nötig ist.',
  'Wege in Tandem sind für dessen Seiten beschrieben. Kommt eine Integration aus einer Konfigurationsdatei, ändern Sie dieselbe Einstellung dort; antworten können Sie auch mit `tandem issues` (siehe [what if …](../operating/README.md)).',
  'These pages are made from `src/core/report/guides`: change the guides, then `npm run docs:guides`.',
] as const;

function indexPage(): string {
  return pageOf(
    '# Codes in reports / Codes in Berichten',
    ...introduction,
    ...areas.flatMap((area) => [`## ${areaWords[area].en} / ${areaWords[area].de}`, tableOf(area)]),
  );
}

function tableOf(area: Area): string {
  const rows = classes.flatMap((cls) =>
    codes
      .filter((code) => areaOf[code] === area && findingClasses[code] === cls)
      .map((code) => {
        const { en, de } = titles[code];
        return `| [\`${code}\`](${code}.md) | ${classWords[cls]} | ${en} | ${de} |`;
      }),
  );
  return ['| Code | Class / Klasse | Title | Titel |', '|---|---|---|---|', ...rows].join('\n');
}
