// The server's own settings, from the environment, read once (interface.md). Nothing else in the house looks there.

import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { UsageMistake } from '../cli/arguments.ts';
import { knownVendorHosts, withoutTrailingSlashes } from '../core/settings/addresses.ts';
import { type LogLevel, type ServerSettings, logLevels } from '../service/server-settings.ts';

/** @throws UsageMistake that names every setting that is wrong */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const mistakes: string[] = [];
  const read = <T>(name: string, as: (text: string, name: string) => T, otherwise: T): T => {
    const text = textOf(environment[name]);
    if (text === null) return otherwise;
    try {
      return as(text, name);
    } catch (error) {
      if (!(error instanceof UsageMistake)) throw error;
      mistakes.push(error.message);
      return otherwise;
    }
  };
  const publicUrl = read('TANDEM_PUBLIC_URL', publicUrlOf, null);
  const settings: ServerSettings = {
    port: read('TANDEM_PORT', portOf, null) ?? 8080,
    dataDir: resolve(textOf(environment['TANDEM_DATA_DIR']) ?? 'data'),
    databaseUrl: read('TANDEM_DATABASE_URL', databaseUrlOf, null),
    masterKeyFile: textOf(environment['TANDEM_MASTER_KEY_FILE']),
    publicUrl,
    proxies: read('TANDEM_PROXIES', proxiesOf, publicUrl === null ? [] : privateAddresses),
    smtpUrl: read('TANDEM_SMTP_URL', smtpUrlOf, null),
    mailFrom: read('TANDEM_MAIL_FROM', senderOf, null),
    singleSignOn: read('TANDEM_OIDC_ISSUER', (issuer) => singleSignOnOf(issuer, environment), null),
    allowPrivateHosts: read('TANDEM_ALLOW_PRIVATE_HOSTS', isOn, false),
    vendorHosts: [...knownVendorHosts, ...read('TANDEM_VENDOR_HOSTS', hostsOf, [])],
    detailDays: read('TANDEM_DETAIL_MONTHS', detailDaysOf, daysOf(13)),
    logLevel: read('TANDEM_LOG_LEVEL', logLevelOf, 'info'),
    environment,
  };
  const lonely = ['TANDEM_OIDC_CLIENT_ID', 'TANDEM_OIDC_CLIENT_SECRET'].filter((name) =>
    textOf(environment[name]),
  );
  if (lonely.length > 0 && textOf(environment['TANDEM_OIDC_ISSUER']) === null)
    mistakes.push(
      `${lonely.join(' and ')}: TANDEM_OIDC_ISSUER is missing beside ${lonely.length > 1 ? 'them' : 'it'}`,
    );
  if (mistakes.length > 0) throw new UsageMistake(mistakes.join('\n'));
  return settings;
}

const escapes = 'in user and password / ? # @ : and % are written as %2F %3F %23 %40 %3A and %25';

function databaseUrlOf(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new UsageMistake('TANDEM_DATABASE_URL: expected an address that begins with postgresql://');
  // Without a host it is the server's socket.
  if (!URL.canParse(url.replace('@/', '@socket/')))
    throw new UsageMistake(`TANDEM_DATABASE_URL: this is no address; ${escapes}`);
  return url;
}

/** The address may hold a password, and is never quoted. */
function smtpUrlOf(url: string): string {
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url) || new URL(url).hostname === '')
    throw new UsageMistake(
      `TANDEM_SMTP_URL: expected smtp://host:587 or smtps://user:password@host:465; ${escapes}`,
    );
  return url;
}

/** `name@company.example` or `Tandem <name@company.example>`. */
function senderOf(sender: string): string {
  const address = /^[^<>]*<([^<>]+)>$/.exec(sender)?.[1] ?? sender;
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address.trim()))
    throw new UsageMistake(`TANDEM_MAIL_FROM: “${sender}” is no sender like Tandem <tandem@company.example>`);
  return sender;
}

