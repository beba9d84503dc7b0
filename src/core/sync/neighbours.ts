// Who stands near a record: contents by the local days they cover, so that one employee's hundreds of absences are not
// compared each with each.

import { addDays, daysBetween } from '../time/calendar.ts';
import type { Craft } from './desk.ts';

/** Up to here looking at everybody is faster than keeping a register. */
const fewEnough = 8;
/** Records over more days (or without an end) are looked at always. */
const mostDays = 400;

export class Neighbours<C, T extends { readonly content: C }> {
  readonly #craft: Craft<C>;
  readonly #all: T[] = [];
  readonly #long: T[] = [];
  readonly #byDay = new Map<string, T[]>();
  #registered = 0;

  constructor(craft: Craft<C>) {
    this.#craft = craft;
  }

  add(neighbour: T): void {
    this.#all.push(neighbour);
  }

  /** Somebody who cannot stand beside this content at the target. */
  inTheWayOf(content: C): T | undefined {
    const clashes = (neighbour: T): boolean => this.#craft.overlap(neighbour.content, content);
    if (this.#all.length <= fewEnough) return this.#all.find(clashes);
    this.#register();
    const days = this.#daysOf(content);
    if (days === null) return this.#all.find(clashes);
    for (const day of days) {
      const found = this.#byDay.get(day)?.find(clashes);
      if (found !== undefined) return found;
    }
    return this.#long.find(clashes);
  }

  #register(): void {
    for (const neighbour of this.#all.slice(this.#registered)) {
      const days = this.#daysOf(neighbour.content);
      if (days === null) this.#long.push(neighbour);
      for (const day of days ?? []) {
        const list = this.#byDay.get(day);
        if (list === undefined) this.#byDay.set(day, [neighbour]);
        else list.push(neighbour);
      }
    }
    this.#registered = this.#all.length;
  }

  #daysOf(content: C): string[] | null {
    const { from, to } = this.#craft.span(content);
    if (to === null || daysBetween(from, to) > mostDays) return null;
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    return days;
  }
}
