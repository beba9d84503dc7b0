// The form of a company that keeps changing its mind: what is drawn, and how it reads as a configuration document.

import { leaveTypes, personioProjects, personioTypes } from '../../../src/simulators/company/catalogue.ts';
import { dayAfter } from '../chart.ts';
import type { Dice } from '../dials.ts';

/** Types of leave in whole days, whose mapping changes. */
export const kinds = ['vacation', 'sick', 'remote'] as const;
type Kind = (typeof kinds)[number];
type Target = keyof typeof personioTypes;

export interface Form {
  readonly granularity: 'merged' | 'entries';
  readonly paidBreaks: 'work' | 'break';
  readonly notes: boolean;
  readonly approvedOnly: boolean;
  /** The project of each task that has one. */
  readonly projects: Readonly<Record<string, string>>;
  readonly startDates: { readonly absences: string; readonly attendances: string };
  readonly enabled: { readonly absences: boolean; readonly attendances: boolean };
  readonly lockedUntil: string | null;
  /** null: left out of the interface for now. */
  readonly types: Readonly<Record<Kind, Target | null>>;
  readonly fractions: 'hold' | 'round';
  readonly onTargetEdit: 'hold' | 'source-wins';
  /** Employees who are left out for now. */
  readonly leftOut: readonly string[];
}

export const firstForm = (startDate: string): Form => ({
  granularity: 'merged',
  paidBreaks: 'work',
  notes: false,
  approvedOnly: false,
  projects: projectSets[1],
  startDates: { absences: startDate, attendances: startDate },
  enabled: { absences: true, attendances: true },
  lockedUntil: null,
  types: { vacation: 'vacation', sick: 'sick', remote: 'remote' },
  fractions: 'hold',
  onTargetEdit: 'hold',
  leftOut: [],
});

/** Task 21 is the only one that is booked: without a project, or with one or the other of two. */
const projectSets = [
  {},
  { '21': personioProjects[0].id },
  { '4': personioProjects[0].id, '21': personioProjects[0].id },
] as const;

/** Only these take whole and half days. */
const dayTypes = ['vacation', 'sick', 'remote', 'overtime'] as const;

export interface Mind {
  readonly earliest: string;
  readonly employeeIds: readonly string[];
}

/** @returns the form with one thing changed, and what that was. */
export function changeMind(form: Form, mind: Mind, dice: Dice): [Form, string] {
  const what = dice.between(0, 9);
  const day = dayAfter(mind.earliest, dice.between(0, 4));
  switch (what) {
    case 0: {
      const granularity = form.granularity === 'merged' ? 'entries' : 'merged';
      return [{ ...form, granularity }, `granularity ${granularity}`];
    }
    case 1: {
      const paidBreaks = form.paidBreaks === 'work' ? 'break' : 'work';
      return [{ ...form, paidBreaks }, `paid breaks are ${paidBreaks}`];
    }
    case 2:
      return [{ ...form, notes: !form.notes }, `notes ${String(!form.notes)}`];
    case 3:
      return [{ ...form, approvedOnly: !form.approvedOnly }, `approved only ${String(!form.approvedOnly)}`];
    case 4: {
      const projects = dice.pick(projectSets) ?? {};
      return [{ ...form, projects }, `projects ${JSON.stringify(projects)}`];
    }
    case 5: {
      const part = dice.pick(['absences', 'attendances'] as const) ?? 'absences';
      return [{ ...form, startDates: { ...form.startDates, [part]: day } }, `${part} start on ${day}`];
    }
    case 6: {
      const lockedUntil = form.lockedUntil === null || dice.chance(0.3) ? day : null;
      return [{ ...form, lockedUntil }, `closed up to ${lockedUntil ?? 'nothing'}`];
    }
    case 7:
    case 8: {
      const kind = dice.pick(kinds) ?? 'vacation';
      const target = dice.chance(0.3) ? null : (dice.pick(dayTypes) ?? 'vacation');
      return [{ ...form, types: { ...form.types, [kind]: target } }, `${kind} is ${target ?? 'left out'}`];
    }
    default: {
      if (dice.chance(0.4)) {
        const part = dice.pick(['absences', 'attendances'] as const) ?? 'absences';
        const enabled = { ...form.enabled, [part]: !form.enabled[part] };
        return [{ ...form, enabled }, `${part} ${enabled[part] ? 'on' : 'off'}`];
      }
      const id = dice.pick(mind.employeeIds) ?? '';
      const isOut = form.leftOut.includes(id);
      const leftOut = isOut ? form.leftOut.filter((one) => one !== id) : [...form.leftOut, id];
      return [{ ...form, leftOut }, `employee ${id} is ${isOut ? 'in' : 'left out'}`];
    }
  }
}

/** What becomes of fractions, and of what HR edits. As above. */
export function changeRules(form: Form, dice: Dice): [Form, string] {
  if (dice.chance(0.6)) {
    const fractions = form.fractions === 'hold' ? 'round' : 'hold';
    return [{ ...form, fractions }, `fractions ${fractions}`];
  }
  const onTargetEdit = form.onTargetEdit === 'hold' ? 'source-wins' : 'hold';
  return [{ ...form, onTargetEdit }, `edits at the target: ${onTargetEdit}`];
}

/** Whatever was taken out is in again: of what stays out, a new account has nothing, and the old one keeps it (rule 0.7). */
export function withEverythingIn(form: Form): Form {
  const types = { ...form.types };
  for (const kind of kinds) types[kind] ??= kind;
  return { ...form, types, leftOut: [], enabled: { absences: true, attendances: true } };
}

/** Puts the form into a configuration document. */
export function fillIn(document: Record<string, unknown>, form: Form): void {
  const absences = document['absences'] as Record<string, unknown> & { types: TypeRow[] };
  const attendances = document['attendances'] as Record<string, unknown>;
  absences['enabled'] = form.enabled.absences;
  attendances['enabled'] = form.enabled.attendances;
  absences['startDate'] = form.startDates.absences;
  attendances['startDate'] = form.startDates.attendances;
  for (const kind of kinds) {
    const row = absences.types.find(({ timetac }) => timetac === leaveTypes[kind].name);
    if (row === undefined) throw new Error(`twins: the form has no row for ${kind}`);
    const target = form.types[kind];
    row.sync = target !== null;
    if (target !== null) row.personio = personioTypes[target].name;
  }
  absences['fractions'] = form.fractions;
  Object.assign(attendances, {
    onTargetEdit: form.onTargetEdit,
    granularity: form.granularity,
    paidBreaks: form.paidBreaks,
    notes: form.notes,
    approvedOnly: form.approvedOnly,
    projects: Object.entries(form.projects).map(([timetac, personio]) => ({ timetac, personio })),
  });
  if (form.lockedUntil === null) delete document['lockedUntil'];
  else document['lockedUntil'] = form.lockedUntil;
  document['guard'] = { maxDeletes: 10_000, maxDeleteShare: 1 };
  Object.assign(document['users'] as object, {
    scope: form.leftOut.length === 0 ? {} : { exclude: [{ ids: form.leftOut }] },
  });
}

interface TypeRow {
  timetac: string;
  personio: string | null;
  sync: boolean;
}
