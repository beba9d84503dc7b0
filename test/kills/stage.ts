// One scenario on its stage: a small company, an archive that outlives every process, and the life at work, which can
// be ended at any point.

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Archive } from '../../src/engine/archive.ts';
import type { RunRequest } from '../../src/engine/workshop.ts';
import { type StoryOptions, tellStory } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import { type Kill, Life } from './life.ts';
import { markOutside, mortalArchive } from './mortal.ts';
import { createWatch } from './watch.ts';

/** What happens to a request on its way; by default it arrives. */
export type Weather = (
  request: Request,
  arrives: (request: Request) => Promise<Response>,
) => Promise<Response>;

/** Opens the archive of the scenario as a process that starts would. */
export type OpenArchive = () => Promise<Archive>;

export type Stage = ReturnType<typeof openStage>;

export function openStage(options: StoryOptions, first: OpenArchive) {
  let life = new Life(null);
  let openNow = first;
  const open: OpenArchive = () => openNow();
  const story = tellStory({ ...options, generation: markOutside(() => life) });
  const watch = createWatch(story);
  const clear: Weather = (request, arrives) => arrives(request);
  let weather = clear;
  for (const side of ['personio', 'timetac'] as const)
    story.wire.next(
      { side, path: '' },
      (request, handle) =>
        life.pass(`${request.method} ${new URL(request.url).pathname}`, () =>
          watch.around(request, () => weather(request, handle)),
        ),
      { times: Infinity },
    );

  return {
    story,
    watch,
    open,
    /** A life that nothing ends; people's scenes are set with it. */
    sync: async (request: Partial<RunRequest> = {}): Promise<RunReport> =>
      story.world.sync(request, await open()),
    desk: () => deskOf({ ...story.world, home: { ...story.world.home, openArchive: open } }),
    /** Another archive stands in its place from now on. */
    restore: (backup: Archive): void => {
      openNow = () => Promise.resolve(backup);
    },
    meets: (coming: Weather): void => {
      weather = coming;
    },
    clears: (): void => {
      weather = clear;
    },
    /** One process from its start to its end, or to its death. */
    live: async (kill: Kill | null, act: (archive: Archive) => Promise<unknown>): Promise<Life> => {
      const own = new Life(kill);
      life = own;
      await Promise.race([own.death, act(mortalArchive(await open(), own))]);
      if (own.isDead) await bury(own);
      life = new Life(null);
      return own;
    },
  };
}

/** What was under way comes to a halt, and the operating system takes back what the process held. */
async function bury(life: Life): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  await life.lease?.release();
}
