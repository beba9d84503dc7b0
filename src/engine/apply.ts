// Carrying out a plan. For every write: the intent is kept first, then the vendor is asked, then outcome and link are
// settled together (rule 0.4). Many intents go out in one batch; each unit settles by itself.

import type { Finding } from '../core/report/codes.ts';
import { type Action, type RefusalMemory, isInClear, isWrite } from '../core/sync/desk.ts';
import { fingerprintOf, surroundingsOf } from '../core/sync/fingerprint.ts';
import { coverToo } from '../core/sync/join-findings.ts';
import type { Batch, Intent } from './archive.ts';
import { linksByTarget } from './judge.ts';
import { isPaused } from './pause.ts';
import { type VendorTrouble, asVendorTrouble } from './ports.ts';
import { type Tally, isHalf, isHalfOf } from './run-actions.ts';
import {
  type Memories,
  closing,
  memoriesOf,
  mergeBatches,
  passiveBatch,
  settle,
  settleQuietly,
} from './settle.ts';
import { SettleQueue } from './settle-queue.ts';
import { type Standing, type TargetDesk, chunked, readReaches, standsOn } from './target-desk.ts';
import type { JudgedUnit, RunState, Workshop } from './workshop.ts';
import { findingOf, refusalFinding, timesOf, unknownFinding } from './write-findings.ts';

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
    if (await isPaused(shop.archive, state, desk.part)) return;
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
  /** Ids of records that this run made or removed, settled or not: ours, and none of them can be made anew. */
  readonly #own = new Set<string>();

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

  /**
   * Units near foreign records are read again just before writing, and with them all days of the same people that are about
   * to be written; where something moved, the next round judges.
   */
  async stillAsPlanned(units: readonly JudgedUnit<C>[]): Promise<JudgedUnit<C>[]> {
    const people = new Set(units.flatMap((unit) => (unit.foreign === null ? [] : [unit.employeeId])));
    if (people.size === 0 || this.#desk.part === 'absences') return [...units];
    const watched = units.filter((unit) => people.has(unit.employeeId));
    const days = watched.map((unit) => ({ employeeId: unit.employeeId, day: unit.dirty?.day ?? '' }));
    const listing = await readReaches(
      this.#desk,
      days.map(({ employeeId, day }) => ({ employeeId, from: day, to: day })),
    );
    const ours = await this.#ours(listing.rows.map((row) => row.id));
    const moved = new Set<string>();
    for (const unit of watched) {
      const day = unit.dirty?.day ?? '';
      const near = listing.rows.filter(
        (row) => row.employeeId === unit.employeeId && standsOn(this.#desk.craft, row.content, day),
      );
      // What this plan forgets was judged as somebody else's.
      const forgotten = new Set(unit.actions.filter((a) => a.kind === 'forget').map((a) => a.targetId));
      const isOurs = (id: string): boolean => ours.has(id) && !forgotten.has(id);
      if (surroundingsOf(near, isOurs) !== unit.foreign) moved.add(unit.unit);
    }
    this.#tally.again += moved.size;
    return units.filter((unit) => !moved.has(unit.unit));
  }

  async #ours(targetIds: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    return linksByTarget(this.#shop, this.#desk, targetIds);
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
    await untilAllEnd(this.#shop.concurrency, worker, queue);
    await this.#settling.settled();
    if (this.#ending !== null) throw this.#ending;
  }

  async #performUnit(unit: JudgedUnit<C>, intents: readonly Intent[]): Promise<void> {
    const settled: Batch[] = [passiveBatch(unit, this.#state.id, this.#shop.now(), this.#desk, this.#tally)];
    const findings: Finding[] = [...unit.findings];
    const done: Action<C>[] = [];
    const refused: Action<C>[] = [];
    let open = false;
    let lost: Action<C> | null = null;
    const queue = pairsOf(unit.actions.filter(isWrite), intents);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { action, intent, isPutBack } = next;
      if (open || this.#ending !== null) {
        settled.push({ removeIntents: [intent.id] });
        if (lost !== null) coverToo(findings, lost.key, action.key);
        open = true;
        continue;
      }
      const inTheWay = refused.find((other) => this.#waitsFor(action, other));
      if (inTheWay !== undefined && !isPutBack) {
        // Its place is not free now: it is part of what was refused.
        settled.push({ removeIntents: [intent.id] });
        coverToo(findings, inTheWay.key, action.key);
        continue;
      }
      const outcome = await this.#write(action, unit);
      this.#report();
      switch (outcome.kind) {
        case 'done':
          done.push(action);
          this.#tally.done.push({ ...action, targetId: outcome.id });
          this.#tally.wroteAt.push(this.#shop.now());
          settled.push(settle(action, intent, outcome.id, unit, this.#desk, this.#memories));
          if (outcome.cut !== null) {
            findings.push(outcome.cut);
            open = true;
          }
          break;
        case 'refused': {
          const putBack = isPutBack ? [] : await this.#putBack(action, done, unit);
          refused.push(action);
          findings.push(this.#refusal(action, outcome.trouble));
          settled.push({
            removeIntents: [intent.id],
            putRefusals: [this.#memoryOf(action, unit, outcome.trouble, putBack.length > 0)],
          });
          for (const write of putBack) {
            coverToo(findings, action.key, write.action.key);
            // From now on it stands where others may have wanted to go.
            refused.push({ ...action, from: write.action.to });
            queue.unshift(write);
          }
          break;
        }
        case 'unknown':
          // The intent stays: recover reads the target before anything is sent again. Until then it is told.
          this.#tally.again += 1;
          findings.push(unknownFinding(action, this.#desk));
          lost = action;
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
    const answered = open ? {} : closing(unit, this.#shop.now(), refused);
    this.#settling.add(mergeBatches([...settled, clean, told, answered]));
  }

  /**
   * A change that is refused leaves everything as it was, also where something had been taken away to make room for it:
   * that is written again, as far as nothing else has its place.
   */
  async #putBack(refused: Action<C>, done: readonly Action<C>[], unit: JudgedUnit<C>): Promise<Write<C>[]> {
    const { craft } = this.#desk;
    const { to } = refused;
    if (to === null) return [];
    const writes = done.flatMap((action): Write<C>[] => {
      const { kind, from } = action;
      if (kind !== 'delete' || from === null || !isInClear(from)) return [];
      const isFree = done.every((other) => other.to === null || !craft.overlap(other.to, from));
      if (!isFree || !(craft.overlap(from, to) || isHalfOf(action, refused))) return [];
      const again: Action<C> = {
        ...action,
        kind: 'create',
        targetId: null,
        from: null,
        to: from,
        replaced: true,
      };
      const intent = this.#intentFor(again, unit, this.#shop.now());
      return [{ action: again, intent, isPutBack: true }];
    });
    if (writes.length > 0)
      await this.#shop.archive.commit({ putIntents: writes.map(({ intent }) => intent) });
    return writes;
  }

  /** Two answers with one id may come at the same time: only one of them can be right. */
  async #isNew(id: string): Promise<boolean> {
    if (this.#own.has(id)) return false;
    this.#own.add(id);
    return (await this.#ours([id])).size === 0;
  }

  async #write(action: Action<C>, unit: JudgedUnit<C>): Promise<WriteOutcome> {
    const { kind, targetId, to, employeeId } = action;
    try {
      if (kind === 'create' && to !== null) {
        const { id, affected } = await this.#desk.create(employeeId, to);
        // An id that is another record's cannot be what was just made.
        if (!(await this.#isNew(id))) return { kind: 'unknown' };
        return { kind: 'done', id, cut: await this.#foreignCut(action, affected, unit) };
      }
      if (targetId === null) throw new Error(`apply: ${kind} without a target`);
      if (kind === 'update' && to !== null) await this.#desk.update(targetId, to);
      else {
        await this.#desk.remove(targetId);
        // Its link goes when this is settled, and no new record may bear its id.
        this.#own.add(targetId);
      }
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
  async #foreignCut(
    action: Action<C>,
    affected: readonly Standing<C>[],
    { around = [] }: JudgedUnit<C>,
  ): Promise<Finding | null> {
    if (affected.length === 0) return null;
    const ours = await this.#ours(affected.map((row) => row.id));
    const cut = affected.find(
      ({ id, employeeId, standing }) =>
        // Personio's own breaks come and go with whatever stands around them (rule 3.9).
        standing !== 'dead' && !ours.has(id) && !this.#own.has(id) && employeeId === action.employeeId,
    );
    if (cut === undefined) return null;
    const was = around.find(({ id }) => id === cut.id);
    return {
      ...findingOf('foreign-cut', action, this.#desk),
      facts: {
        count: 1,
        theirsId: cut.id,
        ...timesOf('theirs', cut.content),
        ...(was === undefined ? {} : timesOf('was', was.content)),
      },
    };
  }

  #waitsFor(action: Action<C>, other: Action<C>): boolean {
    if (action.key === other.key || action.formerKey === other.key) return true;
    return other.from !== null && action.to !== null && this.#desk.craft.overlap(other.from, action.to);
  }

  #refusal(action: Action<C>, trouble: VendorTrouble): Finding {
    const type = this.#memories.typeOf(action.to ?? action.from);
    return { ...refusalFinding(action, trouble, this.#desk), type };
  }

  #memoryOf(
    action: Action<C>,
    unit: JudgedUnit<C>,
    trouble: VendorTrouble,
    tookAway: boolean,
  ): RefusalMemory {
    return {
      part: action.part,
      key: action.key,
      employeeId: action.employeeId,
      runId: this.#state.id,
      fingerprint: fingerprintOf(action, unit.foreign),
      tookAway,
      finding: this.#refusal(action, trouble),
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

interface Write<C> {
  readonly action: Action<C>;
  readonly intent: Intent;
  /** Of something that this unit had taken away. */
  readonly isPutBack: boolean;
}

function pairsOf<C>(actions: readonly Action<C>[], intents: readonly Intent[]): Write<C>[] {
  return actions.map((action, index) => {
    const intent = intents[index];
    if (intent === undefined) throw new Error('performUnit: a write without its intent');
    return { action, intent, isPutBack: false };
  });
}

type WriteOutcome =
  | { readonly kind: 'done'; readonly id: string; readonly cut: Finding | null }
  | { readonly kind: 'refused'; readonly trouble: VendorTrouble }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ending'; readonly error: VendorTrouble };

/**
 * Several at once. Where one fails nothing new is begun, and calls under way come to their end before it is thrown: the lease
 * is let go afterwards, and nobody may write beside the next holder.
 */
async function untilAllEnd(many: number, worker: () => Promise<void>, queue: unknown[]): Promise<void> {
  const ends = await Promise.allSettled(
    Array.from({ length: many }, () =>
      worker().catch((error: unknown) => {
        queue.length = 0;
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
