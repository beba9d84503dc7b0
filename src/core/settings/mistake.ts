// What is wrong in a configuration file, as a person reads it: where, what, and how to put it right.

/** One sentence in both languages. */
export interface Said {
  readonly en: string;
  readonly de: string;
}

export interface Mistake {
  /** `absences.types[2].timetac`; empty for the file as a whole. */
  readonly path: string;
  /** Counted from 1; null where the mistake has no place in the file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: Said;
  readonly hint: Said | null;
}

export type Path = readonly (string | number)[];

/** A mistake whose place in the file has not been looked up yet. */
export interface Flaw {
  readonly path: Path;
  readonly message: Said;
  readonly hint: Said | null;
}

export const said = (en: string, de: string): Said => ({ en, de });

export const found = (path: Path, message: Said, hint: Said | null = null): Flaw => ({
  path,
  message,
  hint,
});

/** `absences.types[2].timetac`. Keys are cut and freed of control characters: they come from the file. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${keyText(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** A key of the file, fit to stand in a sentence. */
export function keyText(key: string): string {
  const plain = key.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const characters = Array.from(plain);
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : plain;
}

export const didYouMean = (known: string): Said =>
  said(`Did you mean “${known}”?`, `Ist „${known}“ gemeint?`);
