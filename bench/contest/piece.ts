// What one record means, in the same words for both sides: the benchmark's own measure of right and wrong, which knows
// nothing of Tandem's rules.

export interface Piece {
  /** Personio id of the person. */
  readonly person: string;
  readonly kind: 'WORK' | 'BREAK' | 'ABSENCE';
  /** Wall times `2026-03-02T08:00:00` of an attendance, first and last date of an absence. */
  readonly from: string;
  readonly to: string;
}

/** Equal texts mean the same. */
export const saying = ({ person, kind, from, to }: Piece): string => `${person} ${kind} ${from} ${to}`;

export const isAbsence = ({ kind }: Piece): boolean => kind === 'ABSENCE';

/** What somebody does; `name` is the benchmark's own for a record of the time system. */
export type Deed =
  | { readonly do: 'enter' | 'change'; readonly name: string; readonly piece: Piece }
  | { readonly do: 'remove'; readonly name: string }
  /** HR enters it by hand in Personio. */
  | { readonly do: 'enter-foreign'; readonly piece: Piece }
  /** HR gives what was exported of this record other times in Personio: from now on only people decide about it. */
  | { readonly do: 'adjust'; readonly name: string; readonly piece: Piece };

/** What stands in the time system, by name. */
export type Standing = ReadonlyMap<string, Piece>;

export function standingAfter(before: Standing, deeds: readonly Deed[]): Standing {
  const standing = new Map(before);
  for (const deed of deeds) {
    if (deed.do === 'remove') standing.delete(deed.name);
    else if (deed.do === 'enter' || deed.do === 'change') standing.set(deed.name, deed.piece);
  }
  return standing;
}

/** Names of records that people in Personio have taken into their own hands. */
export const adjustedIn = (deeds: readonly Deed[]): Set<string> =>
  new Set(deeds.flatMap((deed) => (deed.do === 'adjust' ? [deed.name] : [])));

export const without = (standing: Standing, names: ReadonlySet<string>): Standing =>
  new Map([...standing].filter(([name]) => !names.has(name)));

/** Pieces that are new, other than before, or gone: each is one write. A piece that is gone is shown as it was. */
export function changesBetween(before: Standing, after: Standing): Piece[] {
  const put = [...after].flatMap(([name, piece]) => {
    const old = before.get(name);
    return old !== undefined && saying(old) === saying(piece) ? [] : [piece];
  });
  const gone = [...before].flatMap(([name, piece]) => (after.has(name) ? [] : [piece]));
  return [...put, ...gone];
}
