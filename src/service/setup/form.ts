// The form: changing single values, taking a whole file, giving it away as a file, signing it off.

import { sameContent, hashOf } from '../../core/sync/fingerprint.ts';
import { formAsFile } from '../../core/settings/form-file.ts';
import { formOf, isFormPath, valueAt, withValue } from '../../core/settings/form-paths.ts';
import { isKeepable } from '../../core/settings/keepable.ts';
import { importFlaws } from '../../core/settings/import-flaws.ts';
import { pathText, said } from '../../core/settings/mistake.ts';
import { type Branch, isBranch, readTree, type Tree } from '../../core/settings/tree.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { AuditEntry, Setup } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { changeSetup } from './change.ts';
import { accountOf } from './identity.ts';
import { mistakesOf } from './settings-of.ts';

export interface ValueChange {
  readonly path: string;
  /** What the person saw; null where nothing stood. */
  readonly was: Tree;
  readonly now: Tree;
}

/** Far above any honest form. */
const mostCharacters = 200_000;

export async function changeForm(
  desk: FrontDesk,
  actor: Actor,
  id: string,
  changes: readonly ValueChange[],
): Promise<void> {
  const unknown = changes.filter(({ path }) => !isFormPath(path));
  if (unknown.length > 0)
    throw new Problem('invalid-body', {
      fields: unknown.map(({ path }) => ({ path, message: noSuchValue, hint: null })),
    });
  await changeSetup(desk, actor, id, 'form.changed', (setup) => {
    const conflicts = changes.filter(
      ({ path, was, now }) =>
        !isSame(valueAt(setup.form, path), was) && !isSame(valueAt(setup.form, path), now),
    );
    if (conflicts.length > 0)
      throw new Problem('changed-meanwhile', {
        conflicts: conflicts.map(({ path }) => ({
          path,
          current: valueAt(setup.form, path),
          by: setup.changedBy,
          at: setup.changedAt,
        })),
      });
    const news = changes.filter(({ path, now }) => !isSame(valueAt(setup.form, path), now));
    if (news.length === 0) return null;
    const form = news.reduce((made, { path, now }) => withValue(made, path, now), setup.form);
    if (JSON.stringify(form).length > mostCharacters) throw new Problem('too-large');
    const values = news.map(({ path, now }) => ({
      path,
      before: withoutIds(valueAt(setup.form, path)),
      after: withoutIds(now),
    }));
    return { setup: withForm(desk, actor, setup, form), details: { values } };
  }).catch(async (error: unknown) => {
    throw await withLastChanges(desk, id, error);
  });
}

/** Of a conflict, who changed each value last: the log is read where somebody has to be told, not with every change. */
async function withLastChanges(desk: FrontDesk, id: string, error: unknown): Promise<unknown> {
  const conflicts = error instanceof Problem ? error.more.conflicts : undefined;
  if (conflicts === undefined) return error;
  const lastChange = await lastChangesOf(desk, id);
  return new Problem('changed-meanwhile', {
    conflicts: conflicts.map((conflict) => ({ ...conflict, ...lastChange(conflict.path) })),
  });
}

/** Entries of the audit log among which the change of a value is looked for. */
const mostEntries = 100;

/** Who changed a value last, as far as the newest entries of the log tell. */
async function lastChangesOf(
  desk: FrontDesk,
  id: string,
): Promise<(path: string) => { readonly by: string; readonly at: number } | null> {
  const entries = await desk.office.audit(id, null, mostEntries);
  const concerns = (path: string, { what, details }: AuditEntry): boolean =>
    what === 'form.imported' ||
    what === 'form.printed-in' ||
    (what === 'form.changed' &&
      Array.isArray(details['values']) &&
      details['values'].some(
        (one) =>
          isBranch(one) &&
          typeof one['path'] === 'string' &&
          (one['path'] === path || one['path'].startsWith(`${path}.`)),
      ));
  return (path) => {
    const entry = entries.find((one) => concerns(path, one));
    return entry === undefined ? null : { by: entry.who, at: entry.at };
  };
}

/** The audit log is for ever: it tells how many people a list names, not whom. */
function withoutIds(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(withoutIds);
  if (!isBranch(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      name,
      name === 'ids' && Array.isArray(value) ? value.length : withoutIds(value),
    ]),
  );
}

const noSuchValue = said('The form has no such value.', 'Das Formular hat keinen solchen Wert.');

