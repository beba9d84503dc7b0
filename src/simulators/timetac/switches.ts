// The open questions about TimeTac as switches of the stage (vendor document, sections 10 and 11). The first value of
// each is what we assume today; a client has to work with every value of every switch.

export type FreeValue = 'number' | 'date' | 'versions';

export interface SwitchDefinition {
  /** Named values; the first is the default. */
  readonly values: readonly [string, ...string[]];
  /** What may be given instead of a named value. */
  readonly free?: FreeValue;
}

export const timetacSwitches = {
  'dropped-versions': { values: ['none'], free: 'versions' },
  'error-status-style': { values: ['http', 'always-200'] },
  'token-error-status': { values: ['400', '401'] },
  'expired-token-style': { values: ['oauth-401', 'envelope-200'] },
  'page-limit-max': { values: ['1000', '2000'], free: 'number' },
  'page-limit-overrun': { values: ['clamp', 'reject'] },
  'rate-limit': { values: ['off'], free: 'number' },
  'batch-size-max': { values: ['unlimited'], free: 'number' },
  'tracking-duration-unit': { values: ['hours', 'seconds'] },
  'absence-begin-format': { values: ['hh-mm-ss', 'hh-mm'] },
  'absence-partial-meaning': { values: ['by-name', 'swapped'] },
  'absence-duration-recompute': { values: ['keep', 'working-days'] },
  'absence-date-update': { values: ['refuse', 'allow'] },
  'absence-entry-status': { values: ['by-request-type', 'open', 'granted'] },
  'user-holiday-template': { values: ['optional', 'required'] },
  'internal-user-group': { values: ['ignore', 'store', 'reject'] },
  'sso-password': { values: ['required', 'optional'] },
  'create-welcome-mail': { values: ['none', 'sent'] },
  'user-role-write': { values: ['store-opaque', 'reject'] },
  'product-id-write': { values: ['store', 'ignore'] },
  'user-delete': { values: ['refuse', 'allow'] },
  'inactive-login': { values: ['blocked', 'allowed'] },
  'user-reactivate': { values: ['allow', 'refuse'] },
  'since-compare': { values: ['inclusive', 'exclusive'] },
  'since-horizon': { values: ['unlimited', 'three-months'] },
  'deleted-retention': { values: ['unlimited'], free: 'number' },
  'delta-sync-access': { values: ['allow', 'deny'] },
  'fetch-deleted': { values: ['honoured', 'ignored'] },
  'rule-error-code': { values: ['sim-prefixed', 'absent'] },
  'free-text-max': { values: ['unlimited'], free: 'number' },
  'external-id-unique': { values: ['no', 'yes'] },
  'valid-from-write': { values: ['add-row', 'replace'] },
  'future-valid-from-read': { values: ['current', 'future'] },
  'read-missing-id': { values: ['empty', 'not-found'] },
  'tracking-midnight': { values: ['keep', 'split', 'reject'] },
  'refresh-token-lifetime': { values: ['unlimited'], free: 'number' },
  'rewrite-visible': { values: ['yes', 'no'] },
  'path-prefix': { values: ['both', 'bare', 'userapi'] },
  'wrong-path-body': { values: ['html', 'json'] },
  'loose-scalars': { values: ['off', 'on'] },
  'zero-date': { values: ['zeros', 'empty', 'null'] },
  'user-view': { values: ['full', 'reduced'] },
  'error-number-type': { values: ['number', 'string'] },
  'error-language': { values: ['de', 'en'] },
  'deleted-shape': { values: ['array', 'map', 'absent'] },
  'batch-flag': { values: ['exact', 'always-true'] },
  'server-rewrites': { values: ['off', 'breaks-and-rounding'] },
  'recalculation-lag': { values: ['off'], free: 'number' },
  'absence-overlap': { values: ['reject', 'allow'] },
  'tracking-overlap': { values: ['reject', 'allow'] },
  'closed-day-write': { values: ['reject', 'allow'] },
  'credential-expiry': { values: ['none'], free: 'date' },
  'server-communication': { values: ['normal', 'null-results'] },
  'token-lifetime': { values: ['3600'], free: 'number' },
  'fault-inject': {
    values: [
      'none',
      'unauthorized',
      'throttle',
      'server-error',
      'html-error',
      'maintenance',
      'slow',
      'drop-before',
      'drop-after-write',
    ],
  },
} as const satisfies Record<string, SwitchDefinition>;

type Table = typeof timetacSwitches;
export type TimetacSwitchName = keyof Table;

interface FreeTypes {
  readonly number: `${number}`;
  readonly date: `${number}-${number}-${number}`;
  /** Comma-separated versions (`3`) or endpoints in a version (`4/deltaSync`). */
  readonly versions: string;
}
type ValueOf<Definition extends SwitchDefinition> =
  | Definition['values'][number]
  | (Definition extends { readonly free: infer Free extends FreeValue } ? FreeTypes[Free] : never);

export type TimetacSwitches = { -readonly [Name in TimetacSwitchName]: ValueOf<Table[Name]> };

/** Every switch at its first value. */
export function defaultTimetacSwitches(): TimetacSwitches {
  const entries = Object.entries<SwitchDefinition>(timetacSwitches).map(([name, { values }]) => [
    name,
    values[0],
  ]);
  return Object.fromEntries(entries) as TimetacSwitches;
}

/**
 * Reads one `name=value` of a command line or a test.
 * @throws RangeError naming the known switches, or the values this switch takes.
 */
export function parseTimetacSwitch(name: string, value: string): Partial<TimetacSwitches> {
  const definition: SwitchDefinition | undefined = Object.hasOwn(timetacSwitches, name)
    ? timetacSwitches[name as TimetacSwitchName]
    : undefined;
  if (definition === undefined) {
    const known = Object.keys(timetacSwitches).join(', ');
    throw new RangeError(`The simulated TimeTac has no switch "${name}". It has: ${known}.`);
  }
  if (!definition.values.includes(value) && !(definition.free && freePatterns[definition.free].test(value))) {
    const allowed = [...definition.values, ...(definition.free ? [`<${definition.free}>`] : [])].join(', ');
    throw new RangeError(`The switch "${name}" of the simulated TimeTac takes ${allowed}, not "${value}".`);
  }
  return { [name]: value };
}

const freePatterns: Readonly<Record<FreeValue, RegExp>> = {
  number: /^[1-9]\d*$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  versions: /^[345](\/[A-Za-z]+)?(,[345](\/[A-Za-z]+)?)*$/,
};

/** The number a switch holds; null for a word such as `off` or `unlimited`. */
export function numberIn(value: string): number | null {
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
