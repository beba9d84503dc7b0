// HR's list of people: new addresses and names, hires, leavers, people who vanish from a list.

import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import type { World } from './sea.ts';
import { dayAfter } from './chart.ts';
import { todayOf } from './chosen.ts';
import type { Dice } from './dials.ts';
import type { Diary } from './diary.ts';

/** @returns what was done, in words; undefined where it came to nothing. */
export function manageStaff(
  world: World,
  diary: Diary,
  dice: Dice,
  isLinked: (employeeId: string) => boolean,
): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const id = String(employee.id);
  const today = todayOf(world);
  const what = dice.between(0, 9);
  const note = (field: string): void => {
    if (isLinked(id)) diary.changedPeople.add(`${id} ${field}`);
  };
  if (what <= 3) {
    people.editEmployee(employee.id, {
      email: `${employee.first_name.toLowerCase().replace(/[^a-z]/g, '')}.${diary.acts}@generated.example`,
    });
    note('email');
    return `employee ${id} has the address ${employee.email ?? ''}`;
  }
  if (what <= 5) {
    // Never a name of before: going back to what was agreed is no change.
    const name = `${employee.last_name.split('-')[0] ?? ''}-${dice.pick(['Ahrens', 'Busch']) ?? ''}${diary.acts}`;
    people.editEmployee(employee.id, { last_name: name });
    note('name');
    return `employee ${id} is called ${employee.last_name}`;
  }
  if (what <= 7) {
    if (diary.exits.size >= 2 && !diary.exits.has(id)) return undefined;
    if (employee.termination_date !== null) {
      const over = employee.termination_date < today;
      people.editEmployee(employee.id, over ? { status: 'inactive' } : { termination_date: null });
      if (!over) note('exit');
      return `employee ${id} is ${employee.status}, exit ${employee.termination_date ?? 'none'}`;
    }
    const exit = dayAfter(today, dice.between(-2, 6));
    // Hired after an exit means hired again.
    if (employee.hire_date !== null && employee.hire_date > exit) return undefined;
    // Nor an exit of before.
    if (diary.exitsEntered.has(`${id} ${exit}`)) return undefined;
    diary.exitsEntered.add(`${id} ${exit}`);
    people.editEmployee(employee.id, { termination_date: exit });
    note('exit');
    const earliest = diary.exits.get(id);
    diary.exits.set(id, earliest === undefined || exit < earliest ? exit : earliest);
    return `employee ${id} leaves on ${exit}`;
  }
  if (what === 8 && dice.chance(0.15)) return vanish(world, employee, dice);
  const next = Math.max(...state.employees.map((one) => one.id)) + 1;
  const namesake = dice.chance(0.2);
  const status = dice.chance(0.4) ? 'onboarding' : 'active';
  const added = people.addEmployee({
    ...structuredClone(employee),
    id: next,
    first_name: namesake ? employee.first_name : `Kim${next}`,
    last_name: namesake ? employee.last_name : `Neumann${next}`,
    email: dice.chance(0.35) ? employee.email : `kim.${next}@generated.example`,
    status,
    hire_date: dayAfter(today, dice.between(-3, status === 'onboarding' ? 30 : 10)),
    termination_date: null,
  });
  return `employee ${next} is hired (${status}, ${added.email ?? ''}, ${added.hire_date ?? ''})`;
}

/** Somebody is taken out of a list for good; what was booked stays. */
function vanish(world: World, employee: PersonioEmployee, dice: Dice): string {
  const user = world.timetac.state.users.find((one) => one.external_id === String(employee.id));
  if (user !== undefined && dice.chance(0.5)) {
    world.timetac.people.removeUser(user.id);
    return `user ${user.id} of employee ${employee.id} is removed`;
  }
  world.personio.people.removeEmployee(employee.id);
  return `employee ${employee.id} is removed`;
}
