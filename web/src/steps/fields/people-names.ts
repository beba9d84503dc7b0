// What people of Personio are called where somebody chooses them.

export interface PickablePerson {
  readonly id: string;
  readonly name: string;
}

/** By id. Beside a name that several have stands the id: a pilot writes, and shall not write for the other one. */
export function peopleNames(people: readonly PickablePerson[]): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>();
  for (const { name } of people) {
    bearers.set(folded(name), (bearers.get(folded(name)) ?? 0) + 1);
  }
  return new Map(
    people.map(({ id, name }) => [id, bearers.get(folded(name)) === 1 ? name : `${name} (${id})`]),
  );
}

const folded = (name: string): string => name.toLocaleLowerCase();
