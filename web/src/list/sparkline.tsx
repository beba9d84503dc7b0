// What was written in the last 30 days, in the height of one line. The overview has the same in full.

import type { ReactNode } from 'react';
import type { HistoryDay } from '../integration/history.ts';
import { barOf, ceilingOf, dayOf, lastDays, SHOWN_DAYS, totalsOf } from '../integration/history.ts';
import { historyWords } from '../words/integration.ts';
import { listWords as words } from '../words/list.ts';
import { useFormat, useSay } from '../words/say.ts';

const STEP = 5;
const WIDE = 3.5;
const HEIGHT = 20;
const WIDTH = STEP * SHOWN_DAYS;

export function Sparkline({ history }: { readonly history: readonly HistoryDay[] }): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const days = lastDays(history, dayOf(new Date()));
  const ceiling = ceilingOf(days.map(({ told }) => told?.writes ?? 0));
  const totals = totalsOf(days);
  const label = say(words.historyTold, {
    writes:
      totals === null
        ? say(words.historyNone)
        : count(totals.writes, historyWords.writesOne, historyWords.writesMany),
  });
  return (
    <svg role="img" aria-label={label} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{label}</title>
      <rect y={HEIGHT - 1} width={WIDTH} height={1} fill="var(--mantine-color-default-border)" />
      {days.map(({ date, told }, index) => {
        if (told === null) {
          return null;
        }
        const { height } = barOf(told.writes, ceiling, HEIGHT - 1);
        const x = index * STEP;
        return (
          <g key={date}>
            <rect x={x} y={HEIGHT - 1} width={WIDE} height={1} fill="var(--mantine-color-dimmed)" />
            <rect
              x={x}
              y={HEIGHT - height}
              width={WIDE}
              height={height}
              fill="var(--mantine-color-blue-filled)"
            />
          </g>
        );
      })}
    </svg>
  );
}
