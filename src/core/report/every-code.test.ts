// What a reader must learn from every single sentence: whom or what it is about, where it happened, and where to go next.
// (How sentences are formed, and what never comes through, is asked in render.test.ts.)

import { describe, expect, it } from 'vitest';
import { type Finding, type FindingCode, findingClasses, type Part, parts } from './codes.ts';
import { renderFinding } from './render.ts';

const codes = Object.keys(findingClasses) as FindingCode[];

/** These are about a setting, an account or a whole side: their sentences name that, and no person. */
const aboutNobody: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'default-not-found',
  'setting-not-writable',
  'type-unmapped',
  'second-writer',
  'out-of-scope-kept',
  'credentials-refused',
  'vendor-unreachable',
]);

/** These are about a person, whatever the day. */
const aboutNoDay: ReadonlySet<FindingCode> = new Set<FindingCode>([
  ...aboutNobody,
  'username-exists',
  'username-invalid',
  'email-missing',
  'email-invalid',
  'employee-ambiguous',
  'employee-possible-duplicate',
  'employee-rehired',
  'employee-vanished',
  'user-vanished',
  'employee-two-users',
  'external-id-taken',
  'attribute-missing',
  'first-link-differences',
  'user-without-employee',
  'employee-unlinked',
]);

const someFacts: Finding['facts'] = {
  ours: '2026-03-02 08:00–12:00',
  theirs: '2026-03-02 09:00–13:00',
  vendorReason: 'Not possible',
  attribute: 'Surname',
  setting: 'department',
  name: 'Sales',
  vendor: 'personio',
};

const finding = (code: FindingCode, part: Part, facts: Finding['facts'] = {}): Finding => ({
  code,
  class: findingClasses[code],
  part,
  employeeId: '3003',
  userId: '17',
  on: '2026-03-02',
  until: null,
  covers: ['a'],
  type: null,
  facts,
});

const withAndWithoutFacts = (code: FindingCode): Finding[] =>
  parts.flatMap((part) => [finding(code, part), finding(code, part, someFacts)]);

const anna = { employeeName: 'Anna Muster' };

it.each(codes.filter((code) => !aboutNobody.has(code)))(
  '%s names the person, else their number, in both languages',
  (code) => {
    for (const one of withAndWithoutFacts(code)) {
      const known = renderFinding(one, anna).message;
      const unknown = renderFinding(one, { employeeName: null }).message;
      for (const language of ['en', 'de'] as const) {
        expect(known[language]).toContain('Anna Muster');
        expect(unknown[language]).toContain('3003');
      }
    }
  },
);

it.each(codes.filter((code) => !aboutNoDay.has(code)))('%s names the day, in the reader’s form', (code) => {
  for (const part of parts) {
    const { message } = renderFinding(finding(code, part), anna);
    expect(message.en).toContain('2 Mar 2026');
    expect(message.de).toContain('02.03.2026');
  }
});

describe.each(codes)('%s', (code) => {
  const rendered = withAndWithoutFacts(code).map((one) => renderFinding(one, anna));

  it('says where: in Personio, in TimeTac or in Tandem', () => {
    for (const { message, action } of rendered)
      for (const language of ['en', 'de'] as const)
        expect(`${message[language]} ${action[language]}`).toMatch(/Personio|TimeTac|Tandem/u);
  });

  it('sends the reader to a place, or says that nothing is to be done', () => {
    for (const { action } of rendered) {
      expect(action.en).toMatch(/Personio|TimeTac|Tandem|payroll|[Nn]othing is to be done/u);
      expect(action.de).toMatch(/Personio|TimeTac|Tandem|Abrechnung|nichts zu tun/u);
    }
  });

  it('asks in German as one asks a grown-up', () => {
    for (const { action } of rendered) {
      expect(action.de).toMatch(/\p{Ll}n Sie\b|nichts zu tun|von selbst/u);
      expect(action.de).not.toMatch(/\b(?:du|dein\w*|bitte)\b/iu);
    }
  });
});

it.each<[FindingCode, RegExp, RegExp]>([
  ['default-not-found', /department “Sales”/u, /Abteilung „Sales“/u],
  ['setting-not-writable', /department/u, /Abteilung/u],
  ['credentials-refused', /^Personio refused/u, /^Personio hat/u],
  ['vendor-unreachable', /^Personio could not be reached/u, /^Personio war nicht erreichbar/u],
  ['type-unmapped', /absence/u, /Abwesenheit/u],
  ['second-writer', /In Personio/u, /In Personio/u],
  ['out-of-scope-kept', /in Personio/u, /in Personio/u],
])('%s names what it is about, as no person is concerned', (code, en, de) => {
  const about = { ...finding(code, 'employees', someFacts), employeeId: null, userId: null };
  const { message } = renderFinding(about, { employeeName: null });
  expect(message.en).toMatch(en);
  expect(message.de).toMatch(de);
});
