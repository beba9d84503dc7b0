// Both records of a conflict side by side: TimeTac's and Personio's, who changed what when, and where they differ.

import { Box, Mark, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line, Side } from '../api/types.ts';
import { sideWords } from '../words/common.ts';
import { conflictWords as words } from '../words/issues.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import type { Piece } from './differences.ts';
import { sideBySide } from './differences.ts';
import type { Standing } from './sides.ts';
import { isAsWritten, isForeign, standingOf } from './sides.ts';

/** Nothing where no two records disagree. */
export function ConflictCard({ line }: { readonly line: Line }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const [timetac, personio] = [standingOf(line, 'timetac'), standingOf(line, 'personio')];
  if (line.sides === null) {
    return null;
  }
  const compared =
    timetac.is === 'record' && personio.is === 'record'
      ? sideBySide(timetac.text[language], personio.text[language])
      : null;
  const looksAlike = compared !== null && !compared.one.some(isMarked) && !compared.other.some(isMarked);
  return (
    <Stack gap={6}>
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} spacing="sm" m={0}>
        <OneSide side="timetac" standing={timetac} pieces={compared?.one} story={<OurStory line={line} />} />
        <OneSide
          side="personio"
          standing={personio}
          pieces={compared?.other}
          story={<TheirStory line={line} />}
        />
      </SimpleGrid>
      {looksAlike ? <Text size="sm">{say(words.looksAlike)}</Text> : null}
    </Stack>
  );
}

const isMarked = ({ differs }: Piece): boolean => differs;

interface OneSideProps {
  readonly side: Side;
  readonly standing: Standing;
  readonly pieces: readonly Piece[] | undefined;
  readonly story: ReactNode;
}

function OneSide({ side, standing, pieces, story }: OneSideProps): ReactNode {
  const say = useSay();
  return (
    <Box p="sm" style={frame}>
      <Text component="dt" size="sm" fw={600}>
        {say(sideWords[side])}
      </Text>
      <Text component="dd" m={0} fz="lg" style={anywhere}>
        {pieces !== undefined ? (
          pieces.map((piece, index) => <OnePiece key={`${index} ${piece.text}`} piece={piece} />)
        ) : (
          <Alone side={side} standing={standing} />
        )}
      </Text>
      <Text component="dd" m={0} size="sm" c="dimmed">
        {story}
      </Text>
    </Box>
  );
}

const frame = {
  border: '1px solid var(--mantine-color-default-border)',
  borderRadius: 'var(--mantine-radius-md)',
} as const;
const anywhere = { overflowWrap: 'anywhere' } as const;

function Alone({ side, standing }: { readonly side: Side; readonly standing: Standing }): ReactNode {
  const say = useSay();
  switch (standing.is) {
    case 'record':
      return say(standing.text);
    case 'gone':
      return say(words.gone);
    case 'unknown':
      return say(words.unknown, { side: say(sideWords[side]) });
    default:
      return standing satisfies never;
  }
}

function OnePiece({ piece }: { readonly piece: Piece }): ReactNode {
  const say = useSay();
  return piece.differs ? (
    <Mark fw={600}>
      <VisuallyHidden>{say(words.differs)} </VisuallyHidden>
      {piece.text}
    </Mark>
  ) : (
    piece.text
  );
}

function OurStory({ line }: { readonly line: Line }): ReactNode {
  const say = useSay();
  if (standingOf(line, 'timetac').is === 'gone') {
    return say(words.goneThere);
  }
  return say(isAsWritten(line) ? words.asWritten : words.asNow);
}

/** Who and when, as far as Personio tells it. */
function TheirStory({ line }: { readonly line: Line }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const at = line.sides?.changedAt ?? null;
  if (standingOf(line, 'personio').is === 'gone') {
    return say(words.deleted);
  }
  return [
    isForeign(line) ? say(words.foreign) : null,
    at === null ? say(words.changedSomeTime) : say(words.changedAt, { when: dateTime(at) }),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
