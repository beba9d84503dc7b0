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
  [
    entry('credentials.set', { side: 'personio', works: true, endsIn: 'ab12' }),
    'Hat Zugangsdaten von Personio eingetragen (Ende: ab12)',
  ],
])('an entry reads as a sentence', (given, sentence) => {
  expect(auditSentence(given, 'de')).toBe(sentence);
});

test('an unknown kind is shown as it is', () => {
  expect(auditSentence(entry('moon.landed', { crew: 3 }), 'en')).toBe('moon.landed {"crew":3}');
  expect(auditSentence(entry('constructor'), 'en')).toBe('constructor');
});
