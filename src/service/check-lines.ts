// What a check says: its lines, and how one thing is asked of a vendor.

import type { Bilingual } from '../core/report/run-report.ts';
import { type Side, asVendorTrouble } from '../engine/ports.ts';

/** ok · hint (exit 0) · optional (exit 1) · name (a name of the form not found, exit 2) · access (exit 3). */
export type CheckClass = 'ok' | 'hint' | 'optional' | 'name' | 'access';

export interface CheckLine {
  readonly class: CheckClass;
  readonly side: Side;
  readonly about: string;
  readonly message: Bilingual;
  readonly action: Bilingual | null;
}

export function nameLine(side: Side, about: string, name: string, ambiguous: boolean): CheckLine {
  const vendor = side === 'timetac' ? 'TimeTac' : 'Personio';
  return line(
    'name',
    side,
    about,
    ambiguous
      ? {
          en: `“${name}” exists more than once in ${vendor}.`,
          de: `„${name}“ gibt es in ${vendor} mehrfach.`,
        }
      : { en: `“${name}” was not found in ${vendor}.`, de: `„${name}“ wurde in ${vendor} nicht gefunden.` },
    {
      en: `Write the name under ${about} as it stands in ${vendor}, or create it there.`,
      de: `Den Namen unter ${about} so schreiben, wie er in ${vendor} steht, oder ihn dort anlegen.`,
    },
  );
}

/** Asks one thing of a vendor. null: it may not be asked, and a line says so. */
export async function probe<T>(
  side: Side,
  about: string,
  right: string,
  lines: CheckLine[],
  ask: () => Promise<T>,
): Promise<T | null> {
  try {
    const answer = await ask();
    lines.push(line('ok', side, about, { en: `${right}: allowed`, de: `${right}: erlaubt` }));
    return answer;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    const vendor = side === 'timetac' ? 'TimeTac' : 'Personio';
    const said = trouble.reason === null ? '' : ` (${trouble.reason})`;
    const refused = trouble.kind === 'access' || trouble.kind === 'refused';
    lines.push(
      line(
        'access',
        side,
        about,
        refused
          ? {
              en: `${vendor} refused access: ${right}${said}.`,
              de: `${vendor} hat den Zugriff verweigert: ${right}${said}.`,
            }
          : {
              en: `${vendor} could not be reached or understood: ${right}${said}.`,
              de: `${vendor} war nicht erreichbar oder nicht zu verstehen: ${right}${said}.`,
            },
        refused ? accessAdvice[side] : reachAdvice,
      ),
    );
    return null;
  }
}

/** What the vendor shows; null where it does not, which is no mistake. */
export async function ifShown<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (asVendorTrouble(error) === null) throw error;
    return null;
  }
}

const accessAdvice: Readonly<Record<Side, Bilingual>> = {
  personio: {
    en: 'In Personio under Settings → API credentials, check client ID, secret and the rights (Employee: read; Attendances and Absences: read and write). New credentials make the old ones invalid.',
    de: 'In Personio unter Einstellungen → API-Zugangsdaten Client-ID, Secret und Rechte prüfen (Mitarbeiter: lesen; Anwesenheiten und Abwesenheiten: lesen und schreiben). Neue Zugangsdaten machen die alten ungültig.',
  },
  timetac: {
    en: 'In TimeTac under Settings → API credentials, check account name, client ID, secret and their expiry date.',
    de: 'In TimeTac unter Einstellungen → API-Zugangsdaten Kontoname, Client-ID, Secret und deren Ablaufdatum prüfen.',
  },
};

const reachAdvice: Bilingual = {
  en: 'Check the address in the configuration and the network, then try again.',
  de: 'Adresse in der Konfiguration und Netzwerk prüfen, dann erneut versuchen.',
};

export function line(
  kind: CheckClass,
  side: Side,
  about: string,
  message: Bilingual,
  action: Bilingual | null = null,
): CheckLine {
  return { class: kind, side, about, message, action };
}
