// Judges one unit: an employee's day of attendance, or an employee's absences. Everything it needs lies on the desk
// (source as derived, target as read, links, memories); what it returns is the same for the same input.

import type { Finding, FindingCode, Part } from '../report/codes.ts';
import { coverToo, joinFindings } from './join-findings.ts';
import type { LocalDate } from '../time/calendar.ts';
import { arrange } from './arrange.ts';
import { keepAll } from './as-agreed.ts';
import { type Decision as Verdict, type SourceState, type TargetState, decide } from './decide.ts';
import {
  type Answered,
  type Answers,
  type Decision,
  isIgnored,
  seenOfSource,
  seenOfTarget,
} from './decision.ts';
import type { Action, Craft, Link, RefusalMemory, SourceRecord, TargetRecord, UnitPlan } from './desk.ts';
import { agrees, isStanding, isWrite, targetStateOf } from './desk.ts';
import { fingerprintOf, surroundingsOf } from './fingerprint.ts';
import { moveText, namedBoth, namedSpan } from './places.ts';
import { Neighbours } from './neighbours.ts';
import { pairByName } from './pair.ts';

export interface UnitInput<C> {
  readonly part: Part;
  readonly employeeId: string;
  readonly userId: string;
  /** In scope and ready to go. */
  readonly sources: readonly SourceRecord<C>[];
  /** Names of source records that must not be judged now (already explained by `findings`); their links stay. */
  readonly waiting: ReadonlySet<string>;
  /** The whole unit waits: nothing of it is written, and `findings` say why. */
  readonly unitWaits: boolean;
  /** Names of linked records that were taken out of scope: kept as they are (rule 0.7). */
  readonly outOfScope: ReadonlySet<string>;
  /** Everything of the employee that stands where this unit could reach, in full. */
  readonly targets: readonly TargetRecord<C>[];
  /** Linked records that somebody moved out of reach: they tell what became of a link, and are nobody's neighbours. */
  readonly movedAway: readonly TargetRecord<C>[];
  readonly links: readonly Link<C>[];
  /** Targets that belong to other units or to writes still unsettled: ours, but not to be judged here. */
  readonly oursElsewhere: ReadonlySet<string>;
  readonly refusals: ReadonlyMap<string, RefusalMemory>;
  readonly answers: Answers;
  /** Findings of the derivation. */
  readonly findings: readonly Finding[];
  readonly policy: UnitPolicy;
  /** Latest local day that is closed for payroll; writes on or before it are held. */
  readonly lockedUntil: LocalDate | null;
  /** Last day of employment; new writes after it are held. */
  readonly exitOn: LocalDate | null;
  readonly typeNameOf?: (content: C) => string | null;
}

export interface UnitPolicy {
  /** One hand edit stops the whole unit (attendance), or only its own record (absences). */
  readonly freezes: 'unit' | 'record';
  /** How a foreign record in the way is called. */
  readonly inTheWay: FindingCode & ('overlaps-foreign' | 'absence-exists');
  readonly onTargetEdit: 'hold' | 'source-wins';
}

export function planUnit<C>(input: UnitInput<C>, craft: Craft<C>): UnitPlan<C> {
  const kept = keepAll(input, craft);
  if (kept === null) return planAtLength(input, craft);
  const { links, targets, oursElsewhere, findings } = input;
  const isOurs = (id: string): boolean =>
    oursElsewhere.has(id) || links.some(({ targetId }) => targetId === id);
  return {
    actions: kept,
    findings: [...findings],
    surroundings: surroundingsOf(targets, isOurs),
    answered: [],
  };
}

