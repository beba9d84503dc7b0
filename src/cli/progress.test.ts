import { expect, test } from 'vitest';
import type { Progress } from '../engine/workshop.ts';
import { progressView } from './progress.ts';

function terminal(columns: number | null) {
  const said: string[] = [];
  return {
    said,
    columns,
    isRead: true,
    out: () => undefined,
    err: (text: string) => void said.push(text),
  };
}

const writing = (done: number, total: number | null): Progress => ({
  phase: 'writing',
  part: 'attendances',
  done,
  total,
});

test('a long part tells a line per tenth, and no line twice', () => {
  const screen = terminal(null);
  const view = progressView(screen, false);
  for (let done = 0; done <= 1000; done++) view.tell(writing(done, 1000));
  view.end();
  expect(screen.said).toHaveLength(11);
  expect(screen.said[0]).toBe('Writing attendances: 0 of 1000\n');
  expect(screen.said.at(-1)).toBe('Writing attendances: 1000 of 1000\n');
});

test('phases without a count are told once each, in words', () => {
  const screen = terminal(null);
  const view = progressView(screen, false);
  for (const phase of ['reading', 'reading', 'planning', 'verifying'] as const)
    view.tell({ phase, part: phase === 'verifying' ? 'absences' : null, done: 0, total: null });
  expect(screen.said).toEqual(['Reading …\n', 'Planning …\n', 'Reading back absences …\n']);
});

test('a part with nothing to do is told without a division by nothing', () => {
  const screen = terminal(null);
  progressView(screen, false).tell(writing(0, 0));
  expect(screen.said).toEqual(['Writing attendances: 0 of 0\n']);
});

test('quiet says nothing, on a terminal and off it', () => {
  for (const columns of [null, 80]) {
    const screen = terminal(columns);
    const view = progressView(screen, true);
    view.tell(writing(1, 2));
    view.end();
    expect(screen.said).toEqual([]);
  }
});

test.each([20, 40, 80, 300])(
  'the bar of a terminal of %i columns stays on one line and ends full',
  (columns) => {
    const screen = terminal(columns);
    const view = progressView(screen, false);
    view.tell(writing(3, 3));
    const drawn = screen.said.join('').replace('\r\u001b[K', '');
    expect(drawn).not.toContain('\n');
    expect(drawn).not.toContain('░');
    expect(drawn).toContain('Writing attendances: 3 of 3');
    if (columns >= 40) expect(drawn.length).toBeLessThanOrEqual(columns);
    view.end();
    expect(screen.said.at(-1)).toBe('\r\u001b[K');
  },
);
