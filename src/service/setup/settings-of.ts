// From the form and its sealed credentials to settings: whole ones for a run, or as far as they go for a look at the
// vendors while the form is being filled in.

import { defaultAddresses } from '../../core/settings/addresses.ts';
import { settingsFromTree, type Mistake } from '../../core/settings/document.ts';
import { withValue } from '../../core/settings/form-paths.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Branch } from '../../core/settings/tree.ts';
import { isBranch } from '../../core/settings/tree.ts';
import { hashOf } from '../../core/sync/fingerprint.ts';
import type { Side } from '../../engine/ports.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { CredentialPlace, Setup, StoredCredential } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { withMemoryOf } from './identity.ts';

export interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
}

type Asking = Pick<Setup, 'id' | 'form'>;

/**
 * The credentials that are kept for the address that the form names; null where there are none. Those of another address
 * stay sealed: whoever may change an address may not have its secrets sent there.
 */
export async function credentialOf(
  desk: FrontDesk,
  { id, form }: Asking,
  side: Side,
): Promise<StoredCredential | null> {
  const stored = await desk.office.credential(id, side);
  return stored?.origin === originOf(form, side) ? stored : null;
}

export const credentialsOf = (desk: FrontDesk, setup: Asking): Promise<OfBoth<StoredCredential | null>> =>
  ofBoth((side) => credentialOf(desk, setup, side));

export async function keysOf(desk: FrontDesk, setup: Asking, side: Side): Promise<Keys | null> {
  const stored = await credentialOf(desk, setup, side);
  if (stored === null) return null;
  return JSON.parse(await desk.vault.open(setup.id, placeOf(side, stored.origin), stored.sealed)) as Keys;
}

/** Where there are none, what opens nothing stands for them. */
export const keysOrNone = (desk: FrontDesk, setup: Asking): Promise<OfBoth<Keys>> =>
  ofBoth(async (side) => (await keysOf(desk, setup, side)) ?? noKeys);

type OfBoth<T> = Readonly<Record<Side, T>>;
const ofBoth = async <T>(of: (side: Side) => Promise<T>): Promise<OfBoth<T>> => ({
  personio: await of('personio'),
  timetac: await of('timetac'),
});

/** Sealed for one integration, one vendor and one address, and for nothing else. */
export async function sealedFor(
  desk: FrontDesk,
  { id, form }: Asking,
  side: Side,
  keys: Partial<Keys>,
): Promise<Pick<StoredCredential, 'setupId' | 'side' | 'origin' | 'sealed' | 'endsIn'>> {
  const origin = originOf(form, side);
  const sealed = await desk.vault.seal(id, placeOf(side, origin), JSON.stringify(keys));
  return { setupId: id, side, origin, sealed, endsIn: (keys.clientId ?? '').slice(-4) };
}

const placeOf = (side: Side, origin: string): string => `credential ${side} ${origin}`;

/** Scheme, host and port of the vendor, as the form has them. */
export function originOf(form: Branch, side: Side): string {
  const section = form[side];
  const address = (isBranch(section) ? section['baseUrl'] : undefined) ?? defaultAddresses[side];
  if (typeof address !== 'string') return '';
  return URL.canParse(address.trim()) ? new URL(address.trim()).origin : address.trim();
}

/** Everything wrong with a form, credentials apart. */
export function mistakesOf(desk: FrontDesk, setup: Setup): readonly Mistake[] {
  const parsed = parse(desk, setup.form, { personio: noKeys, timetac: noKeys });
  return parsed.ok ? [] : parsed.mistakes;
}

/** @throws Problem where the form is not complete or credentials are missing */
export async function settingsOf(desk: FrontDesk, setup: Setup): Promise<Settings> {
  const file = desk.files.get(setup.id);
  if (file !== undefined) return file;
  const { personio, timetac } = await ofBoth((side) => keysOf(desk, setup, side));
  if (personio === null || timetac === null) throw new Problem('credentials-missing');
  const parsed = parse(desk, setup.form, { personio, timetac });
  if (!parsed.ok) throw new Problem('form-has-mistakes', { fields: parsed.mistakes });
  return withMemoryOf(desk, setup, parsed.settings);
}

/**
 * What a run goes by: while somebody is in the middle of a change that has mistakes, the form as it was before.
 * @throws Problem
 */
export const runSettingsOf = (desk: FrontDesk, setup: Setup): Promise<Settings> =>
  settingsOf(desk, { ...setup, form: runFormOf(desk, setup) ?? setup.form });

