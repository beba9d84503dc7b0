// How fast a door knocks. A token bucket per endpoint, started with the vendor's known figures and corrected by what
// its answers say (`x-ratelimit-*`), so that a 429 that could be foreseen never happens; and a bound on requests under
// way at once. Both wait in order of arrival.

import type { BucketFigures, SharedPace } from './shared-pace.ts';
import type { Timing } from './transport.ts';

export interface PaceOptions {
  readonly timing: Timing;
  /** Figures by endpoint; an endpoint without any is free until its answers tell some. */
  readonly buckets: Readonly<Record<string, BucketFigures>>;
  /** False: buckets neither start nor learn; a vendor's 429 still makes everybody wait. */
  readonly enabled: boolean;
  readonly maxAtOnce: number;
  /** Others who draw from the same buckets; null: nobody does. */
  readonly shared: SharedBuckets | null;
}

export interface SharedBuckets {
  readonly pace: SharedPace;
  /** Names the account: its buckets are told apart from others' by it. */
  readonly account: string;
  /** Buckets that several accounts share, by endpoint. */
  readonly wider: Readonly<Record<string, { readonly name: string; readonly figures: BucketFigures }>>;
}

export interface Pace {
  /** Resolves when the request may go out; `leave` must follow exactly once. Rejects only with what `sleep` throws. */
  enter(endpoint: string): Promise<void>;
  leave(endpoint: string): void;
  /** Takes over what the answer says about the endpoint's bucket. Call it before `leave`. */
  learn(endpoint: string, headers: Readonly<Record<string, string>>): void;
  /** The vendor said 429: nobody sends there for `waitMs`, and more slowly afterwards. */
  throttle(endpoint: string, waitMs: number): void;
}

export function createPace(options: PaceOptions): Pace {
  const { timing } = options;
  const buckets = new Map<string, Bucket>();
  const slots = createSlots(options.maxAtOnce);
  const bucketOf = (endpoint: string): Bucket => {
    const known = buckets.get(endpoint);
    if (known !== undefined) return known;
    const fresh = newBucket(options.enabled ? options.buckets[endpoint] : undefined, timing.now());
    buckets.set(endpoint, fresh);
    return fresh;
  };
  return {
    async enter(endpoint) {
      await slots.take();
      const bucket = bucketOf(endpoint);
      const turn = inTurn(bucket, async () => {
        // First what others share: meanwhile the vendor may say that nobody shall ask.
        if (options.enabled) await takeShared(options, endpoint, bucket.figures);
        await takeToken(bucket, timing);
      });
      try {
        await turn;
      } catch (stopped) {
        slots.give();
        throw stopped;
      }
      bucket.underWay += 1;
    },
    leave(endpoint) {
      const bucket = bucketOf(endpoint);
      bucket.underWay -= 1;
      slots.give();
    },
    learn(endpoint, headers) {
      if (options.enabled) learnFrom(bucketOf(endpoint), headers, timing.now());
    },
    throttle(endpoint, waitMs) {
      slowDown(bucketOf(endpoint), timing.now(), waitMs);
    },
  };
}

interface Bucket {
  /** null: no figures known, nothing to wait for. */
  figures: BucketFigures | null;
  /** 1 = the full rate; halved by every 429 and regained bit by bit. */
  share: number;
  tokens: number;
  filledAt: number;
  blockedUntil: number;
  underWay: number;
  /** Whoever comes next waits for whoever came before. */
  queue: Promise<void>;
}

function newBucket(figures: BucketFigures | undefined, now: number): Bucket {
  return {
    figures: figures ?? null,
    share: 1,
    tokens: figures?.burst ?? 0,
    filledAt: now,
    blockedUntil: 0,
    underWay: 0,
    queue: Promise.resolve(),
  };
}

/** One after the other, in the order in which they came. */
async function inTurn(bucket: Bucket, take: () => Promise<void>): Promise<void> {
  const before = bucket.queue;
  const turn = (async () => {
    await before;
    await take();
  })();
  bucket.queue = turn.catch(() => undefined);
  await turn;
}

async function takeToken(bucket: Bucket, timing: Timing): Promise<void> {
  for (let waitMs = waitFor(bucket, timing.now()); waitMs > 0; waitMs = waitFor(bucket, timing.now())) {
    await timing.sleep(waitMs);
  }
  if (bucket.figures !== null) bucket.tokens -= 1;
}

/** Where others cannot be asked, what the vendor says of its buckets has to do. */
async function takeShared(
  { shared, timing }: PaceOptions,
  endpoint: string,
  figures: BucketFigures | null,
): Promise<void> {
  if (shared === null) return;
  const { pace, account, wider } = shared;
  const draws = [figures === null ? null : { name: `${account} ${endpoint}`, figures }, wider[endpoint]];
  for (const draw of draws) {
    if (draw === null || draw === undefined) continue;
    const waitMs = await pace.take(draw.name, draw.figures).catch(() => 0);
    if (waitMs > 0) await timing.sleep(waitMs);
  }
}

function waitFor(bucket: Bucket, now: number): number {
  if (now < bucket.blockedUntil) return bucket.blockedUntil - now;
  if (bucket.figures === null) return 0;
  refill(bucket, now);
  const missing = 1 - bucket.tokens;
  // A hair of slack: adding up a rate such as 1/3 never reaches exactly one.
  return missing <= 1e-6 ? 0 : Math.ceil((missing / (bucket.figures.perSecond * bucket.share)) * 1000);
}

function refill(bucket: Bucket, now: number): void {
  if (bucket.figures === null) return;
  const gained = (Math.max(0, now - bucket.filledAt) / 1000) * bucket.figures.perSecond * bucket.share;
  bucket.tokens = Math.min(bucket.figures.burst, bucket.tokens + gained);
  bucket.filledAt = now;
}

// Personio sends the state of its bucket with every v2 answer [live, personio.md section 7]. `remaining` is as of this
// answer; requests of ours still under way may not be counted in it yet, so they are taken off.
function learnFrom(bucket: Bucket, headers: Readonly<Record<string, string>>, now: number): void {
  bucket.share = Math.min(1, bucket.share + 0.05);
  const cost = positive(headers['x-ratelimit-requested-tokens']) ?? 1;
  const rate = positive(headers['x-ratelimit-replenish-rate']);
  const burst = positive(headers['x-ratelimit-burst-capacity']);
  if (rate !== null && burst !== null) {
    refill(bucket, now);
    bucket.figures = { perSecond: rate / cost, burst: Math.max(1, burst / cost) };
    bucket.share = 1;
  }
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  // A gateway that lost its counter says -1: that is no figure.
  if (bucket.figures === null || !(remaining >= 0)) return;
  const others = Math.max(0, bucket.underWay - 1);
  bucket.tokens = Math.min(bucket.figures.burst, remaining / cost - others);
  bucket.filledAt = now;
}

function slowDown(bucket: Bucket, now: number, waitMs: number): void {
  bucket.blockedUntil = Math.max(bucket.blockedUntil, now + waitMs);
  bucket.share = Math.max(0.1, bucket.share / 2);
  bucket.tokens = Math.min(bucket.tokens, 1);
  bucket.filledAt = bucket.blockedUntil;
}

function positive(text: string | undefined): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : null;
}

interface Slots {
  readonly take: () => Promise<void>;
  readonly give: () => void;
}

function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    // The slot passes straight to whoever waits longest.
    give: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
