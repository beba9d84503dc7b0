// What a correction is about: the part, and the days.

import { useCallback } from 'react';
import { partWords } from '../words/common.ts';
import { payrollWords } from '../words/payroll.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { Correction } from './corrections.ts';

/** `Attendances, 2 Mar 2026 – 6 Mar 2026` */
export function useAbout(): (row: Correction) => string {
  const say = useSay();
  const { date } = useFormat();
  return useCallback(
    ({ part, date: from, until }) => {
      const when =
        from === null
          ? null
          : until === null || until === from
            ? date(from)
            : say(payrollWords.range, { from: date(from), until: date(until) });
      return [say(partWords[part]), when].filter((one) => one !== null).join(', ');
    },
    [say, date],
  );
}
