import { test } from 'vitest';
import { sail } from './voyage.ts';
test('x', async () => {
  const from = Number(process.env.FROM ?? 1),
    to = Number(process.env.TO ?? 20);
  const kinds = new Map<string, number[]>();
  let syncs = 0,
    kills = 0,
    writes = 0;
  const f: any = {};
  const t = Date.now();
  for (let s = from; s <= to; s++) {
    try {
      const l = await sail(s);
      syncs += l.syncs;
      kills += l.kills;
      writes += l.writes;
      for (const [k, v] of Object.entries(l.faults)) f[k] = (f[k] ?? 0) + v;
      if (process.env.SHOW) console.log(l.story.join('\n'));
    } catch (e: any) {
      const r = (e.reason ?? e.stack).split('\n').slice(0, 3).join(' ').slice(0, 260);
      const k = r.slice(0, 40);
      kinds.set(k, [...(kinds.get(k) ?? []), s]);
      if (process.env.SHOW) console.log(e.message);
      else console.log(s, r);
    }
  }
  console.log(
    Date.now() - t,
    'ms',
    { syncs, kills, writes },
    f,
    [...kinds].map(([k, v]) => `${v.length}x ${k}: ${v.slice(0, 8)}`).join('\n'),
  );
}, 600000);
