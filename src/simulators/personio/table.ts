// A list of the state with an index by id and by person. Tens of thousands of periods are looked up per second, so
// nothing is copied; rows keep the order in which they were created.

export interface Table<Row> {
  readonly all: () => readonly Row[];
  readonly get: (id: string) => Row | undefined;
  readonly ofPerson: (personId: string) => readonly Row[];
  readonly add: (row: Row) => void;
  readonly remove: (row: Row) => void;
}

/**
 * `rows` is asked each time because a test may put another array into the state. An array that was replaced, or that
 * grew or shrank behind the table's back, is indexed anew; other changes must come through `add` and `remove`.
 */
export function createTable<Row>(
  rows: () => Row[],
  idOf: (row: Row) => string,
  personOf: (row: Row) => string,
): Table<Row> {
  let indexed: Row[] = [];
  let byId = new Map<string, Row>();
  let byPerson = new Map<string, Row[]>();

  const put = (row: Row): void => {
    byId.set(idOf(row), row);
    const person = personOf(row);
    const own = byPerson.get(person);
    if (own) own.push(row);
    else byPerson.set(person, [row]);
  };

  const current = (): Row[] => {
    const now = rows();
    if (now === indexed && now.length === byId.size) return now;
    indexed = now;
    byId = new Map();
    byPerson = new Map();
    for (const row of now) put(row);
    return now;
  };

  return {
    all: current,
    get: (id) => {
      current();
      return byId.get(id);
    },
    ofPerson: (personId) => {
      current();
      return byPerson.get(personId) ?? [];
    },
    add: (row) => {
      current().push(row);
      put(row);
    },
    remove: (row) => {
      drop(current(), row);
      byId.delete(idOf(row));
      drop(byPerson.get(personOf(row)) ?? [], row);
    },
  };
}

function drop<Row>(rows: Row[], row: Row): void {
  const at = rows.indexOf(row);
  if (at >= 0) rows.splice(at, 1);
}
