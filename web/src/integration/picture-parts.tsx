// Pieces of the picture of the last 30 days: where a day stands, names of its two halves, their scales.

import type { ReactNode } from 'react';
import type { DayShown } from './history.ts';
import { SHOWN_DAYS } from './history.ts';

export interface PanelProps {
  readonly days: readonly DayShown[];
  /** In pixels, as everything here. */
  readonly width: number;
}

export const BARS = { top: 34, height: 84 } as const;
export const LINE = { top: 168, height: 36 } as const;

export const centreOf = (index: number, width: number): number => ((index + 0.5) * width) / SHOWN_DAYS;

export function PanelName({ y, children }: { readonly y: number; readonly children: string }): ReactNode {
  return (
    <text x={0} y={y} fontSize={12} fontWeight={600} fill="currentColor" stroke="none">
      {children}
    </text>
  );
}

interface ScaleProps {
  readonly y: number;
  readonly width: number;
  readonly children?: string;
}

/** A faint line, with its value at the right end above it. */
export function Scale({ y, width, children }: ScaleProps): ReactNode {
  return (
    <>
      <line x1={0} x2={width} y1={y} y2={y} stroke="var(--mantine-color-default-border)" strokeWidth={1} />
      {children === undefined ? null : (
        <text
          x={width}
          y={y - 5}
          textAnchor="end"
          fontSize={12}
          fill="var(--mantine-color-dimmed)"
          stroke="none"
        >
          {children}
        </text>
      )}
    </>
  );
}
