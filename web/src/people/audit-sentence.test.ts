import { expect, test } from 'vitest';
import type { AuditEntry } from '../api/types.ts';
import { auditSentence } from './audit-sentence.ts';

const entry = (what: string, details: AuditEntry['details'] = {}): AuditEntry => ({
  seq: 1,
  at: '2026-03-02T08:00:00.000Z',
  who: 'Ada',
  what,
  details,
  hash: '',
});

test.each([
  [entry('integration.on'), 'Hat die Integration eingeschaltet'],
  [
    entry('integration.paused', { parts: ['absences', 'attendances'] }),
    'Hat pausiert: Abwesenheiten, Anwesenheiten',
  ],
  [entry('integration.paused', { parts: [] }), 'Hat alles Pausierte fortgesetzt'],
  [entry('person.role', { person: 'Ada', role: 'viewer' }), 'Hat Ada die Rolle „Nur lesen“ gegeben'],
  [
    entry('person.invited', { email: null, role: 'customer' }),
    'Hat einen Einladungslink erstellt, Rolle: Kunde',
  ],
  [entry('run.asked', { full: false, pilot: 3 }), 'Hat einen Piloten für 3 Personen gestartet'],
  [entry('run.asked', { full: false, pilot: 1 }), 'Hat einen Piloten für eine Person gestartet'],
  [
    entry('run.undone', { runId: 'r1', removed: 1, deactivated: 0 }),
    'Hat den Lauf r1 zurückgenommen (entfernte Einträge: 1, abgeschaltete Konten: 0)',
  ],
  [
    entry('person.changed', { person: 'Ada', operator: false, disabled: true }),
    'Hat das Konto von Ada geändert (Betreuer: Nein, gesperrt: Ja)',
  ],
  [
    entry('credentials.set', { side: 'personio', works: true, endsIn: 'ab12' }),
    'Hat Zugangsdaten von Personio eingetragen (Ende: ab12)',
  ],
  [
    entry('people.linked', { employee: '3003' }),
    'Hat 3003 in Personio mit einem Benutzer in TimeTac verknüpft',
  ],
  [
    entry('month.checked', { month: '2026-03' }),
    'Hat den Monat März 2026 auf beiden Seiten vergleichen lassen',
  ],
  [
    entry('form.printed-in', { fileName: 'Blatt "neu".pdf' }),
    'Hat Werte aus dem ausgefüllten Anforderungsblatt „Blatt "neu".pdf“ (PDF) übernommen',
  ],
  [entry('person.erased'), 'Hat alles gelöscht, was über eine Person gespeichert war'],
  [entry('erased.admitted'), 'Hat zugelassen, dass eine gelöschte Person wieder gelesen wird'],
  [entry('mail.tested'), 'Hat eine Test-E-Mail gesendet'],
  [
    entry('integration.purged', { name: 'Muster GmbH' }),
    'Hat die Integration „Muster GmbH“ mit allem, was sie sich gemerkt hatte, entfernt',
  ],
])('an entry reads as a sentence', (given, sentence) => {
  expect(auditSentence(given, 'de')).toBe(sentence);
});

test.each([
  ['people.linked', 'Linked somebody not known any more with a user in TimeTac'],
  ['people.unlinked', 'Separated somebody not known any more from their user in TimeTac'],
  ['people.new-account', 'Asked for a new account for somebody not known any more'],
])('%s names nobody who is not known any more', (what, sentence) => {
  expect(auditSentence(entry(what, { employee: null }), 'en')).toBe(sentence);
});

test('an entry from earlier still names the person', () => {
  const older = entry('people.unlinked', { personioId: '3003', timetacId: 17 });
  expect(auditSentence(older, 'en')).toBe('Separated Personio’s 3003 from their user in TimeTac');
});

test('an unknown kind is shown as it is', () => {
  expect(auditSentence(entry('moon.landed', { crew: 3 }), 'en')).toBe('moon.landed {"crew":3}');
  expect(auditSentence(entry('constructor'), 'en')).toBe('constructor');
});
