// Which Personio type a TimeTac type most likely is, by name, in German and English (step 5). A suggestion only: a
// person says yes.

import { folded } from '../people/names.ts';
import type { SourceAbsenceType, TargetAbsenceType } from './absence.ts';

export interface TypeSuggestion {
  readonly timetac: SourceAbsenceType;
  readonly personio: TargetAbsenceType | null;
  readonly because: 'same-name' | 'known-pair' | 'none';
}

/** Names that mean one thing. Each row begins with what the guide's form calls it. */
const meanings: readonly (readonly string[])[] = [
  [
    'vacation',
    'paid absence',
    'paid vacation',
    'paid leave',
    'annual leave',
    'holiday',
    'holidays',
    'leave',
    'urlaub',
    'erholungsurlaub',
    'bezahlter urlaub',
    'jahresurlaub',
    'bezahlte abwesenheit',
  ],
  [
    'sick leave',
    'sick day',
    'sick days',
    'sickness',
    'illness',
    'krankheit',
    'krank',
    'krankenstand',
    'krankmeldung',
    'krankheitstag',
    'krankheitstage',
    'arbeitsunfähigkeit',
  ],
  [
    'child sick',
    'child sickness',
    'sick child',
    'child sick leave',
    'kind krank',
    'krankheit kind',
    'kinderkrankheit',
    'kind-krank-tag',
    'pflegefreistellung',
  ],
  ['maternity leave', 'maternity protection', 'maternity', 'mutterschutz', 'mutterschaftsurlaub'],
  ['parental leave', 'elternzeit', 'karenz', 'elternkarenz', 'vaterschaftsurlaub', 'paternity leave'],
  [
    'remote work',
    'work from home',
    'working from home',
    'home office',
    'homeoffice',
    'mobile work',
    'mobile working',
    'mobiles arbeiten',
    'mobile arbeit',
    'telearbeit',
  ],
  ['business trip', 'business travel', 'dienstreise', 'geschäftsreise'],
  ['special leave', 'sonderurlaub', 'paid special leave', 'bezahlter sonderurlaub'],
  [
    'unpaid leave',
    'unpaid vacation',
    'unpaid absence',
    'unbezahlter urlaub',
    'unbezahlte freistellung',
    'unbezahlte abwesenheit',
  ],
  [
    'overtime reduction',
    'time off in lieu',
    'toil',
    'compensatory time off',
    'overtime compensation',
    'zeitausgleich',
    'überstundenabbau',
    'freizeitausgleich',
    'abbau überstunden',
    'gleittag',
  ],
  ['training', 'further education', 'education', 'fortbildung', 'weiterbildung', 'schulung', 'seminar'],
  ['educational leave', 'study leave', 'bildungsurlaub', 'bildungskarenz'],
  ['vocational school', 'berufsschule'],
  [
    'doctor',
    'doctor visit',
    'doctor’s appointment',
    "doctor's appointment",
    'medical appointment',
    'arztbesuch',
    'arzttermin',
    'arzt',
  ],
  ['relocation', 'moving house', 'moving day', 'umzug', 'umzugstag'],
  ['wedding', 'marriage', 'hochzeit', 'heirat', 'eheschließung'],
  ['bereavement', 'bereavement leave', 'funeral', 'todesfall', 'trauerfall', 'begräbnis'],
  ['care leave', 'nursing care', 'pflegezeit', 'pflege', 'pflegekarenz'],
  ['volunteer day', 'volunteering', 'ehrenamt', 'social day'],
  ['sabbatical', 'auszeit'],
  ['short-time work', 'kurzarbeit'],
  ['military service', 'civil service', 'wehrdienst', 'zivildienst', 'bundesheer'],
];

/** One row per TimeTac type, in the order given. A Personio type may be suggested for several. */
export function suggestTypes(
  source: readonly SourceAbsenceType[],
  target: readonly TargetAbsenceType[],
): TypeSuggestion[] {
  return source.map((timetac) => {
    const name = plain(timetac.name);
    const same = onlyOne(target.filter((type) => plain(type.name) === name));
    if (same !== null) return { timetac, personio: same, because: 'same-name' };
    const meaning = meanings.find((words) => words.includes(name));
    const known =
      meaning === undefined ? null : onlyOne(target.filter((type) => meaning.includes(plain(type.name))));
    return known === null
      ? { timetac, personio: null, because: 'none' }
      : { timetac, personio: known, because: 'known-pair' };
  });
}

/** Without blanks around, case, and words in brackets such as “(paid)”. */
const plain = (name: string): string => folded(name.replace(/\([^)]*\)/g, '')) ?? '';

/** Two that fit are no suggestion. */
const onlyOne = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);
