import { expect, test } from 'vitest';
import { readServerSettings } from './config.ts';

const daysFor = (months: string): number => readServerSettings({ TANDEM_DETAIL_MONTHS: months }).detailDays;

test('details are kept for whole months, thirteen unless told otherwise', () => {
  expect(readServerSettings({}).detailDays).toBe(396);
  expect([daysFor(' '), daysFor('13'), daysFor('4'), daysFor('36')]).toEqual([396, 396, 122, 1096]);
});

test.each(['3', '0', '-13', '13.5', 'for ever', '1e9'])('%s is no such number', (months) => {
  expect(() => daysFor(months)).toThrow(/TANDEM_DETAIL_MONTHS/);
});

test('the log tells how runs ended unless told otherwise, and an unknown level is named with those there are', () => {
  expect(readServerSettings({}).logLevel).toBe('info');
  expect(readServerSettings({ TANDEM_LOG_LEVEL: ' Warn ' }).logLevel).toBe('warn');
  expect(() => readServerSettings({ TANDEM_LOG_LEVEL: 'loud' })).toThrow(/TANDEM_LOG_LEVEL.*debug/);
});

test('every setting that is wrong is named, and no password', () => {
  const wrong = {
    TANDEM_PORT: '80000',
    TANDEM_PUBLIC_URL: 'tandem.example',
    TANDEM_SMTP_URL: 'mail.example:sesame@587',
    TANDEM_MAIL_FROM: 'Tandem',
    TANDEM_OIDC_ISSUER: 'https://login.example',
    TANDEM_ALLOW_PRIVATE_HOSTS: 'ja',
  };
  const said = (): string => {
    try {
      readServerSettings(wrong);
      return '';
    } catch (error) {
      return String(error);
    }
  };
  for (const name of Object.keys(wrong)) expect(said()).toContain(name);
  expect(said()).not.toContain('sesame');
});

test.each([
  ['smtp://mail.example:587', 'tandem@company.example'],
  ['smtps://user:p%40ss@mail.example', 'Tandem <tandem@company.example>'],
  ['smtp://127.0.0.1:2525', '"Tandem, Muster GmbH" <tandem@localhost>'],
])('%s and %s send mails', (TANDEM_SMTP_URL, TANDEM_MAIL_FROM) => {
  const { smtpUrl, mailFrom } = readServerSettings({ TANDEM_SMTP_URL, TANDEM_MAIL_FROM });
  expect([smtpUrl, mailFrom]).toEqual([TANDEM_SMTP_URL, TANDEM_MAIL_FROM]);
});

test.each([
  ['postgresql://tandem:a%2Fb@host/tandem', true],
  ['postgresql://tandem@/tandem?host=/run/postgresql', true],
  ['postgresql://tandem:a/b@host/tandem', false],
  ['postgresql://tandem:a#b@host/tandem', false],
  ['mysql://host/tandem', false],
])('%s as the address of the database: %s', (TANDEM_DATABASE_URL, isOne) => {
  const reading = (): unknown => readServerSettings({ TANDEM_DATABASE_URL });
  if (isOne) expect(reading).not.toThrow();
  else expect(reading).toThrow(/^TANDEM_DATABASE_URL(?!.*tandem:a)/);
});

test.each([
  [{ TANDEM_OIDC_CLIENT_ID: 'x' }, /TANDEM_OIDC_CLIENT_ID: TANDEM_OIDC_ISSUER is missing beside it/],
  [
    { TANDEM_OIDC_CLIENT_ID: 'x', TANDEM_OIDC_CLIENT_SECRET: 'y' },
    /TANDEM_OIDC_CLIENT_ID and TANDEM_OIDC_CLIENT_SECRET: TANDEM_OIDC_ISSUER is missing beside them/,
  ],
  [
    { TANDEM_OIDC_ISSUER: 'foo:bar', TANDEM_OIDC_CLIENT_ID: 'x', TANDEM_OIDC_CLIENT_SECRET: 'y' },
    /TANDEM_OIDC_ISSUER: expected the address/,
  ],
])('single sign-on that is set in part is told: %j', (environment, says) => {
  expect(() => readServerSettings(environment)).toThrow(says);
});

test('a switch is on or off, and an address has no capitals', () => {
  const allows = (text: string): boolean =>
    readServerSettings({ TANDEM_ALLOW_PRIVATE_HOSTS: text }).allowPrivateHosts;
  expect(['1', ' TRUE ', 'on', '0', 'no', ''].map(allows)).toEqual([true, true, true, false, false, false]);
  expect(readServerSettings({ TANDEM_PUBLIC_URL: 'https://Tandem.Example/' }).publicUrl).toBe(
    'https://tandem.example',
  );
});

test('only the proxies that are named are believed about who asks; else those of the own network', () => {
  const proxiesOf = (environment: Record<string, string>) => readServerSettings(environment).proxies;
  const behind = { TANDEM_PUBLIC_URL: 'https://tandem.example' };
  expect(proxiesOf({})).toEqual([]);
  expect(proxiesOf(behind)).toEqual(['loopback', 'linklocal', 'uniquelocal']);
  expect(proxiesOf({ ...behind, TANDEM_PROXIES: '10.0.0.5, 10.1.0.0/16, fd00::/8' })).toEqual([
    '10.0.0.5',
    '10.1.0.0/16',
    'fd00::/8',
  ]);
  for (const wrong of ['proxy.example', '10.0.0.300', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8'])
    expect(() => proxiesOf({ ...behind, TANDEM_PROXIES: wrong })).toThrow(/^TANDEM_PROXIES: /);
});
