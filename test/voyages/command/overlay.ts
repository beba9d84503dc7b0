// A copy of the build with one mutant in it.

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from '../mutants/mutant.ts';

/** Of this very build: `…/test/voyages/command/` lies three folders deep. */
const build = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** A mutant whose place in the sources is not where it was changes nothing, and would count as caught by nobody. */
export class VoidMutant extends Error {
  override readonly name = 'VoidMutant';
}

/** @throws VoidMutant naming every mutant whose text does not occur exactly once in its room. */
export function checkMutants(mutants: readonly Mutant[]): void {
  const texts = new Map<string, readonly string[]>();
  const textsOf = (room: string): readonly string[] => {
    const known = texts.get(room) ?? filesOf(build, room).map((path) => readFileSync(path, 'utf8'));
    texts.set(room, known);
    return known;
  };
  const amiss = mutants.flatMap(({ name, room, edits }) =>
    edits.flatMap(({ find }) => {
      const times = textsOf(room).reduce((sum, text) => sum + text.split(find).length - 1, 0);
      return times === 1 ? [] : [`"${name}": its text occurs ${times} times in ${room}: ${find}`];
    }),
  );
  if (amiss.length > 0) throw new VoidMutant(amiss.join('\n'));
}

function filesOf(root: string, room: string): string[] {
  const folder = join(root, 'src', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));
}

export interface Overlay {
  /** The worker of the changed copy. */
  readonly worker: URL;
  readonly remove: () => void;
}

export function overlayOf(mutant: Mutant, index: number): Overlay {
  const root = join(build, 'mutants', String(index));
  for (const folder of ['src', 'test']) cpSync(join(build, folder), join(root, folder), { recursive: true });
  for (const path of filesOf(root, mutant.room)) {
    const text = readFileSync(path, 'utf8');
    const changed = mutant.edits.reduce((now, { find, replace }) => now.replace(find, () => replace), text);
    if (changed !== text) writeFileSync(path, changed);
  }
  return {
    worker: new URL(`file://${join(root, 'test', 'voyages', 'command', 'worker.js')}`),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
