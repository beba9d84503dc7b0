// What Personio or TimeTac refused, in their own words (rules 2.10, 4.5).

import { isMissingRight } from '../access.ts';
import type { Part } from '../codes.ts';
import type { Telling } from '../telling.ts';
import { steps } from '../words.ts';
import type { SentenceTable } from './table.ts';

export const vendorSentences: SentenceTable<
  'refused-by-personio' | 'refused-by-timetac' | 'credentials-refused' | 'vendor-unreachable'
> = {
  'refused-by-personio': {
    title: { en: 'Refused by Personio', de: 'Von Personio abgelehnt' },
    en: (t) => refusedEn(t, 'Personio'),
    de: (t) => refusedDe(t, 'Personio'),
  },
  'refused-by-timetac': {
    title: { en: 'Refused by TimeTac', de: 'Von TimeTac abgelehnt' },
    en: (t) => refusedEn(t, 'TimeTac'),
    de: (t) => refusedDe(t, 'TimeTac'),
  },
  'credentials-refused': {
    title: { en: 'Credentials refused', de: 'Zugangsdaten abgelehnt' },
    en: (t) => refusedAccess[accessOf(t)].en(t),
    de: (t) => refusedAccess[accessOf(t)].de(t),
  },
  'vendor-unreachable': {
    title: { en: 'Vendor not reachable', de: 'Anbieter nicht erreichbar' },
    en: (t) => [
      `${vendorName(t, 'Personio or TimeTac')} could not be reached or gave no usable answer; what depends on it was not synchronised${reasonEn(t)}.`,
      'Nothing is to be done at first: the next run tries again. If this stays, check address and account in the settings and the vendor’s status page.',
    ],
    de: (t) => [
      `${vendorName(t, 'Personio oder TimeTac')} war nicht erreichbar oder gab keine brauchbare Antwort; was davon abhängt, wurde nicht abgeglichen${reasonDe(t)}.`,
      'Zunächst ist nichts zu tun: Der nächste Lauf versucht es wieder. Bleibt die Meldung, prüfen Sie Adresse und Konto in den Einstellungen und die Statusseite des Anbieters.',
    ],
  },
};

type Refusal = Telling<'refused-by-personio'> | Telling<'refused-by-timetac'>;
interface Answered {
  fact(name: 'vendorReason' | 'code' | 'traceId', before?: string, after?: string): string;
}

const record = {
  en: { employees: 'the user', absences: 'an absence', attendances: 'an attendance' },
  de: { employees: 'des Benutzers', absences: 'einer Abwesenheit', attendances: 'einer Anwesenheit' },
} as const satisfies Record<'en' | 'de', Record<Part, string>>;
const alone = {
  employees: 'den Benutzer',
  absences: 'eine Abwesenheit',
  attendances: 'eine Anwesenheit',
} as const satisfies Record<Part, string>;

/** Refused to whom or what: a deletion that was refused leaves something standing, a new record does not. */
function whatEn(t: Refusal): string {
  switch (t.fact('write')) {
    case 'delete':
      return `to remove ${record.en[t.part]}`;
    case 'update':
      return `to change ${record.en[t.part]}`;
    case 'welcome':
      return 'to send the welcome mail';
    default:
      return record.en[t.part];
  }
}

function whatDe(t: Refusal): string {
  switch (t.fact('write')) {
    case 'delete':
      return `das Löschen ${record.de[t.part]}`;
    case 'update':
      return `die Änderung ${record.de[t.part]}`;
    case 'welcome':
      return 'die Willkommens-E-Mail';
    default:
      return alone[t.part];
  }
}

const refusedEn = (t: Refusal, vendor: string): readonly [string, string] => [
  `${vendor} refused ${whatEn(t)} of ${t.who}${t.when}${t.period('ours', ' (', ')')}${reasonEn(t)}.`,
  `Remove the reason in TimeTac or Personio; ${steps.en.retry}. It is not sent again unchanged by itself. ${vendor}’s support can look up the trace ID, where there is one.`,
];

const refusedDe = (t: Refusal, vendor: string): readonly [string, string] => [
  `${vendor} hat ${whatDe(t)} abgelehnt (${t.who}${t.when})${t.period('ours', ': ')}${reasonDe(t)}.`,
  `Beheben Sie die Ursache in TimeTac oder Personio; ${steps.de.retry}. Unverändert wird nicht von selbst noch einmal übertragen. Der Support von ${vendor} kann die Trace-ID nachschlagen, wo es eine gibt.`,
];

const reasonEn = (t: Answered): string =>
  `${t.fact('vendorReason', '. The answer: “', '”')}${t.fact('code', ' [', ']')}${t.fact('traceId', ' (trace ID ', ')')}`;

