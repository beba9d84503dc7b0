// The picture of the last 30 days: above, what was written, as bars; below, what was open, as a line. Days without a
// run are left out of both. Drawn as wide as there is room, so that its writing keeps its size.

import { Box, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { historyWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { DayShown } from './history.ts';
import { ceilingOf, SHOWN_DAYS } from './history.ts';
import { HistoryBars } from './history-bars.tsx';
import { HistoryLine } from './history-line.tsx';
import type { PanelProps } from './picture-parts.tsx';
import { BARS, centreOf, LINE } from './picture-parts.tsx';

export interface HistoryPictureProps {
  readonly days: readonly DayShown[];
  /** What the picture says, for whoever does not see it. */
  readonly label: string;
}

/** Until the width is known. */
const FIRST_WIDTH = 600;
const TICKS_AT = 226;
const HEIGHT = 232;

export function HistoryPicture({ days, label }: HistoryPictureProps): ReactNode {
  const say = useSay();
  const { ref, width: measured } = useElementSize();
  const width = measured === 0 ? FIRST_WIDTH : measured;
  const ceiling = ceilingOf(days.map(({ told }) => told?.writes ?? 0));
  const isCut = days.some(({ told }) => told !== null && told.writes > ceiling);
  return (
    <Box ref={ref}>
      <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <HistoryBars days={days} width={width} ceiling={ceiling} />
        <HistoryLine days={days} width={width} />
        <Ticks days={days} width={width} />
        <Days days={days} width={width} />
      </svg>
      <Text size="sm" c="dimmed">
        {say(historyWords.gaps)} {isCut ? say(historyWords.cut) : ''}
      </Text>
    </Box>
  );
}

function Ticks({ days, width }: PanelProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const [first, middle] = [days[0], days[Math.floor(SHOWN_DAYS / 2)]];
  return (
    <g fontSize={12} fill="var(--mantine-color-dimmed)">
      <text x={0} y={TICKS_AT}>
        {date(first?.date ?? '')}
      </text>
      <text x={centreOf(Math.floor(SHOWN_DAYS / 2), width)} y={TICKS_AT} textAnchor="middle">
        {date(middle?.date ?? '')}
      </text>
      <text x={width} y={TICKS_AT} textAnchor="end">
        {say(historyWords.today)}
      </text>
    </g>
  );
}

/** Over each day, what it was, for whoever points at it. */
function Days({ days, width }: PanelProps): ReactNode {
  const say = useSay();
  const { weekday, count } = useFormat();
  return days.map(({ date, told }, index) => (
    <rect
      key={date}
      x={(index * width) / SHOWN_DAYS}
      y={BARS.top}
      width={width / SHOWN_DAYS}
      height={LINE.top + LINE.height - BARS.top}
      fill="transparent"
    >
      <title>
        {told === null
          ? say(historyWords.dayEmpty, { day: weekday(date) })
          : say(historyWords.dayTold, {
              day: weekday(date),
              writes: count(told.writes, historyWords.writesOne, historyWords.writesMany),
              issues: count(told.issues, historyWords.openOne, historyWords.openMany),
            })}
      </title>
    </rect>
  ));
}
