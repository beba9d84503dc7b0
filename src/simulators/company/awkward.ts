// What is awkward at Muster GmbH, and which rule each case shows. One first synchronisation meets all of them.
// Texts for the documentation; ids for tests.

export interface AwkwardCase {
  /** Code of the finding that a first run reports; null where the rule is that nothing needs to be said. */
  readonly code: string | null;
  readonly who: string;
  /** Personio id; null where no employee is concerned. */
  readonly employeeId: number | null;
  /** TimeTac ids of the accounts concerned. */
  readonly userIds: readonly number[];
  readonly what: string;
  /** Number of the rule. */
  readonly rule: string;
  /** Only if the clocks change within the three months of data (autumn: go back). */
  readonly needs?: 'clock-change' | 'autumn-change';
}

export const awkwardCases: readonly AwkwardCase[] = [
  person('employee-ambiguous', 'Petra Langner', 3021, [121, 201], 'two accounts share her e-mail', '1.3'),
  person('email-missing', 'Alois Zirngibl', 3022, [], 'no e-mail in Personio', '1.10'),
  person('username-invalid', 'Nora Finkenzeller', 3023, [], 'a plus sign in her e-mail', '1.5'),
  person('username-exists', 'Ronja Seidelmann', 3024, [202], 'the reception desk uses her user name', '1.10'),
  person('external-id-taken', 'Kerstin Dahlmann', 3025, [125], "another system's external id", '1.4'),
  person('employee-possible-duplicate', 'Sabine Hartwig', 3026, [203], 'an old account of that name', '1.3'),
  person(
    'employee-two-users',
    'Oliver Brückner',
    3027,
    [127, 204],
    'a second account, same birthday',
    '1.10',
  ),
  person('email-invalid', 'Tim Brandstetter', 3028, [], 'two @ in his e-mail', '1.10'),
  person('first-link-differences', 'Lena Hofstetter', 3030, [130], 'maiden name in TimeTac', '1.4'),
  person('first-link-differences', 'Ulrike Baumgärtel', 3033, [133], 'known by personnel number only', '1.3'),
  person(null, 'Selma Karagöz', 3035, [], 'starts in 40 days: not created yet', '1.5'),
  person(
    null,
    'Bernd Tillmanns',
    3041,
    [141],
    'left a month ago, account switched off; late corrections still count',
    '1.7',
  ),
  account('user-without-employee', 'Agency Warehouse', [205], 'agency worker, not in Personio', '1.3'),
  account(null, 'API Tandem', [2], 'account of the interface (human: false)', '1.3'),

  person('absence-exists', 'Carla Mertens', 3016, [116], 'HR entered an overlapping vacation', '2.6'),
  person(null, 'Henning Claasen', 3017, [117], 'HR entered the same vacation: adopted', '2.6'),
  person('adopted-pending', 'Theresa Angerer', 3018, [118], 'the same vacation waits in Personio', '2.6'),
  person('fraction-unsupported', 'Paul Zeller', 3019, [119], 'a quarter day of vacation', '2.4'),
  person('unit-mismatch', 'Nele Friedrichsen', 3020, [120], 'training day, Personio counts hours', '2.4'),
  person('type-unmapped', 'Silke Oberhuber', 3005, [105], 'volunteer day, not in the form', '2.9'),
  person('absence-without-days', 'Frauke Lorenzen', 3013, [113], 'vacation without rows per day', '2.2'),
  person(
    'refused-by-personio',
    'Tobias Wielander',
    3002,
    [102],
    'special leave demands a substitute',
    '2.10',
  ),
  person(null, 'Helga Brandner', 3001, [101], 'a sick day inside a vacation', '2.2'),
  person(null, 'Marlene Kaltenegger', 3040, [140], 'parental leave, read-only and open-ended', '2.6'),

  person('attendance-on-absence', 'Dominik Reiter', 3012, [112], 'worked on a vacation evening', '3.10'),
  person('overlaps-foreign', 'Jana Petersen', 3003, [103], 'HR entered an overlapping attendance', '3.8'),
  person(null, 'Annika Behrens', 3007, [107], 'HR entered an equal attendance: adopted', '3.8'),
  person('entries-overlap', 'Lars Thomsen', 3010, [110], 'two historic rows overlap', '3.3'),
  person('entry-too-long', 'Stefan Gruber', 3015, [115], 'forgot to stop: 25.5 hours', '3.3'),
  person('entry-open', 'Florian Kessler', 3006, [106], 'at work right now', '3.1'),
  person('after-exit', 'Jochen Wichmann', 3029, [129], 'a row the day after he left', '1.7'),
  person('zone-overlap', 'Moritz Eckardt', 3031, [131], 'flew to London: walls overlap', '3.4'),
  {
    ...person('dst-hours-differ', 'Georg Stadlbauer', 3008, [108], 'night shift, clock changed', '3.4'),
    needs: 'clock-change',
  },
  {
    ...person('dst-ambiguous', 'Katrin Sommerfeld', 3032, [132], 'call-out in the repeated hour', '3.4'),
    needs: 'autumn-change',
  },
];

function person(
  code: string | null,
  who: string,
  employeeId: number,
  userIds: readonly number[],
  what: string,
  rule: string,
): AwkwardCase {
  return { code, who, employeeId, userIds, what, rule };
}

function account(
  code: string | null,
  who: string,
  userIds: readonly number[],
  what: string,
  rule: string,
): AwkwardCase {
  return { code, who, employeeId: null, userIds, what, rule };
}