/** The same; null where nothing can run by them, which the form says where it is filled in. */
export async function runSettingsOrNull(desk: FrontDesk, setup: Setup): Promise<Settings | null> {
  try {
    return await runSettingsOf(desk, setup);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** What a run goes by, credentials apart: for what asks no vendor. null: nothing can run. */
export function formSettingsOrNull(desk: FrontDesk, setup: Setup): Settings | null {
  const file = desk.files.get(setup.id);
  // A file that is not here is another process's business.
  if (file !== undefined || setup.origin === 'file') return file ?? null;
  const found = runnable(desk, setup);
  return found === null ? null : withMemoryOf(desk, setup, found.settings);
}

function runnable(
  desk: FrontDesk,
  { form, completeForm }: Pick<Setup, 'form' | 'completeForm'>,
): { readonly form: Branch; readonly settings: Settings } | null {
  for (const one of completeForm === null ? [form] : [form, completeForm]) {
    const parsed = parse(desk, one, { personio: noKeys, timetac: noKeys });
    if (parsed.ok) return { form: one, settings: parsed.settings };
  }
  return null;
}

/** Judging a form takes a millisecond or two, and an overview has hundreds of them. */
const judgedForms = new WeakMap<
  FrontDesk,
  Map<string, { readonly hash: string; readonly form: Branch | null }>
>();

/** The form that runs go by; null where none is without mistakes. */
function runFormOf(desk: FrontDesk, setup: Setup): Branch | null {
  const judge = (): Branch | null => runnable(desk, setup)?.form ?? null;
  // Whose addresses a sandbox has is another matter tomorrow.
  if (setup.origin === 'sandbox') return judge();
  const known = judgedForms.get(desk) ?? new Map<string, { hash: string; form: Branch | null }>();
  judgedForms.set(desk, known);
  const hash = hashOf([setup.form, setup.completeForm]);
  const before = known.get(setup.id);
  if (before?.hash === hash) return before.form;
  const form = judge();
  known.set(setup.id, { hash, form });
  return form;
}

/** Why nothing can run. */
export type Standstill = 'form-has-mistakes' | 'credentials-missing';

/**
 * null: it can run.
 * @param places for which this integration keeps credentials
 */
export function standstillOf(
  desk: FrontDesk,
  setup: Setup,
  places: readonly Pick<CredentialPlace, 'side' | 'origin'>[],
): Standstill | null {
  // A file that is not here is another process's business.
  if (setup.origin === 'file') return null;
  const form = runFormOf(desk, setup);
  if (form === null) return 'form-has-mistakes';
  const hasKeys = (side: Side): boolean =>
    places.some((place) => place.side === side && place.origin === originOf(form, side));
  return hasKeys('personio') && hasKeys('timetac') ? null : 'credentials-missing';
}

/** Settings with every part that has mistakes switched off: enough to ask the vendors. */
export async function draftSettingsOf(desk: FrontDesk, setup: Setup): Promise<Settings> {
  const file = desk.files.get(setup.id);
  if (file !== undefined) return file;
  return withMemoryOf(desk, setup, draftOf(desk, setup.form, await keysOrNone(desk, setup)));
}

/**
 * What pages about runs, issues and people go by: what a run goes by. Somebody in the middle of a change that has mistakes
 * locks nobody out of what is remembered.
 */
export const pageSettingsOf = (desk: FrontDesk, setup: Setup): Promise<Settings> =>
  // Before it has begun its account may still change, and what is remembered with it.
  draftSettingsOf(
    desk,
    setup.begunAt === null ? setup : { ...setup, form: runFormOf(desk, setup) ?? setup.form },
  );

/**
 * The form as far as it goes, with other credentials than those that are kept.
 * @param sides whose addresses have to be right: the other side may not be filled in yet
 * @throws Problem where they are not
 */
export function draftOf(
  desk: FrontDesk,
  given: Branch,
  keys: Readonly<Record<Side, Keys>>,
  sides: readonly Side[] = ['personio', 'timetac'],
): Settings {
  const whole = parse(desk, given, keys);
  if (whole.ok) return whole.settings;
  // When credentials end is another matter than where they are asked for.
  if (whole.mistakes.some(({ path }) => path === expiryPath))
    return draftOf(desk, withValue(given, expiryPath, null), keys, sides);
  const isUnasked = (side: Side): boolean =>
    !sides.includes(side) && whole.mistakes.some(({ path }) => path.startsWith(side));
  const form: Branch = {
    ...given,
    ...(isUnasked('personio') ? { personio: {} } : {}),
    ...(isUnasked('timetac') ? { timetac: { account: 'unasked' } } : {}),
  };
  const first = parse(desk, form, keys);
  if (first.ok) return first.settings;
  const wrong = new Set(first.mistakes.map(({ path }) => path.split(/[.[]/)[0] ?? ''));
  const addresses = first.mistakes.filter(({ path }) => /^(personio|timetac)\b/.test(path));
  if (addresses.length > 0) throw new Problem('form-has-mistakes', { fields: addresses });
  const kept = Object.fromEntries(Object.entries(form).filter(([section]) => !wrong.has(section)));
  const second = parse(desk, { ...kept, ...(isBranch(kept['users']) ? {} : { users: nobodyYet }) }, keys);
  if (second.ok) return second.settings;
  throw new Problem('form-has-mistakes', { fields: second.mistakes });
}

const expiryPath = 'timetac.credentialsExpireOn';

/** Stands in for defaults that nobody chose yet; nothing is written with it. */
const nobodyYet: Branch = {
  enabled: true,
  defaults: {
    department: '-',
    workingTimeModel: '-',
    holidayCalendar: '-',
    modules: ['employee-time-tracking'],
  },
};

/** Stands in for credentials that nobody entered yet; opens nothing. */
export const noKeys: Keys = { clientId: '-', clientSecret: '-' };

function parse(desk: FrontDesk, form: Branch, keys: Readonly<Record<Side, Keys>>) {
  const withKeys = (side: Side): Branch => ({
    ...(isBranch(form[side]) ? form[side] : {}),
    clientId: keys[side].clientId,
    clientSecret: keys[side].clientSecret,
  });
  const document = { ...form, version: 1, personio: withKeys('personio'), timetac: withKeys('timetac') };
  return settingsFromTree(document, {
    fileName: 'form',
    // Variables of the server are nobody's business here.
    environment: {},
    allowPrivateHosts: desk.installation.allowPrivateHosts || addressesAreOurs(desk, form),
    vendorHosts: desk.installation.vendorHosts,
  });
}

function addressesAreOurs(desk: FrontDesk, form: Branch): boolean {
  return (['personio', 'timetac'] as const).every((side) => {
    const section = form[side];
    const address = isBranch(section) ? section['baseUrl'] : undefined;
    return typeof address !== 'string' || desk.sandbox.isOurs(address);
  });
}
