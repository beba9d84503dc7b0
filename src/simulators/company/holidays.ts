// The public holidays of the two sites. Christmas Eve and New Year's Eve count half, as in many German companies, so
// that half holidays (rule 2.3) occur too.

import { addDays, type LocalDate } from '../../core/time/calendar.ts';

export type Site = 'Munich' | 'Hamburg';
export const sites: readonly Site[] = ['Munich', 'Hamburg'];

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly value: 1 | 0.5;
}

/** All holidays of one site in one calendar year, in order of date. */
export function holidaysOf(site: Site, year: number): Holiday[] {
  const easter = easterSunday(year);
  const shared: Holiday[] = [
    { date: `${year}-01-01`, name: 'Neujahr', value: 1 },
    { date: addDays(easter, -2), name: 'Karfreitag', value: 1 },
    { date: addDays(easter, 1), name: 'Ostermontag', value: 1 },
    { date: `${year}-05-01`, name: 'Tag der Arbeit', value: 1 },
    { date: addDays(easter, 39), name: 'Christi Himmelfahrt', value: 1 },
    { date: addDays(easter, 50), name: 'Pfingstmontag', value: 1 },
    { date: `${year}-10-03`, name: 'Tag der Deutschen Einheit', value: 1 },
    { date: `${year}-12-24`, name: 'Heiligabend', value: 0.5 },
    { date: `${year}-12-25`, name: '1. Weihnachtstag', value: 1 },
    { date: `${year}-12-26`, name: '2. Weihnachtstag', value: 1 },
    { date: `${year}-12-31`, name: 'Silvester', value: 0.5 },
  ];
  return [...shared, ...ownHolidays(site, year, easter)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function ownHolidays(site: Site, year: number, easter: LocalDate): Holiday[] {
  switch (site) {
    case 'Munich':
      return [
        { date: `${year}-01-06`, name: 'Heilige Drei Könige', value: 1 },
        { date: addDays(easter, 60), name: 'Fronleichnam', value: 1 },
        { date: `${year}-08-15`, name: 'Mariä Himmelfahrt', value: 1 },
        { date: `${year}-11-01`, name: 'Allerheiligen', value: 1 },
      ];
    case 'Hamburg':
      return [{ date: `${year}-10-31`, name: 'Reformationstag', value: 1 }];
    default:
      throw new Error(`Unknown site: ${String(site satisfies never)}`);
  }
}

/** Gregorian Easter by Lichtenberg's form of Gauss's rule; the result counts days from the end of February. */
function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sunShift = 2 - Math.floor((3 * century + 3) / 4);
  const moonAge = year % 19;
  const fullMoonSeed = (19 * moonAge + moonShift) % 30;
  const correction = Math.floor((fullMoonSeed + Math.floor(moonAge / 11)) / 29);
  const fullMoon = 21 + fullMoonSeed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sunShift) % 7);
  const toSunday = 7 - ((((fullMoon - firstSunday) % 7) + 7) % 7);
  return addDays(`${year}-03-01`, fullMoon + toSunday - 1);
}
