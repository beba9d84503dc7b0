// Filtering and sorting of rows, without anything of the page.

export type SortValue = string | number | boolean | null;

export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export interface RowTexts<Row> {
  readonly key: string;
  /** What the filter looks at. */
  readonly text?: (row: Row) => string;
  /** What the order goes by; a column without it cannot be sorted. */
  readonly sort?: (row: Row) => SortValue;
}

/** Rows in which every typed word occurs, in whichever column. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly RowTexts<Row>[],
  typed: string,
): readonly Row[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return rows;
  }
  return rows.filter((row) => {
    const text = columns
      .map((column) => column.text?.(row) ?? '')
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** In the order of one column; nothing known comes last, in either direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly RowTexts<Row>[],
  sorting: Sorting | null,
  locale: string,
): readonly Row[] {
  const sort = columns.find((column) => column.key === sorting?.column)?.sort;
  if (sorting === null || sort === undefined) {
    return rows;
  }
  const texts = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [sort(one), sort(other)];
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    const order =
      typeof a === 'string' && typeof b === 'string' ? texts.compare(a, b) : Number(a) - Number(b);
    return sorting.down ? -order : order;
  });
}
