// All guides: one for every code.

import type { FindingCode } from '../codes.ts';
import { absenceGuides } from './absences.ts';
import { accountGuides } from './accounts.ts';
import { approvalGuides } from './approvals.ts';
import { attendanceGuides } from './attendances.ts';
import { clockGuides } from './clock.ts';
import { conflictGuides } from './conflicts.ts';
import { connectionGuides } from './connection.ts';
import { doubleGuides } from './doubles.ts';
import { foreignGuides } from './foreign.ts';
import type { Guide, GuideTable } from './guide.ts';
import { joinedGuides } from './joined.ts';
import { limitGuides } from './limits.ts';
import { linkGuides } from './links.ts';
import { matchingGuides } from './matching.ts';
import { refusalGuides } from './refusals.ts';
import { settingGuides } from './settings.ts';
import { typeGuides } from './types.ts';
import { waitingGuides } from './waiting.ts';

const table: GuideTable<FindingCode> = {
  ...accountGuides,
  ...settingGuides,
  ...matchingGuides,
  ...doubleGuides,
  ...linkGuides,
  ...absenceGuides,
  ...approvalGuides,
  ...typeGuides,
  ...attendanceGuides,
  ...clockGuides,
  ...foreignGuides,
  ...joinedGuides,
  ...conflictGuides,
  ...limitGuides,
  ...refusalGuides,
  ...connectionGuides,
  ...waitingGuides,
};

/** Every code has a guide. Plain text without markup; an absence type is never named (rule 0.10). */
export const guides: Readonly<Record<FindingCode, Guide>> = table;
