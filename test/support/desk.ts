// The front desk as a story speaks with it: orders that are done, or refused with a reason.

import type { Choice } from '../../src/core/sync/decision.ts';
import type { Answer } from '../../src/service/desk-hours.ts';
import {
  decideIssue,
  listIssues,
  retryIssue,
  takeBackAnswer,
  takeOverIssue,
} from '../../src/service/issues.ts';
import { linkPeople, reviewMatching, unlinkPerson } from '../../src/service/people.ts';
import type { World } from './world.ts';

export function deskOf(world: World) {
  const { home, clock } = world;
  return {
    issues: () => listIssues(home, world.settings),
    decide: (which: string, choice: Choice) =>
      answered(decideIssue(home, world.settings, which, choice, clock.now())),
    retry: (which: string) => answered(retryIssue(home, world.settings, which)),
    takeOver: (which: string) => answered(takeOverIssue(home, world.settings, which)),
    takeBack: (which: string) => answered(takeBackAnswer(home, world.settings, which)),
    review: () => reviewMatching(home, world.settings, clock.now()),
    link: (employee: string, user: number) =>
      answered(
        linkPeople(home, world.settings, { personioId: employee, timetacId: String(user) }, clock.now()),
      ),
    unlink: (employee: string) => answered(unlinkPerson(home, world.settings, employee, clock.now())),
  };
}

/** What was done; a refusal is thrown with its reason. */
async function answered<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (given === 'busy') throw new Error('busy');
  if (!given.ok) throw new Error(given.why.en);
  return given.value;
}
