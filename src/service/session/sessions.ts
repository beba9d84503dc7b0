// Sessions: opaque tokens, of which the database keeps a hash only. They end after twelve hours without a look, and
// after two weeks in any case.

import type { FrontDesk } from '../front-desk.ts';
import type { AuditNote, Person, Session } from '../office/office.ts';
import { hashToken } from './secrets.ts';

const hourMs = 3_600_000;
const idleMs = 12 * hourMs;
const longestMs = 14 * 24 * hourMs;
/** Not every look is written down. */
const noteEveryMs = 60_000;

export interface OpenedSession {
  readonly person: Person;
  readonly token: string;
  readonly expiresAt: number;
}

/** A new token with every sign-in: what somebody planted before is worthless. */
export async function openSession(
  desk: FrontDesk,
  person: Person,
  openedFrom: string | null,
  note?: AuditNote,
): Promise<OpenedSession> {
  const token = desk.newToken();
  const now = desk.now();
  const expiresAt = now + longestMs;
  await desk.office.commit({
    putSession: {
      hash: hashToken(token),
      personId: person.id,
      createdAt: now,
      seenAt: now,
      expiresAt,
      openedFrom,
    },
    ...(note === undefined ? {} : { note }),
  });
  return { person, token, expiresAt };
}

export interface SignedIn {
  readonly person: Person;
  readonly session: Session;
}

/** Who holds this token; null: nobody, or not any more. Asking keeps the session alive. */
export async function whoHolds(desk: FrontDesk, token: string): Promise<SignedIn | null> {
  const signedIn = await whoStillHolds(desk, token);
  if (signedIn === null) return null;
  const { session } = signedIn;
  const now = desk.now();
  if (now - session.seenAt >= noteEveryMs)
    await desk.office.commit({ noteSeen: { hash: session.hash, at: now } });
  return signedIn;
}

/** The same for what a page does by itself: nobody need sit before it. */
export async function whoStillHolds(desk: FrontDesk, token: string): Promise<SignedIn | null> {
  const session = await desk.office.session(hashToken(token));
  if (session === null) return null;
  const now = desk.now();
  const person = await desk.office.person(session.personId);
  if (isOver(session, now) || person === null || person.disabledAt !== null) {
    await desk.office.commit({ removeSessions: { hashes: [session.hash] } });
    return null;
  }
  return { person, session };
}

export const isOver = ({ expiresAt, seenAt }: Session, now: number): boolean =>
  now >= expiresAt || now - seenAt >= idleMs;

export const closeSession = (desk: FrontDesk, session: Session): Promise<void> =>
  desk.office.commit({ removeSessions: { hashes: [session.hash] } });
