// Rule 4.1: one run per integration at a time. Whoever slept while another process took over writes nothing more, to no
// vendor either.

import { expect, test } from 'vitest';
import { anna, type Story, tellStory } from '../support/company.ts';

/** Another process takes over after so many writes. */
function overtakenAfter({ archive }: Story, writes: number): () => void {
  const openLease = archive.openLease.bind(archive);
  archive.openLease = async (holder) => {
    const lease = await openLease(holder);
    let left = writes;
    const stillHeld = (): Promise<void> =>
      left-- > 0 ? Promise.resolve() : Promise.reject(new Error('overtaken'));
    return lease === null ? null : { ...lease, stillHeld };
  };
  return () => void (archive.openLease = openLease);
}

test('hours: it ends where it is, and the next run completes what it left, once', async () => {
  const story = tellStory();
  for (const day of ['09', '10', '11', '12']) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
  const mend = overtakenAfter(story, 2);

  await expect(story.sync()).rejects.toThrow('overtaken');
  expect(story.attendances()).toHaveLength(2);
  mend();
  await story.syncLater();

  expect(story.attendances()).toHaveLength(4);
});

test('people: no account is made', async () => {
  const story = tellStory({ people: [{}, { user: null }] });
  overtakenAfter(story, 0);

  await expect(story.sync()).rejects.toThrow('overtaken');

  expect(story.states.timetac.users.filter(({ firstname }) => firstname === 'Ben')).toEqual([]);
});
