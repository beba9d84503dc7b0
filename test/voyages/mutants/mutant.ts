// Mistakes that an engine like this one could make, each put into a compiled copy of it. A voyage that does not notice
// them is no proof of anything. Nothing in the product knows of them.

import type { History } from '../command/arguments.ts';

export interface Mutant {
  /** As a sentence about what goes wrong. */
  readonly name: string;
  /** The rule of docs/rules.md that it breaks. */
  readonly breaks: string;
  /** Folder of the sources: files may be split and moved inside it. */
  readonly room: string;
  readonly edits: readonly Edit[];
  /** Where it has to be noticed. */
  readonly history: History;
}

export interface Edit {
  /** Occurs exactly once in the room's compiled files. */
  readonly find: string;
  readonly replace: string;
}

/** Most mistakes are one small change. */
export const mutant = (
  name: string,
  breaks: string,
  room: string,
  find: string,
  replace: string,
  ...more: readonly Edit[]
): Mutant => ({ name, breaks, room, edits: [{ find, replace }, ...more], history: 'voyages' });

/** One that only shows where the form changes. */
export const mutantOfForms = (...given: Parameters<typeof mutant>): Mutant => ({
  ...mutant(...given),
  history: 'twins',
});
