// Limits (section 7): a token bucket per endpoint with `x-ratelimit-*` headers on v2, per-minute limits on v1, and the
// token endpoint's own rule. A 429 never says when to come back.

import type { Instant } from '../../core/time/calendar.ts';
import { Refusal } from './answer.ts';
import type { World } from './world.ts';

export type Bucket = keyof typeof bucketSizes;

interface Size {
  readonly perSecond: number;
  readonly burst: number;
}

/** About 10/s is all that is known of most; their burst is a choice. */
const bucketSizes = {
  persons: { perSecond: 30, burst: 100 },
  'attendance-periods': { perSecond: 10, burst: 10 },
  'absence-periods': { perSecond: 10, burst: 10 },
  breakdowns: { perSecond: 10, burst: 10 },
  'absence-types': { perSecond: 10, burst: 10 },
  projects: { perSecond: 10, burst: 10 },
  webhooks: { perSecond: 10, burst: 10 },
  other: { perSecond: 10, burst: 10 },
  // 300 per minute in bursts of 15, and 2000 per minute for the rest of v1.
  'v1-employees': { perSecond: 5, burst: 15 },
  v1: { perSecond: 2000 / 60, burst: 2000 },
} as const satisfies Record<string, Size>;

export interface Limits {
  /** Takes one request from the bucket; the headers of the answer. @throws Refusal 429. */
  readonly take: (world: World, bucket: Bucket) => Readonly<Record<string, string>>;
  /** 150 requests per minute; beyond that one per second for a minute. @throws Refusal 429. */
  readonly takeToken: (world: World) => void;
}

export function createLimits(): Limits {
  const levels = new Map<Bucket, { tokens: number; at: Instant }>();
  const recent: Instant[] = [];
  let slowUntil: Instant = Number.NEGATIVE_INFINITY;
  let lastAt: Instant = Number.NEGATIVE_INFINITY;

  return {
    take: (world, bucket) => {
      const size = sizeOf(world, bucket);
      if (!size) return {};
      const now = world.now();
      const level = levels.get(bucket) ?? { tokens: size.burst, at: now };
      const tokens = Math.min(size.burst, level.tokens + ((now - level.at) / 1000) * size.perSecond);
      const granted = tokens >= 1;
      const left = granted ? tokens - 1 : tokens;
      levels.set(bucket, { tokens: left, at: now });
      const headers = bucket.startsWith('v1') ? {} : headersOf(size, left);
      if (!granted) throw throttled(world, headers);
      return headers;
    },
    takeToken: (world) => {
      if (world.switches['rate-limit'] === 'off') return;
      const now = world.now();
      const allowed = world.switches['rate-limit'] === 'on' ? 150 : 60 * Number(world.switches['rate-limit']);
      while (recent[0] !== undefined && recent[0] <= now - 60_000) recent.shift();
      if (now < slowUntil && now - lastAt < 1000) throw throttled(world, {});
      if (now >= slowUntil && recent.length >= allowed) {
        slowUntil = now + 60_000;
        throw throttled(world, {});
      }
      lastAt = now;
      recent.push(now);
    },
  };
}

/** null: unlimited. A number as switch is requests per second, and the burst, of every endpoint. */
function sizeOf(world: World, bucket: Bucket): Size | null {
  const limit = world.switches['rate-limit'];
  if (limit === 'off') return null;
  return limit === 'on' ? bucketSizes[bucket] : { perSecond: Number(limit), burst: Number(limit) };
}

const headersOf = (size: Size, left: number): Record<string, string> => ({
  'x-ratelimit-replenish-rate': String(size.perSecond),
  'x-ratelimit-burst-capacity': String(size.burst),
  'x-ratelimit-requested-tokens': '1',
  'x-ratelimit-remaining': String(Math.floor(left)),
});

function throttled(world: World, headers: Readonly<Record<string, string>>): Refusal {
  const body =
    world.switches['throttle-body'] === 'empty'
      ? {}
      : {
          body: { errors: [{ title: 'SIM_Too many requests', detail: 'SIM_Try again later.', type: null }] },
        };
  return new Refusal({ form: 'plain', answer: { status: 429, headers, ...body } });
}
