// Which month the page compares, as its address carries it.

export interface MonthSearch {
  /** `YYYY-MM`; left out: last month. */
  readonly month?: string;
}

/** Anything that is no month is left out. */
export function monthSearch({ month }: Readonly<Record<string, unknown>>): MonthSearch {
  return typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
}
