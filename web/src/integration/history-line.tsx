// What was open at the end of each day, as a line with dots.

import type { ReactNode } from 'react';
import { historyWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import { ceilingOf, stretchesOf } from './history.ts';
import type { PanelProps } from './picture-parts.tsx';
import { centreOf, LINE, PanelName, Scale } from './picture-parts.tsx';

export function HistoryLine({ days, width }: PanelProps): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const ceiling = ceilingOf(days.map(({ told }) => told?.issues ?? 0));
  const place = (index: number): readonly [x: number, y: number] => [
    centreOf(index, width),
    LINE.top + LINE.height * (1 - Math.min(1, (days[index]?.told?.issues ?? 0) / ceiling)),
  ];
  return (
    <g fill="var(--mantine-color-orange-filled)" stroke="var(--mantine-color-orange-filled)">
      <PanelName y={LINE.top - 20}>{say(historyWords.issues)}</PanelName>
      <Scale y={LINE.top} width={width}>
        {number(ceiling)}
      </Scale>
      <Scale y={LINE.top + LINE.height} width={width} />
      {stretchesOf(days).map((stretch) => (
        <path
          key={stretch[0]}
          d={`M${stretch.map((index) => place(index).join(' ')).join('L')}`}
          strokeWidth={2}
          fill="none"
        />
      ))}
      {days.map(({ date, told }, index) =>
        told === null ? null : (
          <circle key={date} cx={place(index)[0]} cy={place(index)[1]} r={3} stroke="none" />
        ),
      )}
    </g>
  );
}
