// Step 4: absences and attendances, independently, each from its own day on.

import type { ReactNode } from 'react';
import { AbsencesCard } from './absences-card.tsx';
import { AttendancesCard } from './attendances-card.tsx';
import { Payroll } from './payroll.tsx';

export function ExportsStep(): ReactNode {
  return (
    <>
      <AbsencesCard />
      <AttendancesCard />
      <Payroll />
    </>
  );
}