/** JSON knows one kind of nothing. */
const isSame = (a: Tree, b: Tree): boolean => sameContent(a, b);

export function withForm(desk: FrontDesk, actor: Actor, setup: Setup, form: Branch): Setup {
  const name =
    typeof form['name'] === 'string' && form['name'].trim() !== '' ? form['name'].trim() : setup.name;
  const changed = { ...setup, form, name: name.slice(0, 100) };
  const isComplete = mistakesOf(desk, changed).length === 0;
  if (setup.begunAt !== null && accountOf(desk, changed) !== accountOf(desk, setup))
    throw new Problem('not-possible', { message: otherAccount, hint: beginAnother });
  return {
    ...changed,
    completeForm: isComplete ? form : (setup.completeForm ?? null),
    changedBy: actor.person.name,
    changedAt: desk.now(),
    nextRunAt: setup.on ? Math.min(setup.nextRunAt ?? Infinity, desk.now() + settleMs) : setup.nextRunAt,
  };
}

/** What was changed is acted on soon, but not before the person has had time for the next field. */
const settleMs = 60_000;

const otherAccount = said(
  'This integration has written records for its TimeTac account already; it cannot change to another one.',
  'Diese Integration hat für ihren TimeTac-Account schon Datensätze geschrieben; sie kann nicht zu einem anderen wechseln.',
);
const beginAnother = said(
  'Begin a new integration for the other account, and switch this one off.',
  'Legen Sie für den anderen Account eine neue Integration an und schalten Sie diese aus.',
);

/** The form as a configuration file, secrets left to the environment of whoever uses it. */
export const formAsYaml = (desk: FrontDesk, setup: Setup): string =>
  formAsFile(setup.form, { name: setup.name, id: desk.files.get(setup.id)?.id ?? null });

/**
 * Takes a whole file in place of the form. Secrets in it are left out: they are entered in step 2. Which memory is meant (`id`)
 * is said where the file runs by itself; here it is this integration's.
 */
export async function importForm(
  desk: FrontDesk,
  actor: Actor,
  id: string,
  { fileName, text }: { readonly fileName: string; readonly text: string },
): Promise<void> {
  const read = readTree(text, fileName);
  const { tree } = read;
  if (read.mistakes.length > 0 || !isBranch(tree))
    throw new Problem('form-has-mistakes', {
      fields: read.mistakes.map(({ path, message, hint, place }) => ({
        path: [path.join('.'), place === null ? '' : `:${place.line}`].join(''),
        message,
        hint,
      })),
    });
  const flaws = importFlaws(tree);
  if (flaws.length > 0)
    throw new Problem('form-has-mistakes', {
      fields: flaws.map(({ path, message, hint }) => ({ path: pathText(path), message, hint })),
    });
  // A file may write as an escape what the body of a call cannot carry.
  if (!isKeepable(tree)) throw new Problem('invalid-body');
  await changeSetup(desk, actor, id, 'form.imported', (setup) => ({
    setup: withForm(desk, actor, setup, formOf(plain(tree))),
    details: { fileName: fileName.slice(0, 200) },
  }));
}

/** Trees of files have no prototype; what is stored is plain JSON. */
const plain = (tree: Branch): Branch => JSON.parse(JSON.stringify(tree)) as Branch;

/** Of what a customer agrees to and what a rehearsal tries: not of when it runs and who hears of it. */
export function formHash({ users, absences, attendances, lockedUntil, personio, timetac }: Branch): string {
  return hashOf({ users, absences, attendances, lockedUntil, personio, timetac });
}

/** The customer agrees to the form as it stands (step 6). */
export async function signOff(
  desk: FrontDesk,
  actor: Actor,
  id: string,
  { name, formHash: seen }: { readonly name: string; readonly formHash?: string | undefined },
): Promise<void> {
  await changeSetup(desk, actor, id, 'form.signed', (setup) => {
    if (seen !== undefined && seen !== formHash(setup.form)) throw new Problem('signed-another');
    const mistakes = mistakesOf(desk, setup);
    if (mistakes.length > 0) throw new Problem('form-has-mistakes', { fields: mistakes });
    const at = desk.now();
    const signed = { name, by: actor.person.name, at, formHash: formHash(setup.form) };
    return { setup: { ...setup, signOff: signed }, details: { name, formHash: signed.formHash } };
  });
}
