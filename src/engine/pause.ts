// Pausing a part at once (rule 4.9): a small memory that runs look at when they begin and between their writes. What is
// due stays due, so that resuming continues where the pause began.

import { type Part, parts } from '../core/report/codes.ts';
import type { Archive } from './archive.ts';
import type { RunState } from './workshop.ts';

const pauseKey = (part: Part): string => `pause.${part}`;

/** When it was switched off last. */
const offKey = 'switched-off';

export const pausedParts = (memory: Readonly<Record<string, string>>): Part[] =>
  parts.filter((part) => memory[pauseKey(part)] !== undefined);

/**
 * Whether a run stops writing. Taking back is a person's order and goes out while its part is paused; what is paused after
 * it began stops it as well.
 */
export async function isPaused(
  archive: Archive,
  { active, memory }: Pick<RunState, 'active' | 'memory'>,
  part: Part,
): Promise<boolean> {
  const key = pauseKey(part);
  const now = await archive.memory();
  // Switched off since it began. What begins while it is off was asked for by a person: a pilot, a command.
  if (now[offKey] !== undefined && now[offKey] !== memory[offKey]) return true;
  const pausedAt = now[key];
  return pausedAt !== undefined && (pausedAt !== memory[key] || !active.includes(part));
}

/** Runs under way stop before their next writes. */
export const noteSwitchedOff = (archive: Archive, at: number): Promise<void> =>
  archive.commit({ putMemory: { [offKey]: String(at) } });

/** @param at when, in milliseconds; null resumes. */
export async function setPause(archive: Archive, which: readonly Part[], at: number | null): Promise<void> {
  const value = at === null ? null : String(at);
  await archive.commit({ putMemory: Object.fromEntries(which.map((part) => [pauseKey(part), value])) });
}