/** The whole judgement, whatever there is to judge. */
export function planAtLength<C>(input: UnitInput<C>, craft: Craft<C>): UnitPlan<C> {
  const desk = new Desk(input, craft);
  if (desk.isLeftAlone())
    return { actions: desk.asItStands(), findings: [], surroundings: null, answered: [] };
  desk.judgeLinked();
  if (input.unitWaits || desk.frozen) desk.standStill();
  else {
    desk.judgeNew();
    desk.holdWhatIsClosed();
    desk.holdWhatWasRefused();
    // Last: whatever was held so far stays where it is, perhaps in the way of something else.
    desk.holdWhatIsInTheWay();
  }
  desk.keepWhatWasNotOverruled();
  const actions = arrange(desk.actions, craft);
  return {
    actions,
    findings: desk.findings,
    surroundings: desk.surroundings(),
    // What still waits for something else has not been carried out.
    answered: desk.used.filter(
      ({ keys }) => !actions.some(({ kind, key }) => kind === 'hold' && keys.has(key)),
    ),
  };
}

/** One judgement in progress. Mutable inside, invisible outside. */
class Desk<C> {
  actions: Action<C>[] = [];
  findings: Finding[];
  #freeze: Finding | null = null;
  readonly #input: UnitInput<C>;
  readonly #craft: Craft<C>;
  readonly #targets: ReadonlyMap<string, TargetRecord<C>>;
  readonly #linked: ReadonlySet<string>;
  /** Delete and create of one replacement, each naming the other. */
  readonly #otherHalf = new Map<Action<C>, Action<C>>();
  #around: string | null | undefined = undefined;
  #unpaired: SourceRecord<C>[] = [];
  /** Old links that were forgotten because their owner touched the record. */
  readonly #released = new Set<string>();
  /** Links of ours that are forgotten because a person said so, with the record that is to come in their place. */
  readonly #overruled = new Map<Action<C>, string>();
  /** Answers of a person that this plan carries out, with the records that each is used for. */
  readonly #used = new Map<Decision, Set<string>>();

  constructor(input: UnitInput<C>, craft: Craft<C>) {
    this.#input = input;
    this.#craft = craft;
    this.findings = [...input.findings];
    this.#targets = new Map([...input.targets, ...input.movedAway].map((target) => [target.id, target]));
    this.#linked = new Set(input.links.map((link) => link.targetId));
  }

