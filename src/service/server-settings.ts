// What the server was started with. Parsed once, in app/config.ts.

export interface ServerSettings {
  readonly port: number;
  readonly dataDir: string;
  /** PostgreSQL; null: the embedded store in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The keys that seal credentials; null: `master.key` in the data folder. */
  readonly masterKeyFile: string | null;
  /** Where people reach the page; null: where it listens. */
  readonly publicUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** The provider of single sign-on; null: passwords only. */
  readonly singleSignOn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** As the button calls it. */
    readonly name: string;
  } | null;
  /** Vendor addresses on private or loopback hosts. */
  readonly allowPrivateHosts: boolean;
  /** For how many days what both sides agreed on is kept in clear (rule 0.2). */
  readonly detailDays: number;
  /** For `${NAME}` in configuration files. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
