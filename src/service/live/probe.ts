// Step 1: are there such accounts behind these addresses? Asked without credentials; with them also which modules are
// switched on.

import { withoutTrailingSlashes } from '../../core/settings/addresses.ts';
import { isForeignHost } from '../../core/settings/hosts.ts';
import { said, type Said } from '../../core/settings/mistake.ts';
import { asVendorTrouble } from '../../engine/ports.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { readSetup } from '../setup/change.ts';
import { draftOf, keysOf, noKeys } from '../setup/settings-of.ts';

export interface Probe {
  readonly state: 'ok' | 'wrong' | 'unreachable' | 'unasked';
  readonly message: Said;
  readonly hint: Said | null;
}

export interface Addresses {
  readonly personio: { readonly baseUrl: string };
  readonly timetac: {
    readonly baseUrl: string;
    readonly account: string;
    readonly apiVersion: 3 | 4 | 5;
    readonly pathPrefix: string;
  };
}

export interface Probed {
  readonly personio: Probe;
  readonly timetac: Probe & {
    readonly pathPrefix: string | null;
    readonly modules: readonly string[] | null;
  };
}

export async function probeAccounts(desk: FrontDesk, setupId: string, typed: Addresses): Promise<Probed> {
  const setup = await readSetup(desk, setupId);
  const [personio, timetac] = await Promise.all([probePersonio(desk, typed), probeTimetac(desk, typed)]);
  const modules =
    timetac.state === 'ok'
      ? await modulesOf(desk, { id: setupId, form: { ...setup.form, timetac: { ...typed.timetac } } })
      : null;
  return { personio, timetac: { ...timetac, modules } };
}

/** Without a token every path answers 401 or 403 in Personio's own JSON (personio.md 1.3). */
async function probePersonio(desk: FrontDesk, { personio }: Addresses): Promise<Probe> {
  const address = addressIn(desk, personio.baseUrl);
  if (address === null) return notAnAddress;
  const answer = await asked(desk, `${address}/v2/persons?limit=1`);
  if (answer === null) return unreachable('Personio');
  const isTheirs = [400, 401, 403].includes(answer.status) && isJson(answer.text);
  return isTheirs ? reached('Personio') : somethingElse('Personio', answer.status);
}

/** `serverCommunication` needs no token, and an unknown account answers 404 (timetac.md 1.2, 1.3). */
async function probeTimetac(
  desk: FrontDesk,
  { timetac }: Addresses,
): Promise<Probe & { readonly pathPrefix: string | null }> {
  const address = addressIn(desk, timetac.baseUrl);
  if (address === null) return { ...notAnAddress, pathPrefix: null };
  const account = timetac.account.trim();
  if (account === '') return { ...noAccountYet, pathPrefix: null };
  if (!/^[A-Za-z0-9_-]+$/.test(account)) return { ...oddAccount, pathPrefix: null };
  const ask = (prefix: string) =>
    asked(desk, `${address}/${account}/${prefix}v${timetac.apiVersion}/serverCommunication/read/`);
  const first = timetac.pathPrefix;
  const answers = [{ prefix: first, answer: await ask(first) }];
  if (answers[0]?.answer === null) return { ...unreachable('TimeTac'), pathPrefix: null };
  if (!isEnvelope(answers[0]?.answer ?? null)) {
    const other = first === '' ? 'userapi/' : '';
    answers.push({ prefix: other, answer: await ask(other) });
  }
  const found = answers.find(({ answer }) => isEnvelope(answer));
  if (found !== undefined) return { ...reached('TimeTac'), pathPrefix: found.prefix };
  const told = answers.find(({ answer }) => /account not found/i.test(answer?.text ?? ''));
  if (told !== undefined) return { ...noSuchAccount(account), pathPrefix: null };
  const gone = answers.some(({ answer }) => answer?.status === 410);
  return {
    ...(gone ? droppedVersion : somethingElse('TimeTac', answers[0]?.answer?.status ?? null)),
    pathPrefix: null,
  };
}

