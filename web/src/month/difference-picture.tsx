// The differences as bars from a middle line: to the left what Personio lacks, to the right what it has more. Each bar
// stands beside its name and number, and everybody stands in the table below: nobody needs to see the drawing.

import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { nameOf } from '../runs/actions.ts';
import { monthPictureWords } from '../words/month.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { Bar, Measure, MonthRow } from './differences.ts';
import { barsOf, signed } from './differences.ts';
import './month.css';

export interface DifferencePictureProps {
  readonly rows: readonly MonthRow[];
  readonly measure: Measure;
}

const SHOWN = 12;

/** Nothing at all where nothing differs. */
export function DifferencePicture({ rows, measure }: DifferencePictureProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const titleId = useId();
  const bars = barsOf(rows, measure);
  const rest = bars.length - SHOWN;
  return bars.length === 0 ? null : (
    <Paper component="figure" withBorder p="md" m={0} aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="xs">
        {say(monthPictureWords[measure])}
      </Title>
      <div className="month-axis">
        <span />
        <Text component="span" size="sm" c="dimmed" className="month-axis-words">
          <span>{say(monthPictureWords.less)}</span>
          <span>{say(monthPictureWords.more)}</span>
        </Text>
        <span />
      </div>
      <ul className="plain-list month-bars">
        {bars.slice(0, SHOWN).map((bar, index) => (
          <BarLine key={bar.row.employee?.personioId ?? index} bar={bar} measure={measure} />
        ))}
      </ul>
      {rest > 0 ? (
        <Text component="figcaption" size="sm" c="dimmed" mt="xs">
          {count(rest, monthPictureWords.restOne, monthPictureWords.restMany)}
        </Text>
      ) : null}
    </Paper>
  );
}

function BarLine({ bar, measure }: { readonly bar: Bar; readonly measure: Measure }): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const { row, value, share } = bar;
  const text = signed(value, number);
  return (
    <li>
      <span className="month-name">
        <bdi>{nameOf(row.employee) ?? say(monthPictureWords.someone)}</bdi>
      </span>
      <Drawing share={share} />
      <span className="month-value">{measure === 'hours' ? `${text} h` : text}</span>
    </li>
  );
}

/** A hundred units to each side of the middle. */
function Drawing({ share }: { readonly share: number }): ReactNode {
  const length = Math.abs(share) * 100;
  const fill = `var(--mantine-color-${share < 0 ? 'orange' : 'blue'}-6)`;
  return (
    <svg
      aria-hidden
      focusable="false"
      viewBox="0 0 200 16"
      preserveAspectRatio="none"
      width="100%"
      height={16}
    >
      <rect x={share < 0 ? 100 - length : 100} y={2} width={length} height={12} fill={fill} />
      <rect x={99.75} y={0} width={0.5} height={16} fill="currentColor" />
    </svg>
  );
}
