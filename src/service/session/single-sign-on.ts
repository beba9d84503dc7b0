// Signing in at the company's own provider. Who has an account here comes in the first time by the address that the
// provider vouches for, and from then on as the person that the provider knows: an address may be given to somebody else.
// Nobody gets an account by it.

import type { FrontDesk, Vouched } from '../front-desk.ts';
import type { Person, ProviderIdentity } from '../office/office.ts';
import { house } from '../office/vault.ts';
import { Problem } from '../problem.ts';
import { foldedEmail } from './secrets.ts';
import { type OpenedSession, openSession } from './sessions.ts';
import { noteRefusal, signedInNote } from './sign-in.ts';

const place = 'single sign-on';
const longestMs = 10 * 60_000;

interface Journey {
  readonly memory: string;
  readonly next: string;
  readonly beganAt: number;
}

export async function beginSingleSignOn(
  desk: FrontDesk,
  next: string,
): Promise<{ readonly url: string; readonly journey: string | null }> {
  if (desk.singleSignOn === null) throw new Problem('not-found');
  const begun = await desk.singleSignOn.begin().catch(() => null);
  if (begun === null) return { url: failedUrl, journey: null };
  const { url, memory } = begun;
  const journey: Journey = { memory, next: localPath(next), beganAt: desk.now() };
  return { url, journey: await desk.vault.seal(house, place, JSON.stringify(journey)) };
}

/** Leads back to the sign-in page where it came to nothing: the provider's words are not for this address line. */
export async function endSingleSignOn(
  desk: FrontDesk,
  askedAt: URL,
  sealed: string | null,
  address: string,
): Promise<{ readonly opened: OpenedSession | null; readonly next: string }> {
  if (desk.singleSignOn === null) throw new Problem('not-found');
  const journey = await openJourney(desk, sealed);
  const failed = { opened: null, next: failedUrl };
  if (journey === null || desk.now() - journey.beganAt > longestMs) return failed;
  const vouched = await desk.singleSignOn.finish(askedAt, journey.memory).catch(() => null);
  const person = vouched === null ? null : await personOf(desk, vouched, address);
  if (person === null || person.disabledAt !== null) return failed;
  const opened = await openSession(desk, person, address, signedInNote(desk, person, address));
  return { opened, next: journey.next };
}

async function personOf(
  desk: FrontDesk,
  { identity, email }: Vouched,
  address: string,
): Promise<Person | null> {
  const known = (await desk.office.people()).find(({ atProvider }) => isSame(atProvider, identity));
  if (known !== undefined) return known;
  const person = email === null ? null : await desk.office.personByEmail(foldedEmail(email));
  if (person === null || person.disabledAt !== null) return null;
  let isTheirs = false;
  await desk.office.changePerson(person.id, (now) => {
    isTheirs = now.atProvider?.issuer !== identity.issuer || isSame(now.atProvider, identity);
    return isTheirs ? { putPerson: { ...now, atProvider: identity } } : null;
  });
  if (isTheirs) return person;
  // Whoever had this address before is somebody else there.
  noteRefusal(desk, person, address);
  return null;
}

const isSame = (one: Person['atProvider'], other: ProviderIdentity): boolean =>
  one?.issuer === other.issuer && one.subject === other.subject;

const failedUrl = '/sign-in?problem=single-sign-on';

async function openJourney(desk: FrontDesk, sealed: string | null): Promise<Journey | null> {
  if (sealed === null) return null;
  return desk.vault.open(house, place, sealed).then(
    (text) => JSON.parse(text) as Journey,
    () => null,
  );
}

/** Only a path of our own: an address handed in must not lead elsewhere. */
const localPath = (text: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : '/');
