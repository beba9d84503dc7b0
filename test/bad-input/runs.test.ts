// Whole runs in which one answer of a vendor is wrong (proof.md, section 2): the run ends with a report, it writes
// nothing that it would not have written anyway, it deletes nothing, and once the vendor speaks properly again both
// sides stand as if nothing had happened.

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { apiUserId } from '../../src/simulators/company/bench.ts';
import { dora, openCompany } from './company.ts';
import { endpoints, pagedEndpoints } from './endpoints.ts';
import { withinRow } from './judge.ts';
import { at, isOneOf, touches } from './meaning.ts';
import { changedAt, jsonOf, mutations, type Path, placesOf } from './mutations.ts';
import { type Heard, openScenes, play, type Ran } from './run-stage.ts';

/** Other mishaps, and more of them. */
const seed = Number(process.env['BAD_INPUT_SEED'] ?? 1);
const runsPerScene = Number(process.env['BAD_INPUT_RUNS'] ?? 80);

const scenes = await openScenes();

describe.each(scenes)('$name', (scene) => {
  test('one wrong answer makes it do less, never something else', async () => {
    const clean = await play(scene, () => null);
    expect(clean.report).toMatchObject({ run: { mode: 'live' } });
    expect(clean.writes.length).toBeGreaterThan(1);
    const rest = await clean.afterwards();
    const complaints: string[] = [];
    const dice = seededRandom(seed);
    let failed = 0;
    for (let round = 0; round < runsPerScene; round++) {
      const mishap = draw(clean.heard, dice);
      const ran = await play(scene, mishap.change);
      if (!(ran.report instanceof Error) && ran.report.run.status === 'failed') failed += 1;
      const found = await complaintsAbout(clean, rest, ran, mishap);
      complaints.push(...found.map((complaint) => `${mishap.title}: ${complaint}`));
    }
    expect(complaints.slice(0, 25)).toEqual([]);
    // Mishaps that nobody noticed would prove nothing.
    expect(failed).toBeGreaterThan(runsPerScene / 20);
    expect(failed).toBeLessThan(runsPerScene);
  });
});

interface Mishap {
  readonly title: string;
  readonly change: (heard: Heard) => string | null;
  /** Whether the changed answer says nothing that could be taken for the truth. */
  readonly isSenseless: boolean;
}

async function complaintsAbout(
  clean: Ran,
  rest: readonly string[],
  ran: Ran,
  { isSenseless }: Mishap,
): Promise<readonly string[]> {
  if (ran.report instanceof Error) return [`the run breaks: ${String(ran.report.stack).slice(0, 400)}`];
  const more = surplus(ran.writes, clean.writes);
  const deletes = more.filter((write) => write.startsWith('DELETE'));
  if (!isSenseless) return deletes.map((write) => `deletes: ${write}`);
  const finds = more.filter((write) => !saysLess(write, clean.writes)).map((write) => `writes: ${write}`);
  const later = await ran.afterwards();
  return [
    ...finds,
    ...surplus(later, rest).map((row) => `there is too much afterwards: ${row}`),
    ...surplus(rest, later).map((row) => `there is too little afterwards: ${row}`),
  ];
}

/** A new account goes without what is not known and not required (rules 1.2 and 1.5). */
function saysLess(write: string, others: readonly string[]): boolean {
  const create = /^(POST \S+\/users\/create) (.*)$/.exec(write);
  if (create === null) return false;
  const fields = Object.entries(JSON.parse(create[2] ?? '') as object);
  return others
    .filter((other) => other.startsWith(`${create[1]} `))
    .map((other) => JSON.parse(other.slice(create[1]!.length)) as object)
    .some((whole) => fields.every(([key, value]) => isOneOf(value, [at(whole, key)])));
}

