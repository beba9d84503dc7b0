// Who comes first in the queue. Long runs have places of their own; of both kinds what was begun and broke off goes on
// before anything else begins.

export const begins = { short: 1, long: -1 } as const;
export const goesOn = { short: 2, long: 0 } as const;
