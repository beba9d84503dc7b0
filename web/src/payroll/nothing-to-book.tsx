// Nothing stands on the list: because no month is closed, because no run has looked, or because all is well.

import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { payrollWords } from '../words/payroll.ts';
import { useFormat, useSay } from '../words/say.ts';

export interface NothingToBookProps {
  /** The integration. */
  readonly id: string;
  readonly answer: Answer<'readPayroll'>;
}

export function NothingToBook({ id, answer: { lockedUntil, asOf } }: NothingToBookProps): ReactNode {
  const say = useSay();
  const { date, dateTime } = useFormat();
  const toStep = (words: (typeof payrollWords)['toStep' | 'change']): ReactNode => (
    <ButtonLink variant="default" to="/integrations/$id/set-up/$step" params={{ id, step: 'exports' }}>
      {say(words)}
    </ButtonLink>
  );
  if (lockedUntil === null) {
    return (
      <Empty title={say(payrollWords.openTitle)} action={toStep(payrollWords.toStep)}>
        {say(payrollWords.openText)}
      </Empty>
    );
  }
  const closed = say(payrollWords.closed, { date: date(lockedUntil) });
  return (
    <Empty title={say(payrollWords.nothingTitle)} action={toStep(payrollWords.change)}>
      {asOf === null
        ? `${closed} ${say(payrollWords.noRunText)}`
        : `${closed} ${say(payrollWords.nothingText)} ${say(payrollWords.asOf, { when: dateTime(asOf) })}`}
    </Empty>
  );
}
