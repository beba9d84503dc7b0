// Names survive re-derivation. Periods are named after the earliest entry they come from; when that entry is replaced,
// the same stretch gets another name. Pairing finds the old link again, so that a rename costs no write (rule 3.7).

import { type Craft, type Link, type SourceRecord, agrees } from './desk.ts';

export interface Pairing<C> {
  readonly pairs: readonly { readonly link: Link<C>; readonly source: SourceRecord<C> }[];
  readonly links: readonly Link<C>[];
  readonly sources: readonly SourceRecord<C>[];
}

/**
 * Pairs by name, then by what both say, then (records of ours only) by the largest likeness. Names come first even
 * where crossing them would save a write: a link is only renamed to a name that no other link bears, so that a name
 * never means two records, not even between two writes or after a lost answer.
 * @param untouched links that stay as they stand, whatever resembles them: only who says the same is paired with them
 */
export function pairByName<C>(
  links: readonly Link<C>[],
  sources: readonly SourceRecord<C>[],
  craft: Craft<C>,
  untouched: ReadonlySet<string> = new Set(),
): Pairing<C> {
  const pairs: { link: Link<C>; source: SourceRecord<C> }[] = [];
  const openLinks = new Map<string, Link<C>>();
  const openSources = new Map(sources.map((source) => [source.key, source]));
  const join = (link: Link<C>, source: SourceRecord<C>): void => {
    pairs.push({ link, source });
    openLinks.delete(link.key);
    openSources.delete(source.key);
  };

  for (const link of links) {
    const source = openSources.get(link.key);
    if (source === undefined) openLinks.set(link.key, link);
    else join(link, source);
  }
  if (openLinks.size > 0 && openSources.size > 0) {
    for (const link of openLinks.values())
      for (const source of openSources.values())
        if (agrees(link, source.content, craft)) {
          join(link, source);
          break;
        }
    const changeable = [...openLinks.values()].filter(({ key }) => !untouched.has(key));
    for (const [link, source] of byLikeness(changeable, [...openSources.values()], craft))
      if (openLinks.has(link.key) && openSources.has(source.key)) join(link, source);
  }
  return { pairs, links: [...openLinks.values()], sources: [...openSources.values()] };
}

function byLikeness<C>(
  links: readonly Link<C>[],
  sources: readonly SourceRecord<C>[],
  craft: Craft<C>,
): (readonly [Link<C>, SourceRecord<C>])[] {
  return links
    .filter((link) => link.origin === 'created')
    .flatMap((link) =>
      sources.map((source) => ({ link, source, score: craft.likeness(link.agreed, source.content) })),
    )
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || compareKeys(a.source.key, b.source.key))
    .map(({ link, source }) => [link, source] as const);
}

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
