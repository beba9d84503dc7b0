// What lies in the outbox goes out, what time owes is put into it, and what is too old is taken away.

import { dayMs, minuteMs } from '../../core/time/calendar.ts';
import type { FrontDesk } from '../../service/front-desk.ts';
import { foldIdle, forgetOld } from '../../service/keep.ts';
import { oweByTheClock } from '../../service/mails/by-the-clock.ts';
import { postOf } from '../../service/mails/desk-post.ts';
import { sendDueMails } from '../../service/mails/post.ts';

/** Between two looks at what the time of day owes: each is a look at every integration. */
const clockEveryMs = 5 * minuteMs;

/** One round at a time per process; other processes take what is not taken. */
export function mailRounds(): (desk: FrontDesk) => Promise<void> {
  let round: Promise<void> | null = null;
  let clockAt = 0;
  let tidiedAt = 0;
  const go = async (desk: FrontDesk): Promise<void> => {
    if (desk.now() - clockAt >= clockEveryMs) {
      clockAt = desk.now();
      await oweByTheClock(desk);
    }
    // Nearly always there is none, and to know whose they are takes a look at every integration.
    if (await desk.office.hasDueMails(desk.now())) await sendDueMails(await postOf(desk));
    if (desk.now() - tidiedAt >= dayMs) {
      tidiedAt = desk.now();
      await forgetOld(desk);
      await foldIdle(desk);
    }
  };
  return (desk) => {
    round ??= go(desk).finally(() => {
      round = null;
    });
    return round;
  };
}
