// The form as the page fills it in: the document of the file, value by value, without its secrets.

import { type Branch, isBranch, type Tree } from './tree.ts';

/** Sections and single keys that the page may write. Identity and secrets are not among them. */
const writable = [
  'name',
  'personio',
  'timetac',
  'users',
  'absences',
  'attendances',
  'schedule',
  'guard',
  'lockedUntil',
  'report',
];
const secrets = ['clientId', 'clientSecret'];

/** Whether a value may stand at this dotted path. */
export function isFormPath(path: string): boolean {
  const keys = path.split('.');
  const [section = '', key = ''] = keys;
  if (keys.length > 4 || !keys.every((one) => /^[A-Za-z]{1,40}$/.test(one))) return false;
  return (
    writable.includes(section) &&
    !((section === 'personio' || section === 'timetac') && secrets.includes(key))
  );
}

/** null where nothing stands. */
export function valueAt(form: Branch, path: string): Tree {
  let here: Tree | undefined = form;
  for (const key of path.split('.')) {
    if (!isBranch(here) || !Object.hasOwn(here, key)) return null;
    here = here[key];
  }
  return here ?? null;
}

/** The form with this value at the path; null takes it away, and sections that are empty then. */
export function withValue(form: Branch, path: string, value: Tree): Branch {
  const [key = '', ...rest] = path.split('.');
  const { [key]: before, ...others } = form;
  const after = rest.length === 0 ? value : withValue(isBranch(before) ? before : {}, rest.join('.'), value);
  const isGone = after === null || (isBranch(after) && rest.length > 0 && Object.keys(after).length === 0);
  return isGone ? others : { ...others, [key]: after };
}

/** What a file says, less its secrets and whatever the page cannot hold. */
export function formOf(document: Branch): Branch {
  return Object.fromEntries(
    writable
      .filter((key) => Object.hasOwn(document, key))
      .map((key) => [key, withoutSecrets(key, document[key] ?? null)]),
  );
}

function withoutSecrets(section: string, value: Tree): Tree {
  if ((section !== 'personio' && section !== 'timetac') || !isBranch(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !secrets.includes(key)));
}
