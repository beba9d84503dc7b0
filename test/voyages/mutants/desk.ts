// At the desk (src/core/sync): what is compared, decided, ordered and guarded.

import { type Mutant, mutant } from './mutant.ts';

export const deskMutants: readonly Mutant[] = [
  mutant('foreign records are written over', '3.8', 'core/sync', 'desk.holdWhatIsInTheWay();', ''),
  mutant(
    'a joined record is changed',
    '0.3',
    'core/sync',
    "facts.origin === 'created' ? { do: 'update' } : { do: 'hold', because: 'source-changed-but-adopted' }",
    "{ do: 'update' }",
  ),
  mutant(
    'a joined record is deleted',
    '0.3',
    'core/sync',
    "facts.origin === 'created' ? { do: 'delete' } : { do: 'hold', because: 'source-gone-but-adopted' }",
    "{ do: 'delete' }",
  ),
  mutant(
    'an edit at the target is not seen',
    '3.9',
    'core/sync',
    "return same(link.agreed, target.content) ? 'as-agreed' : 'edited';",
    "return 'as-agreed';",
  ),
  mutant(
    'a frozen day is written all the same',
    '3.9',
    'core/sync',
    'if (input.unitWaits || desk.frozen)',
    'if (input.unitWaits)',
  ),
  mutant(
    'what only moved is deleted and entered again',
    '3.7',
    'core/attendance',
    'canUpdate: (from, to) => from.folded === undefined && from.kind === to.kind,',
    'canUpdate: () => false,',
  ),
  mutant('what was refused is sent again and again', '0.5', 'core/sync', 'desk.holdWhatWasRefused();', ''),
  mutant(
    'months that are closed are written',
    '2.1',
    'core/attendance',
    '({ start }) => dateOf(start) <= date',
    '({ start }) => dateOf(start) < date',
  ),
  mutant(
    'the guard lets everything through',
    '0.9',
    'core/sync',
    'planned > allowed ? {',
    'planned > allowed + 1_000 ? {',
  ),
  mutant(
    'the guard refuses exactly the limit',
    '0.9',
    'core/sync',
    'planned > allowed ? {',
    'planned >= allowed && planned > 0 ? {',
  ),
  mutant(
    'writes go out in any order',
    '3.7',
    'core/sync',
    'const free = new Set(waiting.filter((action) => inTheWayOf(action, waiting, craft) === undefined));',
    'const free = new Set(waiting);',
  ),
  mutant(
    'marks are taken for whatever stands beside them',
    '3.9',
    'core',
    'const place = candidates.find((candidate) => samePlace(candidate, agreed));',
    'const place = candidates[0];',
  ),
  mutant(
    'of marks nobody finds what is behind them',
    '0.2',
    'core',
    'const place = candidates.find((candidate) => samePlace(candidate, agreed));',
    'const place = undefined;',
  ),
];
