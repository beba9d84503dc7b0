// The archive without a disk: for dry runs (a copy that may be scribbled on) and for simulated voyages. It passes the
// same contract suite as the real stores.

import {
  type Archive,
  type Batch,
  type DayRange,
  type DirtyUnit,
  type Intent,
  type Lease,
  type LinkQuery,
  type MirrorRow,
  type RowKind,
  type RowQuery,
  type RunAction,
  type RunRecord,
  type StoredIssue,
  type UnitFindings,
  rowKinds,
} from '../../engine/archive.ts';
import type { SourceKind } from '../../engine/ports.ts';
import type { Part } from '../../core/report/codes.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { Decision } from '../../core/sync/decision.ts';
import { type Link, type RefusalMemory, isFolded } from '../../core/sync/desk.ts';
import { isSetAside } from '../../core/sync/set-aside.ts';
import type { LocalDate } from '../../core/time/calendar.ts';
import { monthsOf } from '../../core/time/months.ts';

export class MemoryArchive implements Archive {
  readonly #links = new Map<string, Link<unknown>>();
  readonly #linksByEmployee = new Map<string, Set<string>>();
  readonly #keyOfTarget = new Map<string, string>();
  readonly #intents = new Map<string, Intent>();
  readonly #rows = new Map<RowKind, Map<string, MirrorRow<RowKind>>>(
    rowKinds.map((kind) => [kind, new Map()]),
  );
  readonly #rowsByUser = new Map<string, Set<string>>();
  readonly #dirty = new Map<string, DirtyUnit>();
  readonly #findings = new Map<string, UnitFindings>();
  readonly #refusals = new Map<string, RefusalMemory>();
  readonly #decisions = new Map<string, Decision>();
  readonly #memory = new Map<string, string>();
  readonly #issues = new Map<string, StoredIssue>();
  readonly #runs = new Map<string, RunRecord>();
  readonly #mails = new Map<string, OwedMail>();
  readonly #actions = new Map<string, Map<string, RunAction>>();
  #holder: string | null = null;

  /** A copy to plan on: everything but leases, runs and their actions. */
  static async copyOf(source: Archive): Promise<MemoryArchive> {
    const copy = new MemoryArchive();
    const parts: Part[] = ['employees', 'absences', 'attendances'];
    for (const part of parts) {
      await copy.commit({
        putLinks: await source.links({ part }),
        markDirty: await source.dirty(part),
        putRefusals: await source.refusals(part),
      });
    }
    for (const kind of rowKinds) await copy.commit({ putRows: await source.rows({ kind }) });
    await copy.commit({
      putIntents: await source.intents(),
      putFindings: await source.findings(),
      putDecisions: await source.decisions(),
      putMemory: await source.memory(),
      putIssues: await source.issues(),
    });
    return copy;
  }

  copy(): Promise<Archive> {
    return MemoryArchive.copyOf(this);
  }

  openLease(holder: string): Promise<Lease | null> {
    if (this.#holder !== null) return Promise.resolve(null);
    this.#holder = holder;
    for (const [id, run] of this.#runs)
      if (run.status === 'running') this.#runs.set(id, { ...run, status: 'interrupted' });
    return Promise.resolve({
      stillHeld: () => Promise.resolve(),
      release: () => {
        this.#holder = null;
        return Promise.resolve();
      },
    });
  }

  /** What a killed process leaves behind: its lease lapses, everything committed stays. */
  dropLease(): void {
    this.#holder = null;
  }

  commit(batch: Batch): Promise<void> {
    for (const { part, key } of batch.removeLinks ?? []) this.#removeLink(`${part} ${key}`);
    for (const link of batch.putLinks ?? []) this.#putLink(link);
    for (const intent of batch.putIntents ?? []) this.#intents.set(intent.id, intent);
    for (const id of batch.removeIntents ?? []) this.#intents.delete(id);
    for (const { kind, id } of batch.removeRows ?? []) this.#removeRow(kind, id);
    for (const row of batch.putRows ?? []) this.#putRow(row);
    for (const unit of batch.clearDirty ?? []) this.#dirty.delete(dirtyKey(unit));
    for (const unit of batch.markDirty ?? []) this.#dirty.set(dirtyKey(unit), unit);
    for (const entry of batch.putFindings ?? []) {
      const key = `${entry.part} ${entry.unit}`;
      if (entry.findings.length === 0) this.#findings.delete(key);
      else this.#findings.set(key, entry);
    }
    for (const { part, key } of batch.removeRefusals ?? []) this.#refusals.delete(`${part} ${key}`);
    for (const memory of batch.putRefusals ?? []) this.#refusals.set(`${memory.part} ${memory.key}`, memory);
    for (const id of batch.removeDecisions ?? []) this.#decisions.delete(id);
    for (const decision of batch.putDecisions ?? []) this.#decisions.set(decision.id, decision);
    for (const [key, value] of Object.entries(batch.putMemory ?? {})) {
      if (value === null) this.#memory.delete(key);
      else this.#memory.set(key, value);
    }
    for (const [key, value] of Object.entries(batch.putMemoryOnce ?? {}))
      if (!this.#memory.has(key)) this.#memory.set(key, value);
    for (const id of batch.removeIssues ?? []) this.#issues.delete(id);
    for (const issue of batch.putIssues ?? []) this.#issues.set(issue.id, issue);
    if (batch.putRun !== undefined) this.#runs.set(batch.putRun.id, batch.putRun);
    for (const mail of batch.putMails ?? []) if (!this.#mails.has(mail.id)) this.#mails.set(mail.id, mail);
    for (const action of batch.putActions ?? []) {
      const own = this.#actions.get(action.runId) ?? new Map<string, RunAction>();
      this.#actions.set(action.runId, own.set(action.id, action));
    }
    return Promise.resolve();
  }

  links<C>(query: LinkQuery): Promise<readonly Link<C>[]> {
    const keys =
      query.targetIds !== undefined
        ? query.targetIds.map((id) => this.#keyOfTarget.get(`${query.part} ${id}`))
        : query.employeeIds !== undefined
          ? query.employeeIds.flatMap((id) => [...(this.#linksByEmployee.get(`${query.part} ${id}`) ?? [])])
          : [...this.#links.keys()];
    const found = keys
      .map((key) => (key === undefined ? undefined : this.#links.get(key)))
      .filter((link) => link !== undefined && link.part === query.part)
      .filter((link) => query.employeeIds === undefined || query.employeeIds.includes(link?.employeeId ?? ''))
      .filter((link) => link !== undefined && touches(link, query))
      .filter((link) => query.isClear !== true || (link !== undefined && !isFolded(link)))
      .filter((link) => query.isSetAside !== true || isSetAside(link?.key ?? ''));
    return Promise.resolve(found as Link<C>[]);
  }

  async countLinks(part: Part): Promise<number> {
    return (await this.links({ part })).length;
  }

  async linkOwners(part: Part): Promise<ReadonlyMap<string, number>> {
    return counted((await this.links({ part })).map(({ employeeId }) => employeeId));
  }

  async countCreatedLinks(part: Part, months: readonly string[]): Promise<number> {
    const links = await this.links({ part });
    return links.filter(
      (link) =>
        link.origin === 'created' && monthsOf(link.from, link.to).some((month) => months.includes(month)),
    ).length;
  }

  intents(): Promise<readonly Intent[]> {
    return Promise.resolve([...this.#intents.values()]);
  }

  rows<K extends RowKind>(query: RowQuery<K>): Promise<readonly MirrorRow<K>[]> {
    const table = this.#rows.get(query.kind) ?? new Map<string, MirrorRow<RowKind>>();
    const ids = query.ids ??
      query.userIds?.flatMap((user) => [...(this.#rowsByUser.get(`${query.kind} ${user}`) ?? [])]) ?? [
        ...table.keys(),
      ];
    const found = ids
      .map((id) => table.get(id))
      .filter((row) => row !== undefined)
      .filter((row) => query.userIds === undefined || query.userIds.includes(row.userId))
      .filter((row) => touches(row, query));
    return Promise.resolve(found as readonly MirrorRow<RowKind>[] as readonly MirrorRow<K>[]);
  }

  countRows(kind: SourceKind): Promise<number> {
    return Promise.resolve(this.#rows.get(kind)?.size ?? 0);
  }

  async rowOwners(kind: RowKind): Promise<ReadonlyMap<string, number>> {
    return counted((await this.rows({ kind })).map(({ userId }) => userId));
  }

  dirty(part: Part, { from = '', to = '9999-12-31' }: DayRange = {}): Promise<readonly DirtyUnit[]> {
    const within = ({ day }: DirtyUnit): boolean => (day ?? '') >= from && (day ?? '') <= to;
    return Promise.resolve([...this.#dirty.values()].filter((unit) => unit.part === part && within(unit)));
  }

  async dirtyDays(part: Part): Promise<readonly LocalDate[]> {
    const days = (await this.dirty(part)).flatMap(({ day }) => (day === null ? [] : [day]));
    return [...new Set(days)].sort();
  }

  findings(): Promise<readonly UnitFindings[]> {
    return Promise.resolve([...this.#findings.values()]);
  }

  refusals(part: Part, employeeIds?: readonly string[]): Promise<readonly RefusalMemory[]> {
    return Promise.resolve(
      [...this.#refusals.values()].filter(
        (memory) =>
          memory.part === part && (employeeIds === undefined || employeeIds.includes(memory.employeeId)),
      ),
    );
  }

  decisions(): Promise<readonly Decision[]> {
    return Promise.resolve([...this.#decisions.values()]);
  }

  memory(): Promise<Readonly<Record<string, string>>> {
    return Promise.resolve(Object.fromEntries(this.#memory));
  }

  issues(): Promise<readonly StoredIssue[]> {
    return Promise.resolve([...this.#issues.values()]);
  }

  run(id: string): Promise<RunRecord | null> {
    return Promise.resolve(this.#runs.get(id) ?? null);
  }

  runs(limit: number): Promise<readonly RunRecord[]> {
    return Promise.resolve([...this.#runs.values()].reverse().slice(0, limit));
  }

  erased(): ReturnType<Archive['erased']> {
    return Promise.resolve({ salt: null, people: [] });
  }

  mails(): Promise<readonly OwedMail[]> {
    return Promise.resolve([...this.#mails.values()]);
  }

  actions(runId: string): Promise<readonly RunAction[]> {
    return Promise.resolve([...(this.#actions.get(runId)?.values() ?? [])]);
  }

  #putLink(link: Link<unknown>): void {
    const key = `${link.part} ${link.key}`;
    this.#removeLink(key);
    const target = `${link.part} ${link.targetId}`;
    const holder = this.#keyOfTarget.get(target);
    if (holder !== undefined) throw new Error(`archive: target ${target} is linked already, by ${holder}`);
    this.#links.set(key, link);
    this.#keyOfTarget.set(target, key);
    addTo(this.#linksByEmployee, `${link.part} ${link.employeeId}`, key);
  }

  #removeLink(key: string): void {
    const link = this.#links.get(key);
    if (link === undefined) return;
    this.#links.delete(key);
    this.#keyOfTarget.delete(`${link.part} ${link.targetId}`);
    this.#linksByEmployee.get(`${link.part} ${link.employeeId}`)?.delete(key);
  }

  #putRow(row: MirrorRow<RowKind>): void {
    this.#removeRow(row.kind, row.id);
    this.#rows.get(row.kind)?.set(row.id, row);
    addTo(this.#rowsByUser, `${row.kind} ${row.userId}`, row.id);
  }

  #removeRow(kind: RowKind, id: string): void {
    const row = this.#rows.get(kind)?.get(id);
    if (row === undefined) return;
    this.#rows.get(kind)?.delete(id);
    this.#rowsByUser.get(`${kind} ${row.userId}`)?.delete(id);
  }
}

const touches = (
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate | null },
  range: DayRange,
): boolean =>
  (range.from === undefined || to === null || to >= range.from) &&
  (range.to === undefined || from === null || from <= range.to);

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of [...ids].sort()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const dirtyKey = (unit: DirtyUnit): string => `${unit.part} ${unit.userId} ${unit.day ?? ''}`;

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([value]));
  else set.add(value);
}
