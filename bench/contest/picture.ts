// The picture of the contest: calls ÷ necessary calls, one bar per contestant and trace, on a scale of powers of ten,
// because the contestants are that far apart.

import { type ContestantName, contestantNames, titles } from './contestants/contestant.ts';
import type { Heat } from './contest.ts';
import { figuresOf, ratio } from './figures.ts';

/** Told apart by people who see colours differently, too; Tandem's is the darkest. */
const colours: Readonly<Record<ContestantName, string>> = {
  tandem: '#1b4f72',
  serial: '#e69f00',
  recreate: '#cc79a7',
  parallel: '#56b4e9',
  'per-user': '#009e73',
};

const bar = { height: 14, gap: 3 } as const;
const edge = { left: 190, right: 90, top: 70, bottom: 40 } as const;
const width = 820;
const heatHeight = contestantNames.length * (bar.height + bar.gap) + 16;

/** An SVG document. */
export function pictureOf(heats: readonly Heat[]): string {
  const height = edge.top + heats.length * heatHeight + edge.bottom;
  const most = Math.max(10, ...heats.flatMap((heat) => figuresOf(heat).map((row) => row.callsPerNecessary)));
  const decades = Math.ceil(Math.log10(most));
  const reach = (value: number): number =>
    (Math.max(0, Math.log10(Math.max(value, 1))) / decades) * (width - edge.left - edge.right);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    '<title>Calls to both vendors, as a multiple of the necessary ones</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="26" font-size="16" font-weight="600" fill="#222">Calls ÷ necessary calls (1 is the least; each line is ten times the one before)</text>`,
    ...legend(),
    ...Array.from({ length: decades + 1 }, (_none, power) =>
      scaleLine(edge.left + reach(10 ** power), 10 ** power, height),
    ),
    ...heats.flatMap((heat, index) => bars(heat, edge.top + index * heatHeight, reach)),
    '</svg>',
    '',
  ].join('\n');
}

function legend(): string[] {
  let x = 16;
  return contestantNames.flatMap((name) => {
    const at = x;
    x += 36 + titles[name].length * 6.6;
    return [
      `<rect x="${at}" y="40" width="12" height="12" fill="${colours[name]}"/>`,
      `<text x="${at + 18}" y="50" fill="#222">${titles[name]}</text>`,
    ];
  });
}

const scaleLine = (x: number, value: number, height: number): string =>
  `<line x1="${round(x)}" x2="${round(x)}" y1="${edge.top - 6}" y2="${height - edge.bottom + 6}" stroke="#ccc"/>` +
  `<text x="${round(x)}" y="${height - edge.bottom + 22}" text-anchor="middle" fill="#555">${value.toLocaleString('en')}</text>`;

function bars(heat: Heat, top: number, reach: (value: number) => number): string[] {
  const rows = figuresOf(heat).map(({ contestant, callsPerNecessary }, index) => {
    const y = top + index * (bar.height + bar.gap);
    // What is exactly necessary has a bar too, however thin.
    const length = Math.max(2, reach(callsPerNecessary));
    return (
      `<rect x="${edge.left}" y="${y}" width="${round(length)}" height="${bar.height}" fill="${colours[contestant]}"/>` +
      `<text x="${round(edge.left + length + 6)}" y="${y + 11}" fill="#222">${ratio(callsPerNecessary)}</text>`
    );
  });
  const middle = top + (heatHeight - 16) / 2 + 3;
  return [
    `<text x="${edge.left - 12}" y="${middle}" text-anchor="end" fill="#222">${heat.trace.title}</text>`,
    ...rows,
  ];
}

const round = (value: number): string => value.toFixed(1);
