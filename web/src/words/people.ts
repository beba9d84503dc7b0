// People of an integration and of the installation, and invitations.

import type { Bilingual } from '../api/types.ts';

export const peopleWords = {
  title: { en: 'People', de: 'Personen' },
  about: {
    en: 'Who may see and change this integration. Operators of the installation may do everything everywhere.',
    de: 'Wer diese Integration sehen und ändern darf. Betreuer der Installation dürfen überall alles.',
  },
  loading: { en: 'Loading the people …', de: 'Die Personen werden geladen …' },
  table: { en: 'People of this integration', de: 'Personen dieser Integration' },
  name: { en: 'Name', de: 'Name' },
  email: { en: 'E-mail address', de: 'E-Mail-Adresse' },
  role: { en: 'Role', de: 'Rolle' },
  roleOf: { en: 'Role of {name}', de: 'Rolle von {name}' },
  roleSaved: { en: '{name} now has the role “{role}”.', de: '{name} hat jetzt die Rolle „{role}“.' },
  lastSeen: { en: 'Last here', de: 'Zuletzt hier' },
  actions: { en: 'Actions', de: 'Aktionen' },
  you: { en: '(you)', de: '(Sie)' },
  removeQuestion: { en: 'Remove {name}?', de: '{name} entfernen?' },
  removeConsequence: {
    en: '{name} can no longer open this integration. The account itself stays.',
    de: '{name} kann diese Integration nicht mehr öffnen. Das Konto selbst bleibt bestehen.',
  },
  removeOf: { en: 'Remove {name}', de: '{name} entfernen' },
  removed: { en: '{name} was removed.', de: '{name} wurde entfernt.' },
  invitations: { en: 'Open invitations', de: 'Offene Einladungen' },
  noInvitations: { en: 'No invitation is open.', de: 'Es ist keine Einladung offen.' },
  anyAddress: { en: 'whoever has the link', de: 'wer den Link hat' },
  invitedBy: { en: 'Invited by', de: 'Eingeladen von' },
  until: { en: 'Valid until', de: 'Gültig bis' },
  withdraw: { en: 'Withdraw', de: 'Zurückziehen' },
  withdrawQuestion: { en: 'Withdraw this invitation?', de: 'Diese Einladung zurückziehen?' },
  withdrawConsequence: {
    en: 'Its link stops working at once.',
    de: 'Ihr Link funktioniert sofort nicht mehr.',
  },
  withdrawn: { en: 'The invitation was withdrawn.', de: 'Die Einladung wurde zurückgezogen.' },
  invite: { en: 'Invite somebody', de: 'Jemanden einladen' },
  inviteEmail: { en: 'E-mail address (optional)', de: 'E-Mail-Adresse (freiwillig)' },
  inviteEmailHint: {
    en: 'With an address, only that person can accept. Without one, whoever has the link can.',
    de: 'Mit Adresse kann nur diese Person annehmen. Ohne kann es, wer den Link hat.',
  },
  inviteSubmit: { en: 'Create invitation', de: 'Einladung erstellen' },
  invitedTitle: { en: 'The invitation is ready', de: 'Die Einladung ist fertig' },
  invitedMailed: {
    en: 'A mail with the link is on its way to {email}. You can also pass the link on yourself.',
    de: 'Eine E-Mail mit dem Link ist unterwegs an {email}. Sie können den Link auch selbst weitergeben.',
  },
  invitedNotMailed: {
    en: 'No mail was sent. Pass the link on yourself.',
    de: 'Es wurde keine E-Mail gesendet. Geben Sie den Link selbst weiter.',
  },
  invitedOnce: {
    en: 'It is shown only now, works once and is valid until {at}.',
    de: 'Er wird nur jetzt angezeigt, funktioniert einmal und gilt bis {at}.',
  },
  copyLink: { en: 'Copy link', de: 'Link kopieren' },
  link: { en: 'Link of the invitation', de: 'Link der Einladung' },
  mayNot: {
    en: 'Only administrators and operators can invite people and change roles.',
    de: 'Nur Administratoren und Betreuer können Personen einladen und Rollen ändern.',
  },
} as const satisfies Record<string, Bilingual>;

