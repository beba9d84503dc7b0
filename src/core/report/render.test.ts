import { describe, expect, it } from 'vitest';
import { type Finding, type FindingCode, findingClasses, type Part } from './codes.ts';
import { renderFinding, titles } from './render.ts';

const codes = Object.keys(findingClasses) as FindingCode[];
const partsOf: readonly Part[] = ['employees', 'absences', 'attendances'];
const canary = 'Zyklothymie';

const allFacts: Finding['facts'] = {
  count: 3,
  vendorReason: `A substitute is required for ${canary.toUpperCase()}.`,
  traceId: 'trace-77',
  code: 422,
  username: 'änna@muster.example',
  otherUser: 'Anna Altmann (17)',
  email: 'anna@muster',
  attribute: 'Date of birth',
  setting: 'statusOverview',
  name: '40 h',
  oursId: '501',
  oursFrom: '2026-03-02T08:00:00',
  oursTo: '2026-03-02T12:00:00',
  theirsId: 'bd242cd1',
  theirsFrom: '2026-03-02',
  theirsTo: '2026-03-06',
  hours: 7.5,
  lockedUntil: '2026-02-28',
  exitOn: '2026-12-24',
  value: 0.25,
  unit: 'days',
  zone: 'Europe/Berlin',
  firstInstant: '2026-10-25T00:30:00Z',
  secondInstant: Date.UTC(2026, 9, 25, 1, 15),
  differences: 'entryOn: 2026-01-01 → 2026-02-01; lastName: Alt → Neu',
  vendor: 'personio',
};

const full = (code: FindingCode, change: Partial<Finding> = {}): Finding => ({
  code,
  class: findingClasses[code],
  part: 'absences',
  employeeId: '3003',
  userId: '17',
  on: '2026-03-02',
  until: null,
  covers: ['a', 'b', 'c'],
  type: canary,
  facts: allFacts,
  ...change,
});

const bare = (code: FindingCode, part: Part, facts: Finding['facts'] = {}): Finding => ({
  ...full(code, { part, facts }),
  employeeId: null,
  userId: null,
  on: null,
  covers: [],
});

const allTexts = (finding: Finding, employeeName: string | null = null) => {
  const { message, action } = renderFinding(finding, { employeeName });
  return [message.en, message.de, action.en, action.de];
};

