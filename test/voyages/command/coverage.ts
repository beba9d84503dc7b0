// Which blocks of the engine voyages reach, as the JavaScript engine itself counts them. Counting slows everything down,
// so a share of the seeds is sailed for it.

import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** One block of a function: where it stands in the compiled file, and how often it was reached. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly of: string;
}
/** By address of the compiled file. */
export type RangesByFile = Readonly<Record<string, readonly Range[]>>;

export interface Coverage {
  readonly take: () => Promise<RangesByFile>;
}

const rooms = ['core', 'engine'] as const;
export type Room = (typeof rooms)[number];

export async function startCoverage(): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: async () => {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      return Object.fromEntries(
        result
          .filter(({ url }) => roomOf(url) !== null)
          .map(({ url, functions }) => [url, functions.flatMap(blocksOf)]),
      );
    },
  };
}

interface CountedFunction {
  readonly functionName: string;
  readonly ranges: readonly {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly count: number;
  }[];
}

/** Blocks inside a block that was never reached say nothing more. */
function blocksOf({ functionName, ranges }: CountedFunction): Range[] {
  const unhit = ranges.filter((range) => range.count === 0);
  return ranges
    .filter(
      (range) =>
        !unhit.some(
          (outer) =>
            outer !== range && outer.startOffset <= range.startOffset && outer.endOffset >= range.endOffset,
        ),
    )
    .map(({ startOffset, endOffset, count }) => ({
      start: startOffset,
      end: endOffset,
      count,
      of: functionName,
    }));
}

/** Reading a person's configuration file is no part of a voyage. */
const roomOf = (url: string): Room | null =>
  url.includes('/src/core/settings/')
    ? null
    : (rooms.find((room) => url.startsWith('file:') && url.includes(`/src/${room}/`)) ?? null);

export interface Share {
  readonly hit: number;
  readonly total: number;
  readonly share: number;
}

export function sharesOf(ranges: RangesByFile): Readonly<Record<Room, Share>> {
  const shareOf = (room: Room): Share => {
    const blocks = Object.entries(ranges).flatMap(([url, list]) => (roomOf(url) === room ? list : []));
    const hit = blocks.filter((block) => block.count > 0).length;
    return {
      hit,
      total: blocks.length,
      share: blocks.length === 0 ? 0 : Math.round((1000 * hit) / blocks.length) / 1000,
    };
  };
  return { core: shareOf('core'), engine: shareOf('engine') };
}

/** The longest stretches that nobody reached: `engine/apply.js in #foreignCut: if (…`. */
export function unreached(ranges: RangesByFile, most: number): string[] {
  return Object.entries(ranges)
    .flatMap(([url, list]) => list.filter((range) => range.count === 0).map((range) => ({ url, range })))
    .sort((a, b) => b.range.end - b.range.start - (a.range.end - a.range.start))
    .slice(0, most)
    .map(({ url, range }) => {
      const text = readFileSync(fileURLToPath(url), 'utf8');
      const line = text.slice(0, range.start).split('\n').length;
      const words = text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
      const where = url.replace(/^.*\/src\//, '').replace(/\.js$/, '.ts');
      return `${where} (about line ${line}) in ${range.of || 'the file'}: ${words.slice(0, 140)}`;
    });
}
