// What was written on each day, as bars.

import type { ReactNode } from 'react';
import { historyWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import { barOf, SHOWN_DAYS } from './history.ts';
import type { PanelProps } from './picture-parts.tsx';
import { BARS, centreOf, PanelName, Scale } from './picture-parts.tsx';

const WIDEST = 20;

export function HistoryBars({ days, width, ceiling }: PanelProps & { readonly ceiling: number }): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const wide = Math.min(WIDEST, (width / SHOWN_DAYS) * 0.7);
  const floor = BARS.top + BARS.height;
  return (
    <g>
      <PanelName y={12}>{say(historyWords.writes)}</PanelName>
      <Scale y={BARS.top} width={width}>
        {number(ceiling)}
      </Scale>
      <Scale y={floor} width={width} />
      {days.map(({ date, told }, index) => {
        if (told === null) {
          return null;
        }
        const { height, isCut } = barOf(told.writes, ceiling, BARS.height);
        const x = centreOf(index, width);
        return (
          <g key={date}>
            <rect x={x - wide / 2} y={floor - 1} width={wide} height={2} fill="var(--mantine-color-dimmed)" />
            <rect
              x={x - wide / 2}
              y={floor - height}
              width={wide}
              height={height}
              fill="var(--mantine-color-blue-filled)"
            />
            {isCut ? <Cut x={x} y={BARS.top} wide={wide} width={width} text={number(told.writes)} /> : null}
          </g>
        );
      })}
    </g>
  );
}

interface CutProps {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly width: number;
  readonly text: string;
}

/** A slanting gap near the top of the bar, and the number that it stands for. */
function Cut({ x, y, wide, width, text }: CutProps): ReactNode {
  const [left, right] = [x - wide / 2 - 2, x + wide / 2 + 2];
  const anchor = x < 40 ? 'start' : x > width - 40 ? 'end' : 'middle';
  return (
    <>
      <path
        d={`M${left} ${y + 16}L${right} ${y + 10}`}
        stroke="var(--mantine-color-body)"
        strokeWidth={4}
        fill="none"
      />
      <text
        x={anchor === 'middle' ? x : x + (anchor === 'start' ? -wide / 2 : wide / 2)}
        y={y - 5}
        textAnchor={anchor}
        fontSize={12}
        fontWeight={600}
        fill="currentColor"
      >
        {text}
      </text>
    </>
  );
}
