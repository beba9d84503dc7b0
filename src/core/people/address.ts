// TimeTac takes an e-mail address once. Who has the one that a write asks for decides when the write can succeed, and
// whether one that was refused may be tried again (rule 0.5).

import type { Action } from '../sync/desk.ts';
import type { User } from './employee.ts';
import { folded } from './names.ts';
import type { UserContent } from './plan.ts';

type Write = Pick<Action<UserContent>, 'key' | 'targetId' | 'to'>;

const wantedBy = ({ to }: Write): string | null => {
  const email = to?.change?.email ?? to?.create?.email;
  return email === undefined || email.trim() === '' ? null : folded(email);
};

/** The other user who has the address that this write asks for, by id; null: nobody. */
export function holderOf(write: Write, users: readonly User[]): string | null {
  const email = wantedBy(write);
  if (email === null) return null;
  const holder = users.find(({ id, email: own }) => id !== write.targetId && folded(own) === email);
  return holder?.id ?? null;
}

/** In an order in which an address is given up before somebody else gets it; two who swap theirs stay as they come. */
export function freedFirst<W extends Write>(writes: readonly W[], users: readonly User[]): readonly W[] {
  const changing = new Set(
    writes.flatMap(({ to, targetId }) => (to?.change?.email === undefined ? [] : [targetId])),
  );
  const givers = users.filter(({ id }) => changing.has(id));
  if (givers.length === 0) return writes;
  const ordered: W[] = [];
  let waiting = [...writes];
  while (waiting.length > 0) {
    const givingUp = new Set(
      waiting.filter((write) => wantedBy(write) !== null).map(({ targetId }) => targetId),
    );
    const held = new Set<string>();
    const free = waiting.filter((write) => {
      const holder = holderOf(write, givers);
      // Whoever leaves under a new address: the change, and then the end.
      const isFree = (holder === null || !givingUp.has(holder)) && !held.has(write.key);
      if (!isFree) held.add(write.key);
      return isFree;
    });
    const next = free.length > 0 ? free : waiting;
    ordered.push(...next);
    waiting = waiting.filter((write) => !next.includes(write));
  }
  return ordered;
}

/** The same change without its address; null: nothing else is changed, or it is none. */
export function withoutAddress(action: Action<UserContent>): Action<UserContent> | null {
  const { to, from } = action;
  if (action.kind !== 'update' || to?.change?.email === undefined || from === null) return null;
  const { email: _email, ...change } = to.change;
  if (Object.keys(change).length === 0) return null;
  const { email: _agreed, ...agreed } = to.agreed;
  const before = from.agreed.email;
  return {
    ...action,
    to: { change, agreed: before === undefined ? agreed : { ...agreed, email: before } },
  };
}

/** The same change of nothing but the address. */
export function onlyAddress(action: Action<UserContent>): Action<UserContent> {
  const { to } = action;
  if (to?.change?.email === undefined) return action;
  return { ...action, to: { ...to, change: { email: to.change.email } } };
}
