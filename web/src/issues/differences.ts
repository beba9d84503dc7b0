// Where two short texts differ: “02.03.2026, 08:00–12:00” and “02.03.2026, 08:00–12:30” only in the last time.

export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

export interface SideBySide {
  readonly one: readonly Piece[];
  readonly other: readonly Piece[];
}

/** Compares by words, numbers and times; blanks and punctuation never stand marked alone. */
export function sideBySide(one: string, other: string): SideBySide {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  if (a.length > LONGEST || b.length > LONGEST) {
    const differs = one !== other;
    return { one: [{ text: one, differs }], other: [{ text: other, differs }] };
  }
  const common = commonWords(a, b);
  return { one: pieces(a, common), other: pieces(b, swapped(common)) };
}

/** The comparison takes the square of it. */
const LONGEST = 400;

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}:.]+|[^\p{L}\p{N}:.]+/gu) ?? [];

/** Index in the one text → index in the other, of the longest sequence that both have. */
type Common = ReadonlyMap<number, number>;

function commonWords(a: readonly string[], b: readonly string[]): Common {
  const lengths = lengthsFromEnd(a, b);
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const common = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.set(i, j);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return common;
}

/** How long a sequence both have from these places on. */
function lengthsFromEnd(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [here, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
      here[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return lengths;
}

const swapped = (common: Common): Common => new Map([...common].map(([i, j]) => [j, i]));

function pieces(words: readonly string[], common: Common): readonly Piece[] {
  const joined: Piece[] = [];
  words.forEach((text, index) => {
    const differs = !common.has(index) && /[\p{L}\p{N}]/u.test(text);
    const last = joined.at(-1);
    if (last !== undefined && last.differs === differs) {
      joined[joined.length - 1] = { text: last.text + text, differs };
    } else {
      joined.push({ text, differs });
    }
  });
  return joined;
}
