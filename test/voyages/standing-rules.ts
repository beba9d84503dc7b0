// What must be true of Personio's records after every write (S1 and S2 of proof.md section 1).

import type { PersonioAbsence } from '../../src/simulators/personio/state.ts';
import { markOfAbsence, markOfPeriod } from './chart.ts';
import type { Call } from './lookout.ts';
import type { World } from './sea.ts';
import { type Watched, byApi, counts, stands } from './watched.ts';

/** Everything that others entered, as text by id. */
export function foreignRecords(world: World): Map<string, string> {
  const { attendances, absences } = world.personio.state;
  return new Map(
    [...attendances.filter((one) => !one.is_auto_generated), ...absences]
      .filter((one) => !byApi(one))
      .map((one) => [one.id, JSON.stringify(one)]),
  );
}

/** S1: nobody has two records of ours for the same time. What a person moved is that person's. */
export function noTwins({ world, diary }: Watched, call: Call): void {
  const { attendances, absences } = world.personio.state;
  const ours = attendances.filter((one) => byApi(one) && stands(one) && !diary.editedIds.has(one.id));
  for (const [index, one] of ours.entries())
    for (const other of ours.slice(index + 1))
      if (
        one.person_id === other.person_id &&
        one.start < (other.end ?? '9999') &&
        other.start < (one.end ?? '9999')
      )
        call('S1', `two records of ours: ${markOfPeriod(one)} and ${markOfPeriod(other)}`);
  const leave = absences.filter((one) => byApi(one) && counts(one) && !diary.editedIds.has(one.id));
  for (const [index, one] of leave.entries())
    for (const other of leave.slice(index + 1))
      if (one.person_id === other.person_id && beginOf(one) < endOf(other) && beginOf(other) < endOf(one))
        call('S1', `two absences of ours: ${markOfAbsence(one)} and ${markOfAbsence(other)}`);
}

export const beginOf = (one: PersonioAbsence): string => `${one.first} ${one.starts_at_midday ? '12' : '00'}`;
export const endOf = (one: PersonioAbsence): string =>
  `${one.last ?? '9999-12-31'} ${one.ends_at_midday ? 12 : 24}`;
