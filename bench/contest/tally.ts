// What the vendors count while somebody exports.

export interface Tally {
  /** By side, method and path without ids; sign-ins apart. */
  readonly calls: Readonly<Record<string, number>>;
  readonly signIns: number;
  /** Calls that were to change something at a vendor, without those that were throttled. */
  readonly writes: number;
  /** Answers with 429. */
  readonly throttled: number;
  readonly lostAnswers: number;
  /** Deletes of records that were right as they stood, or somebody else's. */
  readonly wrongDeletes: number;
  /** Changes to records that HR had changed in Personio: whatever a person decided there is lost. */
  readonly overruled: number;
}

/** What stands at the end beside what should. */
export interface Verdict {
  readonly missing: number;
  /** Records of the interface's beyond what the source has: second copies, and old ones that nobody took away. */
  readonly duplicates: number;
}

export const callsIn = ({ calls }: Tally): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0);

export class Counter {
  readonly #calls = new Map<string, number>();
  #signIns = 0;
  #writes = 0;
  #throttled = 0;
  #lostAnswers = 0;
  #wrongDeletes = 0;
  #overruled = 0;

  call(side: 'personio' | 'timetac', request: Request, status: number): void {
    const path = new URL(request.url).pathname;
    if (/\/(auth|oauth2)\//.test(path)) {
      this.#signIns += 1;
      return;
    }
    const name = `${side} ${request.method} ${withoutIds(path)}`;
    this.#calls.set(name, (this.#calls.get(name) ?? 0) + 1);
    if (status === 429) this.#throttled += 1;
    else if (request.method !== 'GET') this.#writes += 1;
  }

  lostAnswer(): void {
    this.#lostAnswers += 1;
  }

  wrongDelete(): void {
    this.#wrongDeletes += 1;
  }

  overruled(): void {
    this.#overruled += 1;
  }

  read(): Tally {
    return {
      calls: Object.fromEntries([...this.#calls].sort(([a], [b]) => (a < b ? -1 : 1))),
      signIns: this.#signIns,
      writes: this.#writes,
      throttled: this.#throttled,
      lostAnswers: this.#lostAnswers,
      wrongDeletes: this.#wrongDeletes,
      overruled: this.#overruled,
    };
  }
}

/** Of many companies: everything added up. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const calls = new Map<string, number>();
  for (const tally of tallies)
    for (const [name, count] of Object.entries(tally.calls)) calls.set(name, (calls.get(name) ?? 0) + count);
  const added = (field: Exclude<keyof Tally, 'calls'>): number =>
    tallies.reduce((sum, tally) => sum + tally[field], 0);
  return {
    calls: Object.fromEntries(calls),
    signIns: added('signIns'),
    writes: added('writes'),
    throttled: added('throttled'),
    lostAnswers: added('lostAnswers'),
    wrongDeletes: added('wrongDeletes'),
    overruled: added('overruled'),
  };
}

/** `/v2/attendance-periods/{id}`; the account's own path at TimeTac goes as well. */
const withoutIds = (path: string): string =>
  path.replace(/^\/[^/]+\/(userapi\/)?v\d\//, '/').replace(/\/[0-9a-f-]{36}(?=\/|$)/, '/{id}');
