// Names survive re-derivation. Periods are named after the earliest entry they come from; when that entry is replaced,
// the same stretch gets another name. Pairing finds the old link again, so that a rename costs no write (rule 3.7).

import { type Craft, type Link, type SourceRecord, agrees } from './desk.ts';

export interface Pairing<C> {
  readonly pairs: readonly { readonly link: Link<C>; readonly source: SourceRecord<C> }[];
  readonly links: readonly Link<C>[];
  readonly sources: readonly SourceRecord<C>[];
}

/**
 * Pairs what says the same (under its own name first), then what has the same name, then (records of ours only) what
 * is most alike. After it, no link that stays alone bears the name of a source that is paired with another link: a
 * name never means two records, not even between two writes.
 */
export function pairByName<C>(
  links: readonly Link<C>[],
  sources: readonly SourceRecord<C>[],
  craft: Craft<C>,
): Pairing<C> {
  const pairs: { link: Link<C>; source: SourceRecord<C> }[] = [];
  const openLinks = new Map(links.map((link) => [link.key, link]));
  const openSources = new Map(sources.map((source) => [source.key, source]));
  const join = (link: Link<C>, source: SourceRecord<C>): void => {
    pairs.push({ link, source });
    openLinks.delete(link.key);
    openSources.delete(source.key);
  };
  const joinAll = (found: Iterable<readonly [Link<C>, SourceRecord<C>]>): void => {
    for (const [link, source] of found)
      if (openLinks.has(link.key) && openSources.has(source.key)) join(link, source);
  };
  const bySameName = (): (readonly [Link<C>, SourceRecord<C>])[] =>
    links.flatMap((link) => {
      const source = openSources.get(link.key);
      return source === undefined ? [] : [[link, source] as const];
    });

  for (const link of links) {
    const source = openSources.get(link.key);
    if (source !== undefined && agrees(link, source.content, craft)) join(link, source);
  }
  if (openLinks.size > 0 && openSources.size > 0) {
    joinAll(byContent(openLinks, openSources, craft));
    joinAll(bySameName());
    joinAll(byContent(openLinks, openSources, craft));
    joinAll(byLikeness([...openLinks.values()], [...openSources.values()], craft));
  }
  return { pairs, links: [...openLinks.values()], sources: [...openSources.values()] };
}

/** A source may take another's link only where its own link, if it has one, is taken too. */
function byContent<C>(
  links: ReadonlyMap<string, Link<C>>,
  sources: ReadonlyMap<string, SourceRecord<C>>,
  craft: Craft<C>,
): (readonly [Link<C>, SourceRecord<C>])[] {
  const takers = new Map<string, SourceRecord<C>>();
  for (const source of sources.values())
    for (const link of links.values())
      if (!takers.has(link.key) && agrees(link, source.content, craft)) {
        takers.set(link.key, source);
        break;
      }
  for (let before = -1; before !== takers.size; ) {
    before = takers.size;
    for (const [taken, source] of takers)
      if (links.has(source.key) && !takers.has(source.key)) takers.delete(taken);
  }
  return [...links.values()].flatMap((link) => {
    const source = takers.get(link.key);
    return source === undefined ? [] : [[link, source] as const];
  });
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
