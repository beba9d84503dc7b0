// The two accounts.

import { z } from 'zod';
import { defaultAddresses, withoutTrailingSlashes } from '../addresses.ts';
import { didYouMean, said } from '../mistake.ts';
import type { PersonioSettings, TimetacSettings } from '../settings.ts';
import { about, checked, date, optional, plainName, secret, text } from '../values.ts';

/** The address itself is judged in `addresses.ts`, which knows what the server allows. */
const address = () => text().transform(withoutTrailingSlashes);

export const personioFile = z.strictObject({
  baseUrl: about(
    address().default(defaultAddresses.personio),
    'Address',
    'Address of the Personio API. An http address on loopback needs TANDEM_ALLOW_PRIVATE_HOSTS.',
  ),
  clientId: about(
    secret(),
    'Client ID',
    'Client ID of the API credentials (Personio: Settings, API Credentials). ${NAME} is taken from the environment.',
  ),
  clientSecret: about(
    secret(),
    'Client secret',
    'Client secret of the same credentials. ${NAME} is taken from the environment.',
  ),
  partnerId: about(
    optional(plainName()),
    'Partner ID',
    'Sent as X-Personio-Partner-ID; none for an integration of the own company.',
  ),
  appId: about(plainName().default('TANDEM'), 'App ID', 'Sent as X-Personio-App-ID.'),
  attributes: about(
    z
      .strictObject({
        dateOfBirth: about(
          optional(text()),
          'Date of birth',
          'Key of the attribute that holds the date of birth, for example dynamic_1234.',
        ),
      })
      .prefault({}),
    'Attributes',
    'Keys of attributes whose label does not tell what they are.',
  ),
}) satisfies z.ZodType<PersonioSettings>;

export const timetacFile = z.strictObject({
  baseUrl: about(
    address().default(defaultAddresses.timetac),
    'Address',
    'Address of the TimeTac API, without the account.',
  ),
  account: about(plainName(), 'Account', 'Name of the TimeTac account, as in its web address.'),
  apiVersion: about(
    z.union([z.literal(3), z.literal(4), z.literal(5)]).default(4),
    'API version',
    'Version of the TimeTac API.',
  ),
  pathPrefix: about(
    checked(z.string(), (prefix) => prefix === '' || prefix === 'userapi/', {
      message: said('Only "" or "userapi/" is known here.', 'Hier ist nur "" oder "userapi/" bekannt.'),
      hint: () => didYouMean('userapi/'),
    }).default(''),
    'Path prefix',
    'What stands between account and version in the path: nothing, or userapi/.',
  ),
  clientId: about(
    secret(),
    'Client ID',
    'Client ID of the API credentials. ${NAME} is taken from the environment.',
  ),
  clientSecret: about(
    secret(),
    'Client secret',
    'Client secret of the same credentials. ${NAME} is taken from the environment.',
  ),
  credentialsExpireOn: about(
    optional(date()),
    'Credentials expire on',
    'The day the credentials stop working (TimeTac gives them an end date). Tandem reminds 30 and 7 days ahead.',
  ),
}) satisfies z.ZodType<TimetacSettings>;
