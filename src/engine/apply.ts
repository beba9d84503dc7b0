// Carrying out a plan. For every write: the intent is kept first, then the vendor is asked, then outcome and link are
// settled together (rule 0.4). Many intents go out in one batch; each unit settles by itself.

import type { Finding } from '../core/report/codes.ts';
import { type Action, type Link, type RefusalMemory, isWrite } from '../core/sync/desk.ts';
import { fingerprintOf, surroundingsOf } from '../core/sync/fingerprint.ts';
import { addDays } from '../core/time/calendar.ts';
import type { Batch, Intent } from './archive.ts';
import { isPaused } from './pause.ts';
import { type VendorTrouble, asVendorTrouble } from './ports.ts';
import { spanOf } from './recover.ts';
import { doneQuietly, doneWrite, isHalf } from './run-actions.ts';
import { type Standing, type TargetDesk, chunked, readReaches } from './target-desk.ts';
import type { JudgedUnit, RunState, Workshop } from './workshop.ts';

export interface Tally {
  /** Actions that were done, for the counts of the report. */
  readonly done: Action<unknown>[];
  /** Units to be judged once more in this run: a foreign record moved, or an answer was lost. */
  again: number;
}

/** Units whose intents are committed together. */
const unitsPerBatch = 40;

/** Performs all units of a part. Throws vendor trouble that ends the part; refusals of single records do not. */
export async function applyUnits<C>(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<C>,
  units: readonly JudgedUnit<C>[],
  tally: Tally,
): Promise<void> {
  const quiet = units.filter((unit) => !unit.actions.some(isWrite));
  for (const chunk of chunked(quiet, 200)) {
    const batches = chunk.map((unit) => settleQuietly(shop, state, unit, desk, tally));
    await shop.archive.commit(mergeBatches(batches));
  }
  const busy = units.filter((unit) => unit.actions.some(isWrite));
  const total = busy.reduce((sum, unit) => sum + unit.actions.filter(isWrite).length, 0);
  const bench = new Bench(shop, state, desk, tally, total, await memoriesOf(shop, desk));
  for (const chunk of chunked(busy, unitsPerBatch)) {
    // A part that a person paused stops where it is; what is left stays due (rule 4.9).
    if (await isPaused(shop.archive, desk.part)) return;
    await bench.perform(await bench.stillAsPlanned(chunk));
  }
}

class Bench<C> {
  readonly #shop: Workshop;
  readonly #state: RunState;
  readonly #desk: TargetDesk<C>;
  readonly #tally: Tally;
  readonly #total: number;
  #written = 0;
  /** The first trouble that ends the part; units not begun yet are left alone. */
  #ending: VendorTrouble | Error | null = null;
  readonly #memories: Memories;
  readonly #settling: SettleQueue;

  constructor(
    shop: Workshop,
    state: RunState,
    desk: TargetDesk<C>,
    tally: Tally,
    total: number,
    memories: Memories,
  ) {
    this.#memories = memories;
    this.#settling = new SettleQueue(shop);
    this.#shop = shop;
    this.#state = state;
    this.#desk = desk;
    this.#tally = tally;
    this.#total = total;
  }

