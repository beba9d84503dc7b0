// Days before and after, and today in the reader's calendar. Dates are `YYYY-MM-DD`.

const DAY_MS = 86_400_000;

export function todayOf(now: Date): string {
  return dateOfMs(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/** @param days negative: earlier */
export function dayBeside(date: string, days: number): string {
  return dateOfMs(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

const dateOfMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