export const installationWords = {
  title: { en: 'People of this installation', de: 'Personen dieser Installation' },
  about: {
    en: 'Everybody with an account here. Operators see and change all integrations.',
    de: 'Alle, die hier ein Konto haben. Betreuer sehen und ändern alle Integrationen.',
  },
  table: { en: 'Everybody with an account', de: 'Alle mit einem Konto' },
  integrations: { en: 'Integrations', de: 'Integrationen' },
  all: { en: 'all', de: 'alle' },
  state: { en: 'Account', de: 'Konto' },
  active: { en: 'Active', de: 'Aktiv' },
  locked: { en: 'Locked', de: 'Gesperrt' },
  makeOperator: { en: 'Make operator', de: 'Zum Betreuer machen' },
  makeOperatorQuestion: { en: 'Make {name} an operator?', de: '{name} zum Betreuer machen?' },
  makeOperatorConsequence: {
    en: '{name} will see and change all integrations and can invite others.',
    de: '{name} kann dann alle Integrationen sehen und ändern und andere einladen.',
  },
  noOperator: { en: 'No longer operator', de: 'Nicht mehr Betreuer' },
  noOperatorQuestion: {
    en: 'Should {name} no longer be an operator?',
    de: 'Soll {name} nicht mehr Betreuer sein?',
  },
  noOperatorConsequence: {
    en: '{name} keeps only the integrations in which they are a member.',
    de: '{name} behält nur die Integrationen, in denen eine Mitgliedschaft besteht.',
  },
  passwordLink: { en: 'New password', de: 'Neues Passwort' },
  passwordLinkQuestion: {
    en: 'Make a link for a new password of {name}?',
    de: 'Einen Link für ein neues Passwort von {name} erstellen?',
  },
  passwordLinkConsequence: {
    en: 'Whoever has the link can set the password, for one day and once; then all sessions of the account end. The authenticator stays. Make sure that it is really they who ask.',
    de: 'Wer den Link hat, kann das Passwort setzen, einen Tag lang und einmal; dann enden alle Sitzungen des Kontos. Der Authenticator bleibt. Vergewissern Sie sich, dass wirklich diese Person darum bittet.',
  },
  passwordLinkTitle: { en: 'A link for {name} is ready', de: 'Ein Link für {name} ist fertig' },
  signOut: { en: 'Sign out', de: 'Abmelden' },
  signOutQuestion: { en: 'Sign {name} out everywhere?', de: '{name} überall abmelden?' },
  signOutConsequence: {
    en: 'All sessions end at once; signing in again is possible.',
    de: 'Alle Sitzungen enden sofort; eine neue Anmeldung ist möglich.',
  },
  lock: { en: 'Lock', de: 'Sperren' },
  lockQuestion: { en: 'Lock the account of {name}?', de: 'Konto von {name} sperren?' },
  lockConsequence: {
    en: 'All sessions of {name} end at once, and signing in is no longer possible. You can unlock it again.',
    de: 'Alle Sitzungen von {name} enden sofort, und eine Anmeldung ist nicht mehr möglich. Sie können das Konto wieder entsperren.',
  },
  unlock: { en: 'Unlock', de: 'Entsperren' },
  changed: { en: 'The account of {name} was changed.', de: 'Das Konto von {name} wurde geändert.' },
  invite: { en: 'Invite another operator', de: 'Weiteren Betreuer einladen' },
  inviteAbout: {
    en: 'To add somebody to one integration only, open it and choose “People and roles” in its settings.',
    de: 'Um jemanden nur zu einer Integration hinzuzufügen, öffnen Sie diese und wählen Sie in ihren Einstellungen „Personen und Rollen“.',
  },
  mayNot: {
    en: 'Only operators of the installation see this page.',
    de: 'Diese Seite sehen nur Betreuer der Installation.',
  },
} as const satisfies Record<string, Bilingual>;
