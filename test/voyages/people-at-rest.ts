// When the sea is calm: who has an account, and does it say what HR says?

import type { UnitFindings } from '../../src/engine/archive.ts';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import { dayAfter } from './chart.ts';
import { exitOf } from './exits.ts';
import type { World } from './sea.ts';
import { concernsPerson } from './spoken.ts';
import { Aground, type Watched } from './watched.ts';

interface PersonLink {
  readonly key: string;
  readonly targetId: string;
}

/**
 * Accounts follow their employees, nobody who should have one is without, and nobody is left aside without a reason.
 * @throws Aground
 */
export function checkPeople(
  watched: Watched,
  findings: readonly UnitFindings[],
  people: readonly PersonLink[],
): void {
  const { world, diary } = watched;
  const { users } = world.timetac.state;
  const today = new Date(world.clock.now()).toISOString().slice(0, 10);
  for (const employee of world.personio.state.employees) {
    const id = String(employee.id);
    if (!watched.hidesFields && users.filter((user) => user.external_id === id).length > 1)
      throw new Aground(`S1: two users with the external id ${id}`);
    const link = people.find((one) => one.key === id);
    if (!watched.hidesFields && link === undefined && isPlainlyTheSame(world, people, employee))
      throw new Aground(`L2: employee ${id} has an account with the same address, and is not linked to it`);
    if (concernsPerson(findings, id, null)) continue;
    if (link === undefined) {
      const over = employee.termination_date !== null && employee.termination_date <= today;
      const due = employee.status === 'onboarding' && (employee.hire_date ?? '9999') <= dayAfter(today, 13);
      if ((employee.status === 'active' || due) && !over)
        throw new Aground(`L2: employee ${id} has no user and no issue`);
      continue;
    }
    const user = users.find((one) => String(one.id) === link.targetId);
    if (!watched.hidesFields && user !== undefined && user.external_id !== id)
      throw new Aground(`L1: linked user ${link.targetId} does not carry the id of employee ${id}`);
    const differs =
      (diary.changedPeople.has(`${id} email`) && user?.email_address !== employee.email) ||
      (diary.changedPeople.has(`${id} name`) && user?.lastname !== employee.last_name) ||
      // What TimeTac hides is not written (rule 1.2).
      (!watched.hidesFields &&
        diary.changedPeople.has(`${id} exit`) &&
        user?.exit_date !== employee.termination_date);
    if (differs)
      throw new Aground(
        `L1: user ${link.targetId} does not follow employee ${id}: ${JSON.stringify([user?.email_address, user?.lastname, user?.exit_date])} ` +
          `instead of ${JSON.stringify([employee.email, employee.last_name, employee.termination_date])}`,
      );
    const exit = exitOf(employee);
    if (exit !== null && dayAfter(exit, 2) < today && user?.active === true)
      throw new Aground(`L1: user ${link.targetId} is active after the exit on ${exit}`);
    if (diary.hiredAgain.has(id) && employee.status === 'active' && exit === null && user?.active === false)
      throw new Aground(`L1: user ${link.targetId} is switched off, but employee ${id} was hired again`);
  }
}

/** One account, one employee, one address, however it is spelled; nothing else speaks against it. */
function isPlainlyTheSame(world: World, people: readonly PersonLink[], employee: PersonioEmployee): boolean {
  const address = employee.email?.trim().toLowerCase() ?? '';
  if (address === '' || employee.status === 'inactive') return false;
  const isHis = (text: string | null): boolean => text?.trim().toLowerCase() === address;
  const users = world.timetac.state.users.filter((user) => user.human && isHis(user.email_address));
  const [user] = users;
  return (
    user !== undefined &&
    users.length === 1 &&
    user.external_id === '' &&
    !people.some((link) => link.targetId === String(user.id)) &&
    world.personio.state.employees.filter((one) => isHis(one.email)).length === 1 &&
    !world.personio.state.employees.some((one) => hasTheNameOf(user, one) && !hasTheNameOf(user, employee))
  );
}

const hasTheNameOf = (user: TimetacUser, employee: PersonioEmployee): boolean =>
  user.firstname === employee.first_name && user.lastname === employee.last_name;
