// Mistakes that an engine like this one could make, put in from outside: the engine itself stays as it is. A voyage that
// does not notice them is no proof of anything.

import type { Archive, Batch } from '../../src/engine/archive.ts';
import type { Handle } from '../support/world.ts';
import type { Mutant } from './voyage.ts';
import { isWrite } from './weather.ts';

/** A client that sends a write once more when no answer came. */
const blindRetry: Mutant = {
  name: 'blind retry',
  between: (handle) => async (request) => {
    if (!isWrite(request)) return handle(request);
    const again = request.clone();
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return handle(again);
    }
  },
};

/** Nothing is written down before a write: what was under way when the process died is forgotten. */
const missingIntent: Mutant = { name: 'missing intent', archive: withoutIntents };

/** The same, with nobody looking at the intents themselves: the damage alone must show. */
const unseenIntent: Mutant = { name: 'missing intent, unseen', archive: withoutIntents, blindTo: ['S6'] };

/** Changes are asked for from a second after the last read's own time on, instead of some minutes before it. */
const exclusiveWatermark: Mutant = { name: 'exclusive watermark', between: (handle) => shifted(handle) };

export const mutants: readonly Mutant[] = [blindRetry, missingIntent, unseenIntent, exclusiveWatermark];

function withoutIntents(archive: Archive): Archive {
  return new Proxy(archive, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name !== 'commit') return (...args: unknown[]): unknown => Reflect.apply(member, target, args);
      return (batch: Batch) => target.commit({ ...batch, putIntents: [] });
    },
  });
}

const overlapMs = 10 * 60_000;

function shifted(handle: Handle): Handle {
  return (request) => {
    const url = new URL(request.url);
    const since = url.searchParams.get('_since');
    if (request.method !== 'GET' || since === null) return handle(request);
    const later = Date.parse(`${since.replace(' ', 'T')}Z`) + overlapMs + 1_000;
    url.searchParams.set('_since', new Date(later).toISOString().slice(0, 19).replace('T', ' '));
    return handle(new Request(url, { method: 'GET', headers: request.headers }));
  };
}
