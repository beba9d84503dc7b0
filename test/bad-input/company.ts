// A small company in which every kind of record occurs once or twice: so many places where an answer can go wrong, and
// not many more rows than that.

import { personioTypes, taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, clara, personAt, type Story, type StoryOptions, tellStory } from '../support/company.ts';

export const today = '2026-03-18';
/** Has no account yet: the register creates one. */
export const dora = personAt(3);
const project = { id: '2318375' };

/** Four people; hours and absences on both sides, some of them alike. */
export function openCompany(options: Pick<StoryOptions, 'personio' | 'timetac' | 'settings'> = {}): Story {
  const story = tellStory({
    ...options,
    now: `${today} 09:00`,
    people: [
      {
        employee: {
          absence_entitlement: [
            { id: 113401, name: 'Paid absence', category: 'paid_vacation', entitlement: 30 },
            { id: 113405, name: 'Overtime', category: 'other', entitlement: 2.5 },
          ],
          subcompany: { id: 9, name: 'Muster Services' },
        },
      },
      {
        employee: { termination_date: '2026-12-31' },
        user: { exit_date: '2026-12-31', personnel_number: 'P-17' },
      },
      { employee: { status: 'leave', last_name: 'Conrad-Weiß' }, user: { mobile_allowed: false } },
      { user: null },
      {
        employee: { status: 'inactive', termination_date: '2026-01-31' },
        user: { active: false, external_id: '' },
      },
    ],
  });
  const { works, takesLeave, hrEnters, hrEntersAbsence, hr } = story;
  works(anna.user, '2026-03-16 08:00', '12:00', { notes: 'quarterly figures', approved_by_admin: true });
  works(anna.user, '2026-03-16 12:00', '12:30', { task_id: taskIds.break });
  works(anna.user, '2026-03-16 12:30', '17:00', { task_id: taskIds.relaunch });
  works(anna.user, '2026-03-17 09:00', '09:15', { task_id: taskIds.paidBreak });
  works(ben.user, '2026-03-16 22:00', '2026-03-17 06:00', {
    start_time_timezone: 'Europe/Berlin',
    end_time_timezone: 'Europe/Vienna',
  });
  works(clara.user, '2026-03-18 08:00', null);
  takesLeave(anna.user, 'vacation', '2026-03-23', '2026-03-27');
  takesLeave(ben.user, 'vacation', '2026-03-09', '2026-03-10', {
    request_partial_begin_duration: 0.5,
    duration: 1.5,
    begin: '13:00:00',
  });
  takesLeave(clara.user, 'sick', '2026-03-11');
  takesLeave(clara.user, 'vacation', '2026-04-13', '2026-04-14', { status: 0 });
  hrEnters('WORK', '2026-03-10 08:00', '12:00');
  hrEnters('BREAK', '2026-03-10 12:00', '12:45');
  hr.addAttendance({
    person_id: ben.employee,
    type: 'WORK',
    start: '2026-03-12T08:00:00',
    end: null,
    status: 'PENDING',
    project_id: project.id,
    comment: 'started late',
  });
  // Alike at the source: the first run adopts it.
  hr.addAttendance({
    person_id: anna.employee,
    type: 'BREAK',
    start: '2026-03-16T12:00:00',
    end: '2026-03-16T12:30:00',
  });
  hrEntersAbsence('vacation', '2026-03-02', '2026-03-04', { starts_at_midday: true });
  hrEntersAbsence('sick', '2026-02-03', '2026-02-03', { status: 'PENDING' });
  hr.addAbsence({
    person_id: ben.employee,
    absence_type_id: personioTypes.vacation.id,
    first: '2026-02-09',
    last: '2026-02-11',
    ends_at_midday: true,
  });
  hr.addAbsence({
    person_id: ben.employee,
    absence_type_id: personioTypes.hourly.id,
    first: '2026-02-17',
    last: '2026-02-17',
    hours: { start: '2026-02-17T10:00:00', end: '2026-02-17T12:00:00' },
  });
  hr.addAbsence({
    person_id: clara.employee,
    absence_type_id: personioTypes.parental.id,
    first: '2026-06-01',
    last: null,
  });
  keepFewHolidays(story);
  return story;
}

/** A year of public holidays for everybody is many rows of one kind. */
function keepFewHolidays({ states: { timetac } }: Story): void {
  const isNear = (on: string): boolean => on >= '2026-01-01' && on <= '2026-04-05';
  timetac.absenceDays = timetac.absenceDays.filter(
    ({ type, date }) => type !== 'public_holiday' || isNear(date),
  );
}

/** People go on working: what an incremental run finds. */
export function dayGoesOn(story: Story): void {
  const { works, time, states, hr } = story;
  const [first, second] = states.timetac.timeTrackings;
  time.editTimeTracking(first!.id, { end_time: '2026-03-16 11:45:00' });
  time.deleteTimeTracking(second!.id);
  works(anna.user, '2026-03-18 08:00', '10:00');
  time.editUser(ben.user, { personnel_number: 'P-18' });
  hr.editEmployee(clara.id, { last_name: 'Conrad' });
  const leave = states.timetac.absences.find(({ user_id }) => user_id === clara.user);
  time.cancelAbsence(leave!.id);
}