  /** A person said that this unit is not our business, or not as long as the source says what it said. */
  isLeftAlone(): boolean {
    const { answers, unitWaits } = this.#input;
    const { unit } = answers;
    return (
      unit?.choice === 'ignore' ||
      (unit?.choice === 'keep-target' && !unitWaits && unit.seen === this.#sourceSeen())
    );
  }

  asItStands(): Action<C>[] {
    for (const link of this.#input.links) this.#keep(link);
    return this.actions;
  }

  judgeLinked(): void {
    const { links, sources, outOfScope, waiting, policy } = this.#input;
    const judged = links.filter((link) => !waiting.has(link.key));
    for (const link of links) if (waiting.has(link.key)) this.#keep(link);
    const pairing = pairByName(judged, sources, this.#craft, outOfScope);
    const edits: Edit<C>[] = [];
    const kept: string[] = [];
    let linkedMoved = false;

    const judge = (link: Link<C>, source: SourceRecord<C> | null): void => {
      const to = source?.content ?? null;
      const answer = this.#answerTo(link, source);
      if (answer === 'leave') return this.#keep(link, source?.key);
      const now = this.#targets.get(link.targetId);
      const state: SourceState =
        source !== null
          ? agrees(link, source.content, this.#craft)
            ? 'as-agreed'
            : 'changed'
          : outOfScope.has(link.key)
            ? 'out-of-scope'
            : 'gone';
      // Gone on both sides, as soon as somebody agrees to it there; until then it may be kept, and is ours.
      if (state === 'gone' && now?.standing === 'leaving') return this.#keep(link);
      // As long as nothing is to be written there, what somebody adds of their own is no edit of ours.
      const isTheirs = now !== undefined && this.#craft.onlyAdded(link.agreed, now.content);
      const found = this.#targetState(link);
      const target = found === 'edited' && state === 'as-agreed' && isTheirs ? 'as-agreed' : found;
      const decision = decide(state, target, {
        origin: link.origin,
        equalNow: to !== null && now !== undefined && this.#craft.equal(now.content, to),
        sourceWins:
          answer === 'source-wins' ? 'always' : policy.onTargetEdit === 'source-wins' ? 'edits' : 'never',
      });
      this.#take(decision, link, source, edits);
      const differs = decision.do === 'update' || decision.do === 'delete' || decision.do === 'hold';
      if (differs && (state === 'changed' || state === 'gone')) linkedMoved = true;
      if (state === 'out-of-scope' && decision.do === 'keep') kept.push(link.key);
    };
    for (const { link, source } of pairing.pairs) judge(link, source);
    for (const link of pairing.links) judge(link, null);
    this.#unpaired.push(...pairing.sources);
    this.#noteOutOfScope(kept);
    const sourceMoved = (): boolean => linkedMoved || pairing.sources.some((source) => this.#wouldGo(source));
    this.#reportEdits(edits, sourceMoved);
    const { unit } = this.#input.answers;
    if (unit?.choice === 'source-wins' && edits.length === 0 && !this.#input.unitWaits) this.#use(unit);
  }

  /** Nothing of the unit moves; what is linked stays linked, and the cause covers all that waits for it. */
  standStill(): void {
    this.#holdWrites(() => 'silent');
    for (const source of this.#unpaired) this.#hold(source, null);
    if (this.#freeze === null) return;
    const held = this.actions.filter((action) => action.kind === 'hold').map((action) => action.key);
    const covers = [...new Set([...this.#freeze.covers, ...held])];
    const frozen = { ...this.#freeze, covers, facts: { ...this.#freeze.facts, count: covers.length } };
    this.findings = this.findings.map((finding) => (finding === this.#freeze ? frozen : finding));
  }

  judgeNew(): void {
    const foreign = this.#foreignByDay();
    const taken = new Set<string>();
    for (const source of this.#unpaired) {
      if (isIgnored(this.#input.answers, source, this.#craft)) continue;
      const day = foreign.size === 0 ? '' : this.#craft.span(source.content).from;
      const equals = (foreign.get(day) ?? []).filter(
        (target) => !taken.has(target.id) && this.#craft.alike(source.content, target.content),
      );
      const [only] = equals;
      if (only !== undefined && equals.length === 1) {
        taken.add(only.id);
        this.#adopt(source, only);
      } else {
        this.#push('create', source.key, null, null, source.content);
      }
    }
  }

  /** Closed months and days after the exit: what is exported stays, nothing is added, changed or taken away. */
  holdWhatIsClosed(): void {
    const { lockedUntil, exitOn } = this.#input;
    if (lockedUntil !== null || exitOn !== null) this.#holdWrites((action) => this.#whyClosed(action));
  }

  #whyClosed(action: Action<C>): Finding | null {
    const { lockedUntil, exitOn } = this.#input;
    // A replacement is judged once, by what it brings.
    if (action.kind === 'delete' && this.#otherHalf.has(action)) return null;
    if (lockedUntil !== null && !this.#craft.agreeUpTo(...this.#wholeMove(action), lockedUntil))
      return this.#finding('month-closed', action, {
        lockedUntil,
        differences: moveText(...this.#wholeMove(action)),
      });
    if (
      exitOn !== null &&
      action.to !== null &&
      reachesBeyond(this.#craft.span(action.to), exitOn) &&
      !this.#craft.agreeAfter(...this.#wholeMove(action), exitOn)
    )
      return this.#finding('after-exit', action, { exitOn });
    return null;
  }

  /** Foreign records, and records of ours that have to stay where they are, are never written over. */
  holdWhatIsInTheWay(): void {
    // Whatever is held may be in the way of more, or may have been about to take over the place of more.
    for (let writes = Infinity; ; ) {
      const left = this.actions.filter(isWrite).length;
      if (left === 0 || left === writes) return;
      writes = left;
      this.#holdWhatIsTakenOver();
      this.#holdWhatMeetsOthers();
    }
  }

  /** What HR deleted or rejected is forgotten once something goes out in its place, not before. */
  keepWhatWasNotOverruled(): void {
    const held = new Set(this.actions.flatMap(({ kind, key }) => (kind === 'hold' ? [key] : [])));
    this.actions = this.actions.map((action): Action<C> => {
      const successor = this.#overruled.get(action);
      return successor !== undefined && held.has(successor)
        ? { ...action, kind: 'keep', to: action.from }
        : action;
    });
  }

  #holdWhatMeetsOthers(): void {
    const moving = new Set(this.actions.filter(isWrite).map((action) => action.targetId));
    const standing = new Neighbours<C, TargetRecord<C>>(this.#craft);
    for (const target of this.#input.targets)
      if (isStanding(target) && !moving.has(target.id)) standing.add(target);
    // Two bookings of the source that cannot stand side by side: the first goes out, the second is explained.
    const going = new Neighbours<C, { readonly id: string; readonly content: C }>(this.#craft);
    this.#holdWrites((action) => {
      const to = action.to;
      if (to === null) return null;
      const stands = standing.inTheWayOf(to);
      const blocker = stands ?? going.inTheWayOf(to);
      if (blocker === undefined) {
        going.add({ id: action.key, content: to });
        return null;
      }
      if (this.#sharesTheCauseOf(blocker.id, action.key)) return 'silent';
      const places =
        stands === undefined
          ? { sameSide: true, ...namedSpan('theirs', blocker.content), ...namedSpan('ours', to) }
          : { theirsId: blocker.id, ...namedBoth(to, blocker.content, this.#craft) };
      return this.#finding(this.#input.policy.inTheWay, action, places);
    });
  }

  /**
   * Time that one of ours gives up to a record that is held stays where it stands until that one can go: else it would
   * be nowhere.
   */
  #holdWhatIsTakenOver(): void {
    const takers = new Neighbours<C, { readonly key: string; readonly content: C }>(this.#craft);
    for (const { kind, key, to } of this.actions)
      if (kind === 'hold' && to !== null) takers.add({ key, content: to });
    this.#holdWrites((action) => {
      const stands = this.#targets.get(action.targetId ?? '')?.content ?? action.from;
      const taker = stands === null ? undefined : takers.inTheWayOf(stands);
      if (taker === undefined) return null;
      const { key } = (action.kind === 'delete' && this.#otherHalf.get(action)) || action;
      coverToo(this.findings, taker.key, key);
      return 'silent';
    });
  }

  /** One of ours is in the way because something holds it in its place: that is the cause of both. */
  #sharesTheCauseOf(blockerId: string, key: string): boolean {
    const held = this.actions.find(({ kind, targetId }) => kind === 'hold' && targetId === blockerId);
    if (held === undefined) return false;
    // Where records freeze alone, a hand edit is about its own record; only what could not be sent drags others along.
    const drags = ({ code, covers }: Finding): boolean =>
      covers.includes(held.key) && (this.#input.policy.freezes === 'unit' || code.startsWith('refused-by-'));
    return this.findings.some(drags) && coverToo(this.findings, held.key, key);
  }

  holdWhatWasRefused(): void {
    if (this.#input.refusals.size > 0) this.#holdWrites((action) => this.#whyRefused(action));
  }

  #whyRefused(action: Action<C>): Finding | null {
    const memory = this.#input.refusals.get(action.key);
    return memory !== undefined && memory.fingerprint === fingerprintOf(action, this.surroundings())
      ? memory.finding
      : null;
  }

  /** Whether a new record would be written if nothing else were amiss: what is held anyway is no news of the source. */
  #wouldGo(source: SourceRecord<C>): boolean {
    if (isIgnored(this.#input.answers, source, this.#craft)) return false;
    const create = this.#action('create', source.key, null, null, source.content);
    const stands = this.#input.targets.some(
      (target) => this.#isForeign(target) && this.#craft.overlap(target.content, source.content),
    );
    return !stands && this.#whyClosed(create) === null && this.#whyRefused(create) === null;
  }

  surroundings(): string | null {
    if (this.#around === undefined)
      this.#around = surroundingsOf(this.#input.targets, (id) => this.#isOurs(id));
    return this.#around;
  }

  /** What a person said about this record, or about its whole unit, having seen what is there now. */
  #answerTo(link: Link<C>, source: SourceRecord<C> | null): 'leave' | 'source-wins' | null {
    const { unit, ofRecord } = this.#input.answers;
    const own = ofRecord(link.key) ?? (source === null ? null : ofRecord(source.key));
    const keys = source === null ? [link.key] : [link.key, source.key];
    switch (own?.choice) {
      case 'ignore':
        if (own.undoneRunId === null) return 'leave';
        // It stands there all the same: taking it back was refused, or broken off. So it goes on as before.
        this.#use(own);
        break;
      case 'keep-target':
        if (own.seen === seenOfSource([source])) return 'leave';
        break;
      case 'source-wins':
        if (own.seen === seenOfTarget([this.#targets.get(link.targetId)])) return this.#use(own, keys);
        // There is nothing to overrule any more: carried out by a run that could not say so, or put back by hand.
        if (this.#targetState(link) === 'as-agreed') this.#use(own);
        break;
      default:
    }
    return unit?.choice === 'source-wins' && unit.seen === this.#targetSeen() ? this.#use(unit, keys) : null;
  }

  #use(decision: Decision, keys: readonly string[] = []): 'source-wins' {
    this.#used.set(decision, new Set([...(this.#used.get(decision) ?? []), ...keys]));
    return 'source-wins';
  }

  get used(): readonly Answered[] {
    return [...this.#used].map(([decision, keys]) => ({ decision, keys }));
  }

  #sourceSeen(): string {
    return seenOfSource(this.#input.sources);
  }

  #targetSeen(): string {
    return seenOfTarget(this.#input.links.map((link) => this.#targets.get(link.targetId)));
  }

  #take(decision: Verdict, link: Link<C>, source: SourceRecord<C> | null, edits: Edit<C>[]): void {
    const key = source?.key ?? link.key;
    const formerKey = key === link.key ? null : link.key;
    const to = source?.content ?? null;
    switch (decision.do) {
      case 'keep':
        // A rename, or an edit that made both sides equal, moves the memory without a write. What a joined record
        // says beyond the agreement stays its owner's.
        this.#push(
          'keep',
          key,
          link.targetId,
          link.agreed,
          link.origin === 'adopted' ? link.agreed : (to ?? link.agreed),
          formerKey,
        );
        return;
      case 'update':
        this.#change(link, key, to ?? link.agreed, formerKey);
        return;
      case 'delete':
        this.#push('delete', link.key, link.targetId, this.#standing(link), null);
        return;
      case 'forget':
        this.#push('forget', link.key, link.targetId, link.agreed, null);
        return;
      case 'judge-as-new': {
        this.#released.add(link.targetId);
        const forget = this.#push('forget', link.key, link.targetId, link.agreed, null);
        if (source === null) return;
        this.#unpaired.push(source);
        if (link.origin === 'created') this.#overruled.set(forget, source.key);
        return;
      }
      case 'hold':
        this.#push('hold', key, link.targetId, link.agreed, to, formerKey);
        edits.push({ because: decision.because, key, link, to });
        return;
      default:
        decision satisfies never;
    }
  }

  #change(link: Link<C>, key: string, to: C, formerKey: string | null): void {
    const target = this.#targets.get(link.targetId);
    if (target !== undefined && this.#craft.canUpdate(target.content, to)) {
      this.#push('update', key, link.targetId, target.content, to, formerKey);
      return;
    }
    const gone = this.#push('delete', link.key, link.targetId, this.#standing(link), null, null, true);
    const again = this.#push('create', key, null, null, to, formerKey);
    this.#otherHalf.set(gone, again).set(again, gone);
  }

  /** Taken out of scope is not gone (rule 0.7); one note for all says how many. */
  #noteOutOfScope(kept: readonly string[]): void {
    if (kept.length === 0) return;
    const finding = this.#findingFor('out-of-scope-kept', kept, null, {});
    this.findings.push({ ...finding, class: 'note', employeeId: null, userId: null });
  }

  /** One issue per frozen unit, or one per record where records freeze alone. */
  #reportEdits(edits: readonly Edit<C>[], sourceMoved: () => boolean): void {
    const byHand = edits.filter((edit) => !edit.because.startsWith('source-'));
    for (const edit of edits.filter((edit) => edit.because.startsWith('source-')))
      this.findings.push(this.#editFinding(edit.because, [edit]));
    if (byHand.length === 0) return;
    if (this.#input.policy.freezes === 'record') {
      for (const edit of byHand) this.findings.push(this.#editFinding(edit.because, [edit]));
      return;
    }
    const has = (because: FindingCode): boolean => byHand.some((edit) => edit.because === because);
    const code: FindingCode = has('rejected-in-target')
      ? 'rejected-in-target'
      : sourceMoved()
        ? 'changed-on-both-sides'
        : has('deleted-in-target')
          ? 'deleted-in-target'
          : 'edited-in-target';
    this.#freeze = this.#editFinding(code, byHand);
    this.findings.push(this.#freeze);
  }

  get frozen(): boolean {
    return this.#freeze !== null;
  }

  #editFinding(code: FindingCode, edits: readonly Edit<C>[]): Finding {
    const [first] = edits;
    const now = first === undefined ? undefined : this.#targets.get(first.link.targetId);
    const ours = first?.to ?? first?.link.agreed ?? null;
    return this.#findingFor(
      code,
      edits.map((edit) => edit.key),
      ours,
      {
        count: edits.length,
        ...this.#seenIn(edits),
        ...(now === undefined
          ? {}
          : {
              theirsId: now.id,
              theirsChangedAt: now.updatedAt ?? null,
            }),
        ...(ours === null
          ? {}
          : now === undefined
            ? namedSpan('ours', ours)
            : namedBoth(ours, now.content, this.#craft)),
      },
    );
  }

  /** What an answer will be about: the whole unit where it freezes as one, else the one record. */
  #seenIn(edits: readonly Edit<C>[]): { sourceSeen: string; targetSeen: string } {
    const [first] = edits;
    const asUnit = this.#input.policy.freezes === 'unit' && first?.because.startsWith('source-') === false;
    if (asUnit || first === undefined)
      return { sourceSeen: this.#sourceSeen(), targetSeen: this.#targetSeen() };
    return {
      sourceSeen: seenOfSource([first.to === null ? null : { key: first.key, content: first.to }]),
      targetSeen: seenOfTarget([this.#targets.get(first.link.targetId)]),
    };
  }

  #targetState(link: Link<C>): TargetState {
    return targetStateOf(link, this.#targets.get(link.targetId), this.#craft);
  }

  /** What was agreed, as it stands at the target: with the words that the ledger does not keep. */
  #standing({ targetId, agreed }: Link<C>): C {
    const now = this.#targets.get(targetId)?.content;
    return now !== undefined && this.#craft.equal(now, agreed) ? now : agreed;
  }

  #foreignByDay(): Map<LocalDate, TargetRecord<C>[]> {
    const days = new Map<LocalDate, TargetRecord<C>[]>();
    for (const target of this.#input.targets) {
      if (!this.#isForeign(target)) continue;
      const day = this.#craft.span(target.content).from;
      days.set(day, [...(days.get(day) ?? []), target]);
    }
    return days;
  }

  #isForeign(target: TargetRecord<C>): boolean {
    return isStanding(target) && !this.#isOurs(target.id);
  }

  #isOurs(targetId: string): boolean {
    if (this.#released.has(targetId)) return false;
    return this.#linked.has(targetId) || this.#input.oursElsewhere.has(targetId);
  }

  #adopt(source: SourceRecord<C>, target: TargetRecord<C>): void {
    this.#push('adopt', source.key, target.id, null, target.content);
    if (target.standing === 'pending')
      this.findings.push({
        ...this.#findingFor('adopted-pending', [source.key], source.content, { theirsId: target.id }),
        class: 'note',
      });
  }

  #keep(link: Link<C>, key = link.key): void {
    const formerKey = key === link.key ? null : link.key;
    this.#push('keep', key, link.targetId, link.agreed, link.agreed, formerKey);
  }

  #hold(source: SourceRecord<C>, targetId: string | null): void {
    this.#push('hold', source.key, targetId, null, source.content);
  }

  /**
   * Turns writes into holds. A judge returns the finding that explains the hold, `silent` where another finding of
   * the unit explains it already, or null to let the write go.
   */
  #holdWrites(judge: (action: Action<C>) => Finding | 'silent' | null): void {
    const verdicts = new Map<Action<C>, Finding | 'silent'>();
    for (const action of this.actions) {
      const verdict = isWrite(action) ? judge(action) : null;
      if (verdict !== null) verdicts.set(action, verdict);
    }
    if (verdicts.size === 0) return;
    this.actions = this.actions.flatMap((action): Action<C>[] => {
      const half = this.#otherHalf.get(action);
      const verdict = verdicts.get(action);
      if (verdict !== undefined && verdict !== 'silent') this.#explain(verdict);
      if (verdict === undefined && (half === undefined || !verdicts.has(half))) return [action];
      if (half === undefined) return [{ ...action, kind: 'hold' }];
      // Both halves of a replacement are held as one record.
      if (action.kind === 'create') return [];
      const { key, to, formerKey } = half;
      return [{ ...action, key, to, formerKey, kind: 'hold', replaced: false }];
    });
  }

  /** One issue per unit and cause: a second record with the same cause joins the first. */
  #explain(finding: Finding): void {
    const isTwin = (other: Finding): boolean =>
      // Payroll books each type by itself.
      other.code === finding.code && (finding.code !== 'month-closed' || other.type === finding.type);
    const twin = joins(finding.code) ? this.findings.findIndex(isTwin) : -1;
    const other = this.findings[twin];
    if (other === undefined) {
      this.findings.push(finding);
      return;
    }
    this.findings[twin] = joinFindings(other, finding);
  }

  /** From where to where a record goes: for a replacement, what its delete takes and its create brings. */
  #wholeMove(action: Action<C>): [C | null, C | null] {
    const half = this.#otherHalf.get(action);
    return [action.from ?? half?.from ?? null, action.to ?? half?.to ?? null];
  }

  #finding(code: FindingCode, action: Action<C>, facts: Finding['facts']): Finding {
    return this.#findingFor(code, [action.key], action.to ?? action.from, facts);
  }

  #findingFor(
    code: FindingCode,
    covers: readonly string[],
    content: C | null,
    facts: Finding['facts'],
  ): Finding {
    const span = content === null ? null : this.#craft.span(content);
    return {
      code,
      class: 'issue',
      part: this.#input.part,
      employeeId: this.#input.employeeId,
      userId: this.#input.userId,
      on: span?.from ?? null,
      until: span === null || span.to === span.from ? null : span.to,
      covers,
      type: content === null ? null : (this.#input.typeNameOf?.(content) ?? null),
      facts: { count: covers.length, ...facts },
    };
  }

  #push(
    kind: Action<C>['kind'],
    key: string,
    targetId: string | null,
    from: C | null,
    to: C | null,
    formerKey: string | null = null,
    replaced = false,
  ): Action<C> {
    const action = { ...this.#action(kind, key, targetId, from, to), formerKey, replaced };
    this.actions.push(action);
    return action;
  }

  #action(
    kind: Action<C>['kind'],
    key: string,
    targetId: string | null,
    from: C | null,
    to: C | null,
  ): Action<C> {
    const { part, employeeId } = this.#input;
    return { kind, part, employeeId, key, targetId, from, to, formerKey: null, replaced: false };
  }
}

interface Edit<C> {
  readonly because: FindingCode;
  /** The record's name now. */
  readonly key: string;
  readonly link: Link<C>;
  readonly to: C | null;
}

// The vendor's refusal of one record says nothing about its neighbour; a cause of the day does.
const joins = (code: FindingCode): boolean =>
  code === 'overlaps-foreign' || code === 'month-closed' || code === 'after-exit';

const reachesBeyond = (span: { readonly to: LocalDate | null }, date: LocalDate): boolean =>
  span.to === null || span.to > date;
