// What the server was started with. Parsed once, in app/config.ts.

/** Rising. Faults are told at each; from `info` on also how each run ended, from `debug` on also those with nothing to do. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface ServerSettings {
  readonly port: number;
  readonly dataDir: string;
  /** PostgreSQL; null: the embedded store in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The keys that seal credentials; null: `master.key` in the data folder. */
  readonly masterKeyFile: string | null;
  /** Where people reach the page; null: where it listens. */
  readonly publicUrl: string | null;
  /** Addresses and ranges whose word about who asks is believed; empty: nobody stands in front. */
  readonly proxies: readonly string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** The provider of single sign-on; null: passwords only. */
  readonly singleSignOn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** As the button calls it. */
    readonly name: string;
    /** Its addresses count although it does not say that it verified them: only the company itself can set them there. */
    readonly trustsEmail: boolean;
  } | null;
  /** Vendor addresses on private or loopback hosts. */
  readonly allowPrivateHosts: boolean;
  /** Hosts, with all below them, that forms of the page may name. */
  readonly vendorHosts: readonly string[];
  /** For how many days what both sides agreed on is kept in clear (rule 0.2). */
  readonly detailDays: number;
  /** What `start` and `worker` write to stderr. */
  readonly logLevel: LogLevel;
  /** For `${NAME}` in configuration files. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