async function modulesOf(
  desk: FrontDesk,
  asked: Pick<Setup, 'id' | 'form'>,
): Promise<readonly string[] | null> {
  const timetac = await keysOf(desk, asked, 'timetac');
  if (timetac === null) return null;
  try {
    const settings = draftOf(desk, asked.form, { personio: noKeys, timetac });
    const doors = desk.home.openDoors(settings);
    try {
      return await doors.time.readModules();
    } finally {
      await doors.close();
    }
  } catch (error) {
    // Which modules there are is a nicety here; rights and reachability are told in step 2.
    if (asVendorTrouble(error) === null && !(error instanceof Error && error.name === 'Problem')) throw error;
    return null;
  }
}

/** null where it is no https address of a vendor. */
function addressIn(desk: FrontDesk, text: string): string | null {
  const address = withoutTrailingSlashes(text.trim());
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null;
  const mayBePlain = desk.installation.allowPrivateHosts || desk.sandbox.isOurs(address);
  if (isForeignHost(hostname, desk.installation.vendorHosts)) return null;
  return protocol === 'https:' || (protocol === 'http:' && mayBePlain) ? address : null;
}

async function asked(desk: FrontDesk, url: string): Promise<{ status: number; text: string } | null> {
  return desk.probes.ask(url).catch(() => null);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function isEnvelope(answer: { readonly status: number; readonly text: string } | null): boolean {
  if (answer === null || answer.status >= 500) return false;
  return isJson(answer.text) && /"Success"|"unauthorized_client"|"Host"/.test(answer.text);
}

const told = (state: Probe['state'], message: Said, hint: Said | null = null): Probe => ({
  state,
  message,
  hint,
});
const reached = (vendor: string): Probe =>
  told('ok', said(`${vendor} answers there.`, `${vendor} antwortet dort.`));
const unreachable = (vendor: string): Probe =>
  told(
    'unreachable',
    said(
      `Nobody answers at this address of ${vendor} right now.`,
      `Unter dieser Adresse von ${vendor} antwortet gerade niemand.`,
    ),
    said(
      'Check the spelling. If it is right, the service may be down for a moment; what you typed is saved.',
      'Prüfen Sie die Schreibweise. Stimmt sie, ist der Dienst vielleicht kurz nicht erreichbar; Ihre Eingabe ist gespeichert.',
    ),
  );
const somethingElse = (vendor: string, status: number | null): Probe =>
  told(
    'wrong',
    said(
      `What answers there does not look like the API of ${vendor}${status === null ? '' : ` (HTTP ${status})`}.`,
      `Was dort antwortet, sieht nicht nach der Schnittstelle von ${vendor} aus${status === null ? '' : ` (HTTP ${status})`}.`,
    ),
    said(
      vendor === 'Personio'
        ? 'Usually the address is https://api.personio.de.'
        : 'Usually the address is https://api.timetac.com.',
      vendor === 'Personio'
        ? 'Meist ist die Adresse https://api.personio.de.'
        : 'Meist ist die Adresse https://api.timetac.com.',
    ),
  );
const notAnAddress = told(
  'wrong',
  said('This is no address that can be asked.', 'Das ist keine Adresse, die gefragt werden kann.'),
  said(
    'It begins with https:// and ends after a host of the vendor.',
    'Sie beginnt mit https:// und endet nach einem Rechnernamen des Anbieters.',
  ),
);
const noAccountYet = told(
  'unasked',
  said('The name of the account is missing.', 'Der Name des Accounts fehlt.'),
);
const oddAccount = told(
  'wrong',
  said(
    'Account names consist of letters, digits, - and _.',
    'Account-Namen bestehen aus Buchstaben, Ziffern, - und _.',
  ),
  said(
    'It is the part of the web address after go.timetac.com/.',
    'Es ist der Teil der Webadresse nach go.timetac.com/.',
  ),
);
const noSuchAccount = (account: string): Probe =>
  told(
    'wrong',
    said(`TimeTac knows no account “${account}”.`, `TimeTac kennt keinen Account „${account}“.`),
    said(
      'It is the part of the web address after go.timetac.com/.',
      'Es ist der Teil der Webadresse nach go.timetac.com/.',
    ),
  );
const droppedVersion = told(
  'wrong',
  said(
    'TimeTac no longer offers this version of its API.',
    'TimeTac bietet diese Version der Schnittstelle nicht mehr an.',
  ),
  said('Choose a newer version.', 'Wählen Sie eine neuere Version.'),
);