/** What stands in the first list more often than in the second. */
function surplus(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Any kind of call is as likely as any other, then any of its places, then any mutation that makes sense there. */
function draw(heard: readonly Heard[], dice: () => number): Mishap {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  for (;;) {
    const kinds = [...new Set(heard.map(kindOf))];
    const kind = pick(kinds);
    const victim = pick(heard.filter((one) => kindOf(one) === kind));
    if (victim.text === '') continue;
    const body = JSON.parse(victim.text) as unknown;
    const { path, value, neighbour } = pick(placesOf(body, Math.floor(dice() * 2 ** 31)));
    const { name, apply } = pick(mutations);
    const changed = apply(value, neighbour);
    if (changed === undefined) continue;
    const text = jsonOf(changedAt(body, path, changed));
    let times = 0;
    return {
      title: `${kind} ${path.join('.')} := ${name}`,
      // A vendor that is asked again says the same; of many writes one is answered badly.
      change: ({ method, url }) => {
        if (method !== victim.method || url !== victim.url) return null;
        times += 1;
        return method === 'GET' || times === 1 ? text : null;
      },
      isSenseless: isSenseless(victim, body, JSON.parse(text) as unknown, path),
    };
  }
}

const kindOf = ({ method, url }: Heard): string => {
  const { pathname } = new URL(url);
  return `${method} ${pathname.replace(/[0-9a-f-]{20,}/, '{id}')}`;
};

/** Words for "not known". */
const unknowns: readonly unknown[] = [undefined, 'other', 'unknown'];

function isSenseless(victim: Heard, before: unknown, after: unknown, path: Path): boolean {
  const pathname = new URL(victim.url).pathname.replace(/^\/demo\/v\d\//, '').replace(/^\//, '');
  const lists = [...endpoints, ...pagedEndpoints]
    .flatMap((endpoint) => endpoint.lists)
    .filter((list) => list.path.test(pathname) && withinRow(list, path) !== null);
  const [list] = lists;
  // Of a list only what makes it shorter could be taken for the truth.
  if (list === undefined) return !isShorter(before, after, path);
  const rowPath = path.slice(0, path.length - (withinRow(list, path)?.length ?? 0));
  const inRow = withinRow(list, path) ?? [];
  const place = rowPath.join('.');
  const [was, is] = [valueAt(before, rowPath), valueAt(after, rowPath)];
  if (inRow.length === 0 && place !== '' && !isShorter(before, after, rowPath.slice(0, -1))) return true;
  return Object.values(list.fields([]))
    .filter(({ from }) => from.some((one) => touches(inRow, one)))
    .every(({ says }) => {
      const readings = says(is).filter((reading) => !unknowns.includes(reading));
      return readings.every((reading) => isOneOf(reading, says(was)));
    });
}

function isShorter(before: unknown, after: unknown, path: Path): boolean {
  const [was, is] = [valueAt(before, path), valueAt(after, path)];
  return Array.isArray(was) && Array.isArray(is) && is.length < was.length;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => {
    if (Array.isArray(found)) return typeof step === 'number' ? (found as unknown[])[step] : undefined;
    return at(found, String(step));
  }, value);
}

test.each(['missing', 'null', 'another word'])(
  'an account whose flag for people is %s is nobody’s',
  async (name) => {
    const story = openCompany();
    story.hr.editEmployee(dora.id, { email: 'tandem-api@muster.example' });
    const [scene] = await openScenes();
    const { apply } = mutations.find((mutation) => mutation.name === name)!;
    const ran = await play({ ...scene!, states: story.states }, ({ url, text }) => {
      if (!url.includes('/users/read')) return null;
      const body = JSON.parse(text) as { readonly Results: readonly { readonly id: number }[] };
      const row = body.Results.findIndex(({ id }) => id === apiUserId);
      return row < 0 ? null : jsonOf(changedAt(body, ['Results', row, 'human'], apply(false, true)));
    });
    expect(ran.report).not.toBeInstanceOf(Error);
    expect(
      ran.writes.filter((write) => write.includes('users/update') && write.includes(`"id":${apiUserId}`)),
    ).toEqual([]);
  },
);

test('a create that is answered with the id of another record is no fault of ours', async () => {
  const [first] = scenes;
  let id: string | null = null;
  const ran = await play(first!, ({ method, url, text }) => {
    if (method !== 'POST' || !url.includes('/attendance-periods')) return null;
    const body = JSON.parse(text) as { readonly id: string };
    id ??= body.id;
    return JSON.stringify({ ...body, id });
  });
  expect(ran.report).not.toBeInstanceOf(Error);
});