describe.each(codes)('%s', (code) => {
  const nulls = Object.fromEntries(Object.keys(allFacts).map((name) => [name, null]));
  const odd = Object.fromEntries(Object.keys(allFacts).map((name) => [name, Number.NaN]));
  const wrong = Object.fromEntries(Object.keys(allFacts).map((name) => [name, true]));
  const empty = Object.fromEntries(Object.keys(allFacts).map((name) => [name, '  \u202e']));
  const findings = partsOf.flatMap((part) => [
    full(code, { part }),
    full(code, { part, on: 'never', until: '2026-03-06' }),
    bare(code, part),
    ...[nulls, odd, wrong, empty].map((facts) => bare(code, part, facts)),
  ]);

  it('says in both languages what happened and what to do, with and without facts', () => {
    for (const finding of findings) {
      for (const name of [null, 'Anna Muster', '=cmd|x']) {
        const { message, action } = renderFinding(finding, { employeeName: name });
        for (const said of [message, action]) {
          expect(said.en).not.toBe(said.de);
          for (const text of [said.en, said.de]) {
            expect(text).toMatch(/^[\p{L}\p{N}].{15,}[.!?…”“]$/u);
            expect(text).not.toMatch(/undefined|null|NaN|\[object|\(\)|“”|„“|\s[,.;:]|\s{2}|\.\.|\{|\}|#/);
          }
        }
      }
    }
  });

  it('never names the absence type', () => {
    for (const finding of findings) {
      expect(allTexts(finding).join('\n').toLowerCase()).not.toContain(canary.toLowerCase());
    }
  });

  it('cuts a name of 200 characters', () => {
    expect(allTexts(full(code), 'y'.repeat(200)).join('\n')).not.toContain('y'.repeat(60));
  });

  it('has a headline of its own', () => {
    expect(titles[code].en).not.toBe(titles[code].de);
    expect(codes.filter((other) => titles[other].en === titles[code].en)).toEqual([code]);
    expect(codes.filter((other) => titles[other].de === titles[code].de)).toEqual([code]);
  });

  it('keeps a hostile name on one line and short', () => {
    const names = [
      'a\r\nSubject: x',
      'x'.repeat(2000),
      '\u202Eevil\u2066',
      `e${'\u0301'.repeat(5000)}`,
      '👩‍👩‍👧'.repeat(100),
      '\ud800',
    ];
    for (const name of names) {
      const texts = allTexts(
        full(code, { facts: Object.fromEntries(Object.keys(allFacts).map((fact) => [fact, name])) }),
        name,
      );
      for (const text of texts) {
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text).not.toContain('x'.repeat(400));
        expect(text.length).toBeLessThan(4500);
      }
    }
  });
});

const anna = { employeeName: 'Anna Muster' };

it.each<[string, Finding, string, string]>([
  [
    'names both absences with dates, times and ids',
    full('absence-exists'),
    'TimeTac: 2 Mar 2026, 08:00–12:00, ID 501; Personio: 2 Mar 2026 – 6 Mar 2026, ID bd242cd1.',
    'TimeTac: 02.03.2026, 08:00–12:00, ID 501; Personio: 02.03.2026 – 06.03.2026, ID bd242cd1.',
  ],
  [
    'quotes the vendor with code and trace id',
    full('refused-by-personio', {
      part: 'attendances',
      facts: { vendorReason: 'Period too long', code: 422, traceId: 't-1' },
    }),
    'Personio refused an attendance of Anna Muster on 2 Mar 2026. The answer: “Period too long” [422] (trace ID t-1).',
    'Personio hat eine Anwesenheit abgelehnt (Anna Muster am 02.03.2026). Die Antwort: „Period too long“ [422] (Trace-ID t-1).',
  ],
  [
    'calls one day a day',
    full('unit-mismatch', { facts: { value: 1, unit: 'days' } }),
    'TimeTac and Personio count it in different units (1 day).',
    'TimeTac und Personio zählen sie in verschiedenen Einheiten (1 Tag).',
  ],
  [
    'calls one hour an hour, and more than one hours',
    full('fraction-unsupported', { facts: { value: 1, unit: 'hours' } }),
    'a part of a day (1 hour) that',
    'einen Teil eines Tages (1 Stunde), den',
  ],
  [
    'shows both instants of a repeated hour',
    full('dst-ambiguous', { facts: { ...allFacts, theirsFrom: null, theirsTo: null, theirsId: null } }),
    'from 25 Oct 2026, 02:30 Europe/Berlin (00:30 UTC) to 25 Oct 2026, 02:15 Europe/Berlin (01:15 UTC)',
    'von 25.10.2026, 02:30 Europe/Berlin (00:30 UTC) bis 25.10.2026, 02:15 Europe/Berlin (01:15 UTC)',
  ],
  [
    'shows midnight as the end of the day',
    full('overlaps-foreign', {
      facts: {
        oursFrom: '2026-03-02 22:00',
        oursTo: '2026-03-03T00:00:00',
        theirs: '2026-03-02 08:00–12:00',
      },
    }),
    'TimeTac: 2 Mar 2026, 22:00–24:00; Personio: 2 Mar 2026 08:00–12:00.',
    'TimeTac: 02.03.2026, 22:00–24:00; Personio: 02.03.2026 08:00–12:00.',
  ],
  [
    'shows an open end',
    full('overlaps-foreign', {
      facts: { oursFrom: '2026-03-02T22:00:00', theirsFrom: '2026-03-02', theirsTo: null },
    }),
    'Personio: from 2 Mar 2026.',
    'Personio: ab 02.03.2026.',
  ],
  [
    'counts in the reader’s form',
    full('entry-too-long', { facts: { hours: 31.25 } }),
    'longer than 24 hours (31.25 h).',
    'länger als 24 Stunden (Anna Muster am 02.03.2026), nämlich 31,25 h.',
  ],
  [
    'names a range of days',
    full('absence-without-days', { until: '2026-03-06' }),
    'Anna Muster from 2 Mar 2026 to 6 Mar 2026',
    'Anna Muster vom 02.03.2026 bis 06.03.2026',
  ],
  [
    'counts what one cause covers',
    full('type-unmapped', { facts: {} }),
    '3 absences wait',
    '3 Abwesenheiten warten',
  ],
  [
    'tells two rows of a repeated hour apart from one that ends before it begins',
    full('dst-ambiguous', { part: 'attendances' }),
    'Two time entries of Anna Muster',
    'Zwei Zeiteinträge überschneiden sich',
  ],
  [
    'about an address that went says that the user keeps the last one',
    full('email-missing', { part: 'employees', facts: {} }),
    'TimeTac keeps the last one.',
    'TimeTac behält die letzte.',
  ],
  [
    'about a new person says that no user was created',
    full('email-missing', { part: 'employees', userId: null, facts: {} }),
    'No TimeTac user was created for Anna Muster',
    'Für Anna Muster wurde kein TimeTac-Benutzer angelegt',
  ],
  [
    'about a bad address of a user says what was passed on',
    full('email-invalid', { part: 'employees' }),
    'everything else is passed on.',
    'alles andere wird weitergegeben.',
  ],
  [
    'about a request that was opened again speaks of an absence',
    full('entry-unapproved'),
    'An absence of Anna Muster on 2 Mar 2026 waits for being granted',
    'Eine Abwesenheit wartet in TimeTac auf Genehmigung',
  ],
  [
    'about hours that wait for approval speaks of entries',
    full('entry-unapproved', { part: 'attendances' }),
    '3 time entries of Anna Muster on 2 Mar 2026 are not yet approved',
    '3 Zeiteinträge sind in TimeTac noch nicht genehmigt',
  ],
  [
    'about a joined attendance speaks of no absence',
    full('adopted-pending', { part: 'attendances' }),
    'The same attendance of Anna Muster',
    'Dieselbe Anwesenheit',
  ],
  [
    'about hours without a begin asks for the time, not for rounding',
    full('fraction-unsupported', { facts: { wants: 'clock', value: 3, unit: 'hours' } }),
    'counts hours (3 hours). Personio needs begin and end on one day',
    'Personio braucht für diese Art Beginn und Ende an einem Tag',
  ],
  [
    'about a missing right says that Tandem was let in',
    full('credentials-refused', {
      facts: { vendor: 'personio', status: 403, endpoint: 'GET /v2/attendance-periods' },
    }),
    'Personio let Tandem in and refused a right (GET /v2/attendance-periods)',
    'Personio hat Tandem eingelassen und ein Recht verweigert',
  ],
  [
    'about a sign-in that was forbidden speaks of credentials',
    full('credentials-refused', {
      facts: { vendor: 'personio', status: 403, endpoint: 'POST /v2/auth/token' },
    }),
    'Personio refused the API credentials',
    'Personio hat die API-Zugangsdaten abgelehnt',
  ],
  [
    'about an account that is not there asks for no credentials',
    full('credentials-refused', { facts: { vendor: 'timetac', status: 404 } }),
    'TimeTac does not know the account',
    'TimeTac kennt das Konto unter dieser Adresse nicht',
  ],
  [
    'about records of a former account blames no setting',
    full('out-of-scope-kept', { facts: { aside: true } }),
    'they belong to an account that is no longer the person’s',
    'wegen eines Kontos, das nicht mehr das der Person ist,',
  ],
  [
    'about hours that are not approved blames no setting',
    full('out-of-scope-kept', { facts: { unapproved: true } }),
    'the hours they come from are not approved in TimeTac',
    'wegen der fehlenden Genehmigung in TimeTac',
  ],
  [
    'about an entitlement that no row maps asks for the mapping',
    full('attribute-missing', { facts: { attribute: 'absence_entitlement', why: 'unmapped' } }),
    'none of them is mapped',
    'keine davon ist einer Art in TimeTac zugeordnet',
  ],
  [
    'lists differences with dates in the reader’s form',
    full('first-link-differences'),
    'entryOn: 1 Jan 2026 → 1 Feb 2026; lastName: Alt → Neu',
    'entryOn: 01.01.2026 → 01.02.2026; lastName: Alt → Neu',
  ],
])('a sentence %s', (_, finding, en, de) => {
  const { message } = renderFinding(finding, anna);
  expect(message.en).toContain(en);
  expect(message.de).toContain(de);
});

it('a person without a known name is called by id, a user by name', () => {
  expect(renderFinding(full('email-missing'), { employeeName: null }).message.en).toContain('employee 3003');
  expect(
    renderFinding(full('email-missing'), { employeeName: null, userName: 'amuster' }).message.de,
  ).toContain('amuster');
});

it('a short absence type is hidden where it stands alone, not inside other words', () => {
  const finding = full('refused-by-personio', {
    type: 'AL',
    facts: { vendorReason: 'Already booked as AL' },
  });
  expect(renderFinding(finding, anna).message.en).toContain('“Already booked as [type]”');
});

it('a reason that brings its own stop ends its sentence', () => {
  const facts = { vendorReason: 'Period too long.' };
  const { message } = renderFinding(full('refused-by-personio', { part: 'attendances', facts }), anna);
  expect(message).toEqual({
    en: 'Personio refused an attendance of Anna Muster on 2 Mar 2026. The answer: “Period too long.”',
    de: 'Personio hat eine Anwesenheit abgelehnt (Anna Muster am 02.03.2026). Die Antwort: „Period too long.“',
  });
});
