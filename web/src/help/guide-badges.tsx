// What kind of matter a guide is about, and where a way is gone.

import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IconName } from '../ui/icons.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import type { Guide } from '../words/help.ts';
import { guideClassWords, guideWords, placeWords } from '../words/help.ts';
import { useSay } from '../words/say.ts';

type Place = Guide['ways'][number]['place'];
type Look = readonly [color: string, icon: IconName];

const classLooks = {
  issue: ['yellow', 'warn'],
  hold: ['gray', 'clock'],
  note: ['blue', 'info'],
} as const satisfies Record<Guide['class'], Look>;

const placeLooks = {
  personio: ['gray', 'arrow'],
  timetac: ['gray', 'arrow'],
  tandem: ['blue', 'check'],
} as const satisfies Record<Place, Look>;

export function ClassBadge({ of }: { readonly of: Guide['class'] }): ReactNode {
  const say = useSay();
  return <WordBadge look={classLooks[of]}>{say(guideClassWords[of])}</WordBadge>;
}

export function PlaceBadge({ place }: { readonly place: Place }): ReactNode {
  const say = useSay();
  return (
    <WordBadge look={placeLooks[place]}>
      <VisuallyHidden>{say(guideWords.place)}: </VisuallyHidden>
      {say(placeWords[place])}
    </WordBadge>
  );
}
