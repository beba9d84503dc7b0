// Everybody at Muster GmbH. All names are invented. What is awkward about some of them stands in awkward.ts.

import type { LocalDate } from '../../core/time/calendar.ts';
import type { DepartmentName, ScheduleId } from './catalogue.ts';
import type { Site } from './holidays.ts';
import type { Person } from './people.ts';
import type { Rhythm } from './timesheet.ts';

export interface Colleague extends Person {
  readonly rhythm: Rhythm;
}

/** The roster as of a date: years of service count from it, so that nobody is hired in the future. */
export function rosterOn(today: LocalDate): Colleague[] {
  const year = Number(today.slice(0, 4));
  return lines.map(([name, site, department, position, rhythm], index) => {
    const id = firstEmployeeId + index;
    const [firstName, lastName] = splitName(name);
    return {
      id,
      firstName,
      lastName,
      birthday: `${1963 + ((id * 7) % 39)}-${two(1 + (id % 12))}-${two(1 + ((id * 11) % 28))}`,
      site,
      department,
      position,
      schedule: scheduleOf(rhythm, department),
      hiredOn: `${year - 2 - (id % 9)}-${two(1 + ((id * 5) % 12))}-01`,
      rhythm,
    };
  });
}

const firstEmployeeId = 3001;

type Line = readonly [name: string, site: Site, department: DepartmentName, position: string, rhythm: Rhythm];

const lines: readonly Line[] = [
  ['Helga Brandner', 'Munich', 'Management', 'Managing director', 'office'],
  ['Tobias Wielander', 'Munich', 'Sales', 'Key account manager', 'office'],
  ['Jana Petersen', 'Hamburg', 'Sales', 'Sales representative', 'office'],
  ['Emre Aksoy', 'Munich', 'Production', 'Machine operator', 'early'],
  ['Silke Oberhuber', 'Munich', 'Finance and HR', 'Payroll clerk', 'office'],
  ['Florian Kessler', 'Munich', 'IT', 'System administrator', 'office'],
  ['Annika Behrens', 'Hamburg', 'Customer service', 'Team lead', 'service'],
  ['Georg Stadlbauer', 'Munich', 'Production', 'Shift supervisor', 'night'],
  ['Ewa Nowicka', 'Munich', 'Production', 'Machine operator', 'night'],
  ['Lars Thomsen', 'Hamburg', 'Logistics', 'Warehouse clerk', 'early'],
  ['Miriam Vogt', 'Munich', 'Design', 'Interface designer', 'project'],
  ['Dominik Reiter', 'Munich', 'Design', 'Graphic designer', 'project'],
  ['Frauke Lorenzen', 'Hamburg', 'Customer service', 'Service agent', 'part-time'],
  ['Ivana Horvat', 'Hamburg', 'Customer service', 'Service agent', 'service'],
  ['Stefan Gruber', 'Munich', 'Logistics', 'Driver', 'early'],
  ['Carla Mertens', 'Hamburg', 'Sales', 'Sales representative', 'office'],
  ['Henning Claasen', 'Hamburg', 'Logistics', 'Dispatcher', 'office'],
  ['Theresa Angerer', 'Munich', 'Finance and HR', 'Accountant', 'office'],
  ['Paul Zeller', 'Munich', 'IT', 'Developer', 'office'],
  ['Nele Friedrichsen', 'Hamburg', 'Customer service', 'Service agent', 'service'],
  ['Petra Langner', 'Munich', 'Production', 'Quality inspector', 'early'],
  ['Alois Zirngibl', 'Munich', 'Production', 'Production helper', 'early'],
  ['Nora Finkenzeller', 'Munich', 'Design', 'Illustrator', 'project'],
  ['Ronja Seidelmann', 'Munich', 'Management', 'Receptionist', 'office'],
  ['Kerstin Dahlmann', 'Hamburg', 'Finance and HR', 'Controller', 'office'],
  ['Sabine Hartwig', 'Munich', 'Sales', 'Sales assistant', 'office'],
  ['Oliver Brückner', 'Hamburg', 'Logistics', 'Warehouse lead', 'early'],
  ['Tim Brandstetter', 'Munich', 'Production', 'Apprentice', 'early'],
  ['Jochen Wichmann', 'Hamburg', 'Sales', 'Sales representative', 'office'],
  ['Lena Hofstetter', 'Munich', 'Design', 'Art director', 'project'],
  ['Moritz Eckardt', 'Munich', 'Sales', 'Export manager', 'office'],
  ['Katrin Sommerfeld', 'Hamburg', 'IT', 'Network engineer', 'office'],
  ['Ulrike Baumgärtel', 'Munich', 'Finance and HR', 'HR officer', 'office'],
  ['Jonas Lindhorst', 'Hamburg', 'IT', 'Developer', 'office'],
  ['Selma Karagöz', 'Hamburg', 'Sales', 'Sales representative', 'office'],
  ['Anton Pfeiffenberger', 'Munich', 'Production', 'Machine operator', 'early'],
  ['Wiebke Harmsen', 'Hamburg', 'Customer service', 'Service agent', 'service'],
  ['Rahel Oswald', 'Munich', 'Design', 'Photographer', 'project'],
  ['Dieter Rosenow', 'Hamburg', 'Logistics', 'Warehouse clerk', 'early'],
  ['Marlene Kaltenegger', 'Munich', 'Finance and HR', 'Accountant', 'office'],
  ['Bernd Tillmanns', 'Hamburg', 'Customer service', 'Service agent', 'service'],
  ['Xaver Hinterseer', 'Munich', 'Production', 'Machine operator', 'early'],
];

function splitName(name: string): [string, string] {
  const space = name.indexOf(' ');
  return [name.slice(0, space), name.slice(space + 1)];
}

function scheduleOf(rhythm: Rhythm, department: DepartmentName): ScheduleId {
  if (rhythm === 'part-time') return 4;
  return department === 'Finance and HR' ? 3 : 2;
}

const two = (number: number): string => String(number).padStart(2, '0');
