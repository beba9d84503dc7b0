// Trouble with access or with lists that begins in the middle of a run, and is over when the run is.

import type { Dice } from './dials.ts';
import type { World } from './sea.ts';

export interface Trouble {
  /** Called for every request; in words what begins now, else null. */
  readonly begin: (world: World) => string | null;
  /** Puts everything right again. */
  readonly end: (world: World) => string;
}

export function brewTrouble(dice: Dice, loops: boolean): Trouble {
  const kind = (loops ? loop : dice.pick(accessTroubles)) ?? loop;
  let left = dice.between(0, 25);
  let mend: (() => void) | null = null;
  return {
    begin: (world) => {
      left -= 1;
      if (left >= 0 || mend !== null) return null;
      mend = kind.begin(world);
      return kind.words;
    },
    end: () => {
      mend?.();
      return mend === null ? 'no trouble came' : `no more: ${kind.words}`;
    },
  };
}

interface Kind {
  readonly words: string;
  /** Returns what puts it right. */
  readonly begin: (world: World) => () => void;
}

const accessTroubles: readonly Kind[] = [
  {
    words: 'the credentials of Personio are switched off',
    begin: ({ personio, settings }) => {
      personio.people.disableCredential(settings.personio.clientId);
      return () => personio.people.enableCredential(settings.personio.clientId);
    },
  },
  {
    words: 'the right to write attendances is taken away',
    begin: ({ personio, settings }) => {
      personio.people.setRights(settings.personio.clientId, { attendances: 'read' });
      return () => personio.people.setRights(settings.personio.clientId, { attendances: 'write' });
    },
  },
  {
    words: 'the right to read absences is taken away',
    begin: ({ personio, settings }) => {
      personio.people.setRights(settings.personio.clientId, { absences: 'none' });
      return () => personio.people.setRights(settings.personio.clientId, { absences: 'write' });
    },
  },
  {
    words: 'the credentials of TimeTac are revoked',
    begin: ({ timetac, settings }) => {
      const before = [...timetac.state.credentials];
      timetac.people.revokeCredential(settings.timetac.clientId);
      return () => {
        timetac.state.credentials.splice(0, Infinity, ...before);
      };
    },
  },
];

const loop: Kind = {
  words: 'every list of Personio points back at its own page',
  begin: ({ personio }) => {
    const before = personio.switches['next-link'];
    personio.switches['next-link'] = 'self-loop';
    return () => {
      personio.switches['next-link'] = before;
    };
  },
};