const reasonDe = (t: Answered): string =>
  `${t.fact('vendorReason', '. Die Antwort: „', '“')}${t.fact('code', ' [', ']')}${t.fact('traceId', ' (Trace-ID ', ')')}`;

function vendorName(t: Telling<'credentials-refused' | 'vendor-unreachable'>, either: string): string {
  const vendor = t.fact('vendor').toLowerCase();
  return vendor === 'personio' ? 'Personio' : vendor === 'timetac' ? 'TimeTac' : either;
}

type Access = Telling<'credentials-refused'>;

/** What is amiss: everything else than these two is told as refused credentials. */
function accessOf(t: Access): 'right' | 'account' | 'credentials' {
  const [status, endpoint] = [t.fact('status'), t.fact('endpoint')];
  if (isMissingRight({ status, endpoint })) return 'right';
  switch (status) {
    case '404':
    case '410':
      return 'account';
    default:
      return 'credentials';
  }
}

const refusedAccess: Readonly<
  Record<ReturnType<typeof accessOf>, Record<'en' | 'de', (t: Access) => readonly [string, string]>>
> = {
  credentials: {
    en: (t) => [
      `${vendorName(t, 'Personio or TimeTac')} refused the API credentials, so the run ended${reasonEn(t)}.`,
      `${credentialPlace(t).en} Enter new credentials ${steps.en.settings}, or where the configuration file takes them from. New credentials in Personio make the old ones invalid.`,
    ],
    de: (t) => [
      `${vendorName(t, 'Personio oder TimeTac')} hat die API-Zugangsdaten abgelehnt, der Lauf wurde daher beendet${reasonDe(t)}.`,
      `${credentialPlace(t).de} Tragen Sie neue Zugangsdaten ${steps.de.settings} ein oder dort, woher die Konfigurationsdatei sie nimmt. Neue Zugangsdaten in Personio machen die alten ungültig.`,
    ],
  },
  right: {
    en: (t) => [
      `${vendorName(t, 'Personio or TimeTac')} let Tandem in and refused a right${t.fact('endpoint', ' (', ')')}; what needs it was not synchronised${reasonEn(t)}.`,
      `${credentialPlace(t).en} Give the right to the credentials that are in use; new ones are not needed, and the next run makes up for everything.`,
    ],
    de: (t) => [
      `${vendorName(t, 'Personio oder TimeTac')} hat Tandem eingelassen und ein Recht verweigert${t.fact('endpoint', ' (', ')')}; was es braucht, wurde nicht abgeglichen${reasonDe(t)}.`,
      `${credentialPlace(t).de} Erteilen Sie das Recht den benutzten Zugangsdaten; neue sind nicht nötig, und der nächste Lauf holt alles nach.`,
    ],
  },
  account: {
    en: (t) => [
      `${vendorName(t, 'Personio or TimeTac')} does not know the account at this address, so nothing of it was synchronised${reasonEn(t)}.`,
      `Check the account’s name and address ${steps.en.settings}. New credentials are not needed for that.`,
    ],
    de: (t) => [
      `${vendorName(t, 'Personio oder TimeTac')} kennt das Konto unter dieser Adresse nicht, daher wurde nichts davon abgeglichen${reasonDe(t)}.`,
      `Prüfen Sie Namen und Adresse des Kontos ${steps.de.settings}. Neue Zugangsdaten braucht es dafür nicht.`,
    ],
  },
};

/** Where credentials are made: Personio reference, section 1.4; TimeTac reference, section 1.1. */
function credentialPlace(t: Telling<'credentials-refused'>): { readonly en: string; readonly de: string } {
  const personio = {
    en: 'In Personio, check Settings → Integrations → API credentials: read for employees, read and write for attendances and absences.',
    de: 'Prüfen Sie in Personio Einstellungen → Integrationen → API-Zugangsdaten: Lesen für Mitarbeiter, Lesen und Schreiben für Anwesenheiten und Abwesenheiten.',
  };
  const timetac = {
    en: 'In TimeTac, check Settings → User Settings → API Credentials (new interface: Company → API keys), also the end date.',
    de: 'Prüfen Sie in TimeTac Einstellungen → Benutzereinstellungen → API-Zugangsdaten (neue Oberfläche: Unternehmen → API-Schlüssel), auch das Ablaufdatum.',
  };
  switch (t.fact('vendor').toLowerCase()) {
    case 'personio':
      return personio;
    case 'timetac':
      return timetac;
    default:
      return { en: `${personio.en} ${timetac.en}`, de: `${personio.de} ${timetac.de}` };
  }
}