function logLevelOf(text: string): LogLevel {
  const level = text.toLowerCase();
  const known = logLevels.find((one) => one === level);
  if (known === undefined)
    throw new UsageMistake(`TANDEM_LOG_LEVEL: “${text}” is none of ${logLevels.join(', ')}`);
  return known;
}

/** Reports and what a run did are kept for three months and refer to what was agreed: nothing goes before them. */
function detailDaysOf(text: string): number {
  const months = Number(text);
  if (!Number.isInteger(months) || months < 4 || months > 1200)
    throw new UsageMistake(`TANDEM_DETAIL_MONTHS: “${text}” is no whole number of months from 4 to 1200`);
  return daysOf(months);
}

const daysOf = (months: number): number => Math.ceil(months * 30.44);

/** `proxy.company.example, other.example`: each with all hosts below it. */
function hostsOf(text: string): string[] {
  return listOf(text).map((host) => {
    if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return host;
    throw new UsageMistake(`TANDEM_VENDOR_HOSTS: “${host}” is no host like api.company.example`);
  });
}

/** Where nothing is said, a proxy may stand anywhere within the own network. */
const privateAddresses = ['loopback', 'linklocal', 'uniquelocal'];

/** `10.0.0.5, 10.1.0.0/16`. */
function proxiesOf(text: string): string[] {
  return listOf(text).map((given) => {
    const [address = '', bits, ...more] = given.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const isRange =
      bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
    if (isIP(address) !== 0 && isRange && more.length === 0) return given;
    throw new UsageMistake(`TANDEM_PROXIES: “${given}” is no address or range like 10.0.0.5 or 10.1.0.0/16`);
  });
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');

const textOf = (text: string | undefined): string | null => text?.trim() || null;

function singleSignOnOf(
  issuer: string,
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings['singleSignOn'] {
  const clientId = textOf(environment['TANDEM_OIDC_CLIENT_ID']);
  const clientSecret = textOf(environment['TANDEM_OIDC_CLIENT_SECRET']);
  if (clientId === null || clientSecret === null)
    throw new UsageMistake(
      'TANDEM_OIDC_ISSUER needs TANDEM_OIDC_CLIENT_ID and TANDEM_OIDC_CLIENT_SECRET beside it',
    );
  if (!/^https?:\/\//i.test(issuer) || !URL.canParse(issuer))
    throw new UsageMistake('TANDEM_OIDC_ISSUER: expected the address of the provider');
  return {
    issuer,
    clientId,
    clientSecret,
    name: textOf(environment['TANDEM_OIDC_NAME']) ?? new URL(issuer).host,
    trustsEmail: isOn(environment['TANDEM_OIDC_TRUST_EMAIL'], 'TANDEM_OIDC_TRUST_EMAIL'),
  };
}

function publicUrlOf(text: string): string {
  const url = withoutTrailingSlashes(text);
  const isAddress =
    URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).origin === url.toLowerCase();
  if (!isAddress)
    throw new UsageMistake(
      'TANDEM_PUBLIC_URL: expected an address without a path, such as https://tandem.example',
    );
  return new URL(url).origin;
}

/** A port number; null for absent, a `UsageMistake` that names the setting for anything else. */
export function portOf(text: string | undefined, name: string): number | null {
  if (text === undefined || text.trim() === '') return null;
  const port = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageMistake(`${name}: “${text}” is no port number (0 to 65535)`);
  return port;
}

/** Absent is off; what is neither on nor off is a `UsageMistake`: nobody knows what was meant. */
function isOn(text: string | undefined, name: string): boolean {
  const word = text?.trim().toLowerCase() ?? '';
  if (['1', 'true', 'yes', 'on'].includes(word)) return true;
  if (['', '0', 'false', 'no', 'off'].includes(word)) return false;
  throw new UsageMistake(`${name}: “${text ?? ''}” is neither 1 (on) nor 0 (off)`);
}