  /** Units near foreign records are read again just before writing; where something moved, the next round judges. */
  async stillAsPlanned(units: readonly JudgedUnit<C>[]): Promise<JudgedUnit<C>[]> {
    const watched = units.filter((unit) => unit.foreign !== null);
    if (watched.length === 0 || this.#desk.part === 'absences') return [...units];
    const days = watched.map((unit) => ({ employeeId: unit.employeeId, day: unit.dirty?.day ?? '' }));
    const listing = await readReaches(
      this.#desk,
      days.map(({ employeeId, day }) => ({ employeeId, from: addDays(day, -1), to: addDays(day, 1) })),
    );
    const ours = await this.#ours(listing.rows);
    const moved = new Set<string>();
    for (const unit of watched) {
      const day = unit.dirty?.day ?? '';
      const near = listing.rows.filter((row) => {
        const span = this.#desk.craft.span(row.content);
        return row.employeeId === unit.employeeId && span.from <= day && (span.to ?? day) >= day;
      });
      // What this plan forgets was judged as somebody else's.
      const forgotten = new Set(unit.actions.filter((a) => a.kind === 'forget').map((a) => a.targetId));
      const isOurs = (id: string): boolean => ours.has(id) && !forgotten.has(id);
      if (surroundingsOf(near, isOurs) !== unit.foreign) moved.add(unit.unit);
    }
    this.#tally.again += moved.size;
    return units.filter((unit) => !moved.has(unit.unit));
  }

  async #ours(rows: readonly Standing<C>[]): Promise<Set<string>> {
    const links = await this.#shop.archive.links<C>({
      part: this.#desk.part,
      targetIds: rows.map((row) => row.id),
    });
    return new Set(links.map((link) => link.targetId));
  }

  async perform(units: readonly JudgedUnit<C>[]): Promise<void> {
    const began = this.#shop.now();
    const work = units.map((unit) => ({
      unit,
      intents: unit.actions.filter(isWrite).map((action) => this.#intentFor(action, unit, began)),
    }));
    await this.#shop.archive.commit({ putIntents: work.flatMap(({ intents }) => intents) });
    const queue = [...work];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (this.#settling.broken) return;
        if (this.#ending === null) await this.#performUnit(next.unit, next.intents);
        else await this.#shop.archive.commit({ removeIntents: next.intents.map((intent) => intent.id) });
      }
    };
    await Promise.all(Array.from({ length: this.#shop.concurrency }, worker));
    await this.#settling.settled();
    if (this.#ending !== null) throw this.#ending;
  }

  async #performUnit(unit: JudgedUnit<C>, intents: readonly Intent[]): Promise<void> {
    const settled: Batch[] = [passiveBatch(unit, this.#state.id, this.#shop.now(), this.#desk, this.#tally)];
    const findings: Finding[] = [...unit.findings];
    const refused: Action<C>[] = [];
    let open = false;
    for (const [index, action] of unit.actions.filter(isWrite).entries()) {
      const intent = intents[index];
      if (intent === undefined) throw new Error('performUnit: a write without its intent');
      if (open || this.#ending !== null) {
        settled.push({ removeIntents: [intent.id] });
        open = true;
        continue;
      }
      const inTheWay = refused.find((other) => this.#waitsFor(action, other));
      if (inTheWay !== undefined) {
        // Its place is not free now: it is part of what was refused.
        settled.push({ removeIntents: [intent.id] });
        coverToo(findings, inTheWay.key, action.key);
        continue;
      }
      const outcome = await this.#write(action);
      this.#report();
      switch (outcome.kind) {
        case 'done':
          this.#tally.done.push({ ...action, targetId: outcome.id });
          settled.push(settle(action, intent, outcome.id, this.#desk, this.#memories));
          if (outcome.cut !== null) {
            findings.push(outcome.cut);
            open = true;
          }
          break;
        case 'refused':
          refused.push(action);
          findings.push(refusalFinding(action, outcome.trouble, this.#desk));
          settled.push({
            removeIntents: [intent.id],
            putRefusals: [this.#memoryOf(action, unit, outcome.trouble)],
          });
          break;
        case 'unknown':
          // The intent stays: recover reads the target before anything is sent again.
          this.#tally.again += 1;
          open = true;
          break;
        case 'ending':
          settled.push({ removeIntents: [intent.id] });
          this.#ending ??= outcome.error;
          open = true;
          break;
        default:
          outcome satisfies never;
      }
    }
    const clean = unit.dirty === null || open ? {} : { clearDirty: [unit.dirty] };
    const silent = findings.length === 0 && !this.#memories.unitsWithFindings.has(unit.unit);
    const told = silent ? {} : { putFindings: [{ part: unit.part, unit: unit.unit, findings }] };
    const answered = open ? {} : closing(unit, this.#shop.now());
    this.#settling.add(mergeBatches([...settled, clean, told, answered]));
  }

  async #write(action: Action<C>): Promise<WriteOutcome> {
    const { kind, targetId, to, employeeId } = action;
    try {
      if (kind === 'create' && to !== null) {
        const { id, affected } = await this.#desk.create(employeeId, to);
        return { kind: 'done', id, cut: await this.#foreignCut(action, affected) };
      }
      if (targetId === null) throw new Error(`apply: ${kind} without a target`);
      if (kind === 'update' && to !== null) await this.#desk.update(targetId, to);
      else await this.#desk.remove(targetId);
      return { kind: 'done', id: targetId, cut: null };
    } catch (error) {
      const trouble = asVendorTrouble(error);
      if (trouble === null) throw error;
      if (trouble.performed === 'unknown') return { kind: 'unknown' };
      // A delete of what is gone already has what it wanted.
      if (trouble.kind === 'missing' && kind === 'delete')
        return { kind: 'done', id: targetId ?? '', cut: null };
      if (trouble.kind === 'missing') return { kind: 'unknown' };
      return trouble.kind === 'refused' ? { kind: 'refused', trouble } : { kind: 'ending', error: trouble };
    }
  }

  /** Personio changed somebody else's period while storing ours (rule 3.8). */
  async #foreignCut(action: Action<C>, affected: readonly Standing<C>[]): Promise<Finding | null> {
    if (affected.length === 0) return null;
    const ours = await this.#ours(affected);
    const cut = affected.find((row) => !ours.has(row.id) && row.employeeId === action.employeeId);
    if (cut === undefined || (action.to !== null && this.#desk.craft.equal(cut.content, action.to)))
      return null;
    return {
      ...findingOf('foreign-cut', action, this.#desk),
      facts: { count: 1, theirsId: cut.id, ...nowAt(cut.content) },
    };
  }

  #waitsFor(action: Action<C>, other: Action<C>): boolean {
    if (action.key === other.key || action.formerKey === other.key) return true;
    return other.from !== null && action.to !== null && this.#desk.craft.overlap(other.from, action.to);
  }

  #memoryOf(action: Action<C>, unit: JudgedUnit<C>, trouble: VendorTrouble): RefusalMemory {
    return {
      part: action.part,
      key: action.key,
      employeeId: action.employeeId,
      runId: this.#state.id,
      fingerprint: fingerprintOf(action, unit.foreign),
      finding: refusalFinding(action, trouble, this.#desk),
    };
  }

  #intentFor(action: Action<C>, unit: JudgedUnit<C>, beganAt: number): Intent {
    const { part, key, formerKey, employeeId, targetId, from, to } = action;
    const kind = action.kind as Intent['kind'];
    return {
      id: this.#shop.newId(),
      runId: this.#state.id,
      part,
      kind,
      key,
      formerKey,
      employeeId,
      targetId,
      from,
      to,
      replaced: isHalf(action, unit.actions),
      beganAt,
    };
  }

  #report(): void {
    this.#written += 1;
    this.#shop.tell({ phase: 'writing', part: this.#desk.part, done: this.#written, total: this.#total });
  }
}

/** What the archive remembers about the part, so that settling writes only what changes. */
interface Memories {
  readonly refusedKeys: ReadonlySet<string>;
  readonly unitsWithFindings: ReadonlySet<string>;
}

async function memoriesOf<C>(shop: Workshop, desk: TargetDesk<C>): Promise<Memories> {
  const refusals = await shop.archive.refusals(desk.part);
  const findings = (await shop.archive.findings()).filter((entry) => entry.part === desk.part);
  return {
    refusedKeys: new Set(refusals.map((memory) => memory.key)),
    unitsWithFindings: new Set(findings.map((entry) => entry.unit)),
  };
}

/** Units settled in one transaction, and the longest that an outcome waits for others while writes are slow. */
const settledTogether = 20;
const settledWithinMs = 1_000;

/**
 * Settles units while others are being written: what came in during one commit goes out together in the next. Nothing
 * is lost by the wait: an outcome that was not settled has its intent.
 */
class SettleQueue {
  readonly #shop: Workshop;
  #waiting: Batch[] = [];
  #oldestAt = 0;
  #flushing: Promise<void> | null = null;
  #fault: unknown = null;

  constructor(shop: Workshop) {
    this.#shop = shop;
  }

  /** A commit failed: nothing more may be written, because nothing more could be settled. */
  get broken(): boolean {
    return this.#fault !== null;
  }

  add(batch: Batch): void {
    if (this.broken) return;
    if (this.#waiting.length === 0) this.#oldestAt = this.#shop.now();
    this.#waiting.push(batch);
    const due =
      this.#waiting.length >= settledTogether || this.#shop.now() - this.#oldestAt >= settledWithinMs;
    if (due) this.#flushing ??= this.#flush();
  }

  /** Resolves when everything added so far is settled; throws what a commit threw. */
  async settled(): Promise<void> {
    await this.#flushing;
    if (!this.broken && this.#waiting.length > 0) await this.#flush();
    if (this.#fault !== null) throw this.#fault;
  }

  async #flush(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = mergeBatches(this.#waiting.splice(0));
        await this.#shop.archive.commit(batch);
      }
    } catch (error) {
      this.#fault = error;
    }
    this.#flushing = null;
  }
}

function coverToo(findings: Finding[], key: string, also: string): void {
  const index = findings.findIndex((finding) => finding.covers.includes(key));
  const cause = findings[index];
  if (cause !== undefined) findings[index] = { ...cause, covers: [...new Set([...cause.covers, also])] };
}

/** Where the cut record stands now: what it was before, nobody read in time. */
function nowAt(content: unknown): Finding['facts'] {
  const { start, end } = content as { start?: string; end?: string | null };
  return { theirsFrom: start ?? null, theirsTo: end ?? null };
}

type WriteOutcome =
  | { readonly kind: 'done'; readonly id: string; readonly cut: Finding | null }
  | { readonly kind: 'refused'; readonly trouble: VendorTrouble }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ending'; readonly error: VendorTrouble };

function settle<C>(
  action: Action<C>,
  intent: Intent,
  targetId: string,
  desk: TargetDesk<C>,
  memories: Memories,
): Batch {
  const forgiven = memories.refusedKeys.has(action.key) ? [{ part: action.part, key: action.key }] : [];
  const done = {
    removeIntents: [intent.id],
    removeRefusals: forgiven,
    putActions: [doneWrite(intent, targetId)],
  };
  const former = action.formerKey === null ? [] : [{ part: action.part, key: action.formerKey }];
  if (action.kind === 'delete' || action.to === null)
    return { ...done, removeLinks: [{ part: action.part, key: action.key }] };
  const link: Link<C> = {
    part: action.part,
    key: action.key,
    targetId,
    employeeId: action.employeeId,
    ...spanOf(desk, action.to),
    origin: 'created',
    agreed: desk.craft.remembered(action.to),
    linkedAt: intent.beganAt,
  };
  return { ...done, removeLinks: former, putLinks: [link] };
}

/** A unit without writes: what it keeps, adopts and forgets, and what it has to say. */
function settleQuietly<C>(
  shop: Workshop,
  state: RunState,
  unit: JudgedUnit<C>,
  desk: TargetDesk<C>,
  tally: Tally,
): Batch {
  return mergeBatches([
    passiveBatch(unit, state.id, shop.now(), desk, tally),
    unit.dirty === null ? {} : { clearDirty: [unit.dirty] },
    { putFindings: [{ part: unit.part, unit: unit.unit, findings: unit.findings }] },
    closing(unit, shop.now()),
  ]);
}

function passiveBatch<C>(
  unit: JudgedUnit<C>,
  runId: string,
  now: number,
  desk: TargetDesk<C>,
  tally: Tally,
): Batch {
  const batches = unit.actions.map((action): Batch => {
    const { part, key, formerKey, employeeId, targetId, from, to } = action;
    switch (action.kind) {
      case 'adopt':
        if (targetId === null || to === null) return {};
        tally.done.push(action);
        return {
          putActions: [doneQuietly(runId, action)],
          putLinks: [
            {
              part,
              key,
              targetId,
              employeeId,
              ...spanOf(desk, to),
              origin: 'adopted',
              agreed: desk.craft.remembered(to),
              linkedAt: now,
            },
          ],
        };
      case 'forget':
        tally.done.push(action);
        return { putActions: [doneQuietly(runId, action)], removeLinks: [{ part, key }] };
      case 'keep':
        // Renamed, or both sides changed to the same: only the memory moves.
        if (targetId === null || to === null || from === null) return {};
        if (formerKey === null && desk.craft.equal(from, to)) return {};
        return relink(unit, formerKey ?? key, key, to, desk);
      default:
        return {};
    }
  });
  return mergeBatches(batches);
}

function relink<C>(
  unit: JudgedUnit<C>,
  formerKey: string,
  key: string,
  agreed: C,
  desk: TargetDesk<C>,
): Batch {
  const link = unit.links.find((own) => own.key === formerKey);
  if (link === undefined) throw new Error(`apply: no link ${formerKey} to rename`);
  return {
    removeLinks: [{ part: unit.part, key: formerKey }],
    putLinks: [{ ...link, key, agreed: desk.craft.remembered(agreed), ...spanOf(desk, agreed) }],
  };
}

function refusalFinding<C>(action: Action<C>, trouble: VendorTrouble, desk: TargetDesk<C>): Finding {
  const conflict = desk.part === 'absences' && trouble.status === 409;
  return {
    ...findingOf(conflict ? 'absence-exists' : 'refused-by-personio', action, desk),
    facts: {
      count: 1,
      vendorReason: trouble.reason,
      code: trouble.code,
      status: trouble.status,
      traceId: trouble.traceId,
    },
  };
}

function findingOf<C>(code: Finding['code'], action: Action<C>, desk: TargetDesk<C>): Finding {
  const content = action.to ?? action.from;
  const span = content === null ? { from: null, to: null } : spanOf(desk, content);
  return {
    code,
    class: 'issue',
    part: action.part,
    employeeId: action.employeeId,
    userId: null,
    on: span.from,
    until: span.to === span.from ? null : span.to,
    covers: [action.key],
    type: null,
    facts: { count: 1 },
  };
}

/** Answers that were carried out become history. */
const closing = (unit: JudgedUnit<unknown>, now: number): Batch =>
  unit.answered.length === 0
    ? {}
    : { putDecisions: unit.answered.map((decision) => ({ ...decision, doneAt: now })) };

/** Joins batches into one; later entries of the same kind follow earlier ones. */
export function mergeBatches(batches: readonly Batch[]): Batch {
  const merged: Record<string, unknown[]> = {};
  for (const batch of batches)
    for (const [name, values] of Object.entries(batch))
      if (Array.isArray(values)) (merged[name] ??= []).push(...(values as unknown[]));
  return merged;
}
