// The wire with a tape: what a door asks is recorded once against the simulated vendors, then played again with one
// answer changed. What was not recorded is asked of the vendors, as long as it only reads.

import type { Transport, TransportAnswer } from '../../src/connectors/http/transport.ts';
import { simulatorTransport } from '../../src/connectors/http/transport.ts';
import { createPersonioDoor } from '../../src/connectors/personio/door.ts';
import { createTimetacDoor } from '../../src/connectors/timetac/door.ts';
import type { HrDoor, Side, TimeDoor } from '../../src/engine/ports.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import type { Story } from '../support/company.ts';

export interface Doors {
  readonly hr: HrDoor;
  readonly time: TimeDoor;
}

export interface Exchange {
  readonly side: Side;
  readonly method: string;
  /** Path without host, account and query. */
  readonly path: string;
  readonly isToken: boolean;
  /** Method, address and body: the same question gets the same answer. */
  readonly key: string;
  readonly answer: TransportAnswer;
  /** What the answer says as JSON; undefined when it is none. */
  readonly body: unknown;
}

/** A play of the tape: what was answered, and what the door did that it must never do. */
export interface Play {
  readonly exchanges: readonly Exchange[];
  readonly waitedMs: () => number;
  readonly misdeeds: readonly string[];
}

const mostRequests = 400;

/** Doors that talk to the vendors themselves; everything said is on the tape. */
export function recordingDoors(story: Story): { readonly doors: Doors; readonly tape: Exchange[] } {
  const tape: Exchange[] = [];
  const vendors = vendorsOf(story);
  const through =
    (side: Side): Transport =>
    async (url, init) => {
      const answer = await vendors[side](url, init);
      tape.push(exchangeOf(side, url, init, answer));
      return answer;
    };
  const doors = doorsOver(
    story,
    { personio: through('personio'), timetac: through('timetac') },
    () => undefined,
  );
  return { doors, tape };
}

/** Doors that hear the tape, with another answer where `change` says one. */
export function playingDoors(
  story: Story,
  tape: readonly Exchange[],
  change: { readonly key: string; readonly answer: TransportAnswer },
): { readonly doors: Doors; readonly play: Play } {
  const recorded = new Map(tape.map((exchange) => [exchange.key, exchange.answer]));
  const vendors = vendorsOf(story);
  const exchanges: Exchange[] = [];
  const misdeeds: string[] = [];
  const changedBody = bodyOf(change.answer.text);
  let waited = 0;
  const through =
    (side: Side): Transport =>
    async (url, init) => {
      const asked = exchangeOf(side, url, init, nothing);
      if (exchanges.length >= mostRequests) {
        if (misdeeds.length === 0) misdeeds.push('asks without end');
        throw new Error('too many requests');
      }
      const known = asked.key === change.key ? change.answer : recorded.get(asked.key);
      const isWrite = init.method !== 'GET' && !asked.isToken;
      if (isWrite && known === undefined) misdeeds.push(`writes what nobody asked for: ${asked.key}`);
      const isAgain = exchanges.some(({ key, answer }) => key === asked.key && answer.status < 300);
      if (isWrite && isAgain) misdeeds.push('writes again what the vendor said it did');
      const answer = known ?? (isWrite ? nothing : await vendors[side](url, init));
      exchanges.push({ ...asked, answer, body: known === change.answer ? changedBody : bodyOf(answer.text) });
      return answer;
    };
  const doors = doorsOver(story, { personio: through('personio'), timetac: through('timetac') }, (ms) => {
    waited += ms;
  });
  return { doors, play: { exchanges, waitedMs: () => waited, misdeeds } };
}

const nothing: TransportAnswer = { status: 500, headers: {}, text: '' };

function vendorsOf(story: Story): Readonly<Record<Side, Transport>> {
  return {
    personio: simulatorTransport(story.world.personio.handle),
    timetac: simulatorTransport(story.world.timetac.handle),
  };
}

function doorsOver(
  story: Story,
  transports: Readonly<Record<Side, Transport>>,
  wait: (ms: number) => void,
): Doors {
  let slept = 0;
  const timing = {
    now: () => story.world.clock.now() + slept,
    random: seededRandom(3),
    sleep: (ms: number) => {
      slept += ms;
      wait(ms);
      return Promise.resolve();
    },
  };
  const common = { timing, pacing: 'vendor', retry: { repeats: 1 } } as const;
  const { personio, timetac } = story.world.settings;
  return {
    // The label tells which attribute is the date of birth.
    hr: createPersonioDoor({
      ...personio,
      ...common,
      attributes: { dateOfBirth: null },
      transport: transports.personio,
    }),
    time: createTimetacDoor({ ...timetac, ...common, transport: transports.timetac }),
  };
}

function exchangeOf(
  side: Side,
  url: string,
  init: { readonly method: string; readonly body?: string },
  answer: TransportAnswer,
): Exchange {
  const { pathname } = new URL(url);
  return {
    side,
    method: init.method,
    path: pathname.replace(/^\/demo\/v\d\//, '').replace(/^\//, ''),
    isToken: pathname.endsWith('/token'),
    key: `${init.method} ${url} ${init.body ?? ''}`,
    answer,
    body: bodyOf(answer.text),
  };
}

// The same recorded answers are heard thousands of times.
const bodies = new Map<string, unknown>();
function bodyOf(text: string): unknown {
  if (bodies.has(text)) return bodies.get(text);
  let body: unknown;
  try {
    body = JSON.parse(text) as unknown;
  } catch {
    body = undefined;
  }
  if (bodies.size > 500) bodies.clear();
  bodies.set(text, body);
  return body;
}
