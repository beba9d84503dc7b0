// Signing in, invitations and one's own account.

import type { Bilingual } from '../api/types.ts';

export const signInWords = {
  title: { en: 'Sign in', de: 'Anmelden' },
  about: {
    en: 'Tandem keeps Personio and TimeTac in step.',
    de: 'Tandem hält Personio und TimeTac im Gleichschritt.',
  },
  submit: { en: 'Sign in', de: 'Anmelden' },
  submitting: { en: 'Signing in …', de: 'Anmeldung läuft …' },
  code: { en: 'Code of your authenticator', de: 'Code Ihres Authenticators' },
  codeHint: {
    en: 'The six digits that the app on your phone shows now.',
    de: 'Die sechs Ziffern, die die App auf Ihrem Telefon gerade zeigt.',
  },
  codeSubmit: { en: 'Confirm code', de: 'Code bestätigen' },
  codeBack: { en: 'Use another account', de: 'Anderes Konto verwenden' },
  single: { en: 'Sign in with {name}', de: 'Mit {name} anmelden' },
  or: { en: 'or', de: 'oder' },
  forgotten: {
    en: 'Forgotten your password? Ask whoever looks after this Tandem for a link for a new one.',
    de: 'Passwort vergessen? Bitten Sie jene, die dieses Tandem betreuen, um einen Link für ein neues.',
  },
  demoTitle: { en: 'Look around in the demo', de: 'Sehen Sie sich in der Demo um' },
  demoText: {
    en: 'An invented company with about 40 people, connected with simulated accounts. Nothing you do here reaches anybody.',
    de: 'Eine erfundene Firma mit rund 40 Personen, verbunden mit simulierten Konten. Nichts, was Sie hier tun, erreicht jemanden.',
  },
  demoOpen: { en: 'Open the demo', de: 'Demo öffnen' },
  firstTitle: { en: 'Nobody has an account here yet', de: 'Hier hat noch niemand ein Konto' },
  firstText: {
    en: 'When Tandem was started for the first time, it printed a link that ends in “/first#…”. Open that link to create the first account.',
    de: 'Beim ersten Start hat Tandem einen Link ausgegeben, der auf „/first#…“ endet. Öffnen Sie diesen Link, um das erste Konto anzulegen.',
  },
  singleFailed: {
    en: 'The sign-in with {name} did not work. Try again, or sign in with your password.',
    de: 'Die Anmeldung mit {name} hat nicht geklappt. Versuchen Sie es noch einmal oder melden Sie sich mit Ihrem Passwort an.',
  },
  showPassword: { en: 'Show what is typed', de: 'Eingabe anzeigen' },
} as const satisfies Record<string, Bilingual>;

export const newAccountWords = {
  passwordHint: {
    en: 'At least 12 characters. A few words in a row are easy to remember.',
    de: 'Mindestens 12 Zeichen. Mehrere Wörter hintereinander merkt man sich leicht.',
  },
  passwordShort: {
    en: 'This password has {n} characters; it needs at least 12.',
    de: 'Dieses Passwort hat {n} Zeichen; es braucht mindestens 12.',
  },
  nameMissing: {
    en: 'Type your name, so that others know you.',
    de: 'Geben Sie Ihren Namen ein, damit andere Sie erkennen.',
  },
  emailWrong: {
    en: 'This is not an e-mail address. Type it like name@company.com.',
    de: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@firma.de.',
  },
  creating: { en: 'Creating the account …', de: 'Das Konto wird angelegt …' },
} as const satisfies Record<string, Bilingual>;

export const firstWords = {
  title: { en: 'Create the first account', de: 'Das erste Konto anlegen' },
  about: {
    en: 'You become this installation’s first operator: you see all integrations and can invite others.',
    de: 'Sie werden der erste Betreuer dieser Installation: Sie sehen alle Integrationen und können andere einladen.',
  },
  submit: { en: 'Create account', de: 'Konto anlegen' },
  noToken: {
    en: 'The link is incomplete. Copy it as a whole, with everything behind the # sign.',
    de: 'Der Link ist unvollständig. Kopieren Sie ihn ganz, mit allem hinter dem Zeichen #.',
  },
  takenTitle: { en: 'The first account exists already', de: 'Das erste Konto gibt es schon' },
  taken: {
    en: 'Sign in with it, or ask its owner for an invitation.',
    de: 'Melden Sie sich damit an oder bitten Sie die Person, der es gehört, um eine Einladung.',
  },
} as const satisfies Record<string, Bilingual>;

export const invitationWords = {
  title: { en: 'Invitation', de: 'Einladung' },
  looking: { en: 'Looking at the invitation …', de: 'Die Einladung wird gelesen …' },
  toIntegration: {
    en: '{by} invites you to the integration “{integration}”.',
    de: '{by} lädt Sie zur Integration „{integration}“ ein.',
  },
  toInstallation: {
    en: '{by} invites you to look after all integrations here.',
    de: '{by} lädt Sie ein, alle Integrationen hier zu betreuen.',
  },
  role: { en: 'Your role: {role}. {hint}', de: 'Ihre Rolle: {role}. {hint}' },
  until: { en: 'The invitation is valid until {at}.', de: 'Die Einladung gilt bis {at}.' },
  accept: { en: 'Accept', de: 'Annehmen' },
  acceptAs: { en: 'Accept as {name}', de: 'Als {name} annehmen' },
  create: { en: 'Create account and accept', de: 'Konto anlegen und annehmen' },
  haveAccount: { en: 'I have an account already', de: 'Ich habe schon ein Konto' },
  newAccount: { en: 'I have no account yet', de: 'Ich habe noch kein Konto' },
  known: {
    en: 'There is an account with your address already. Sign in with it; then you can accept.',
    de: 'Zu Ihrer Adresse gibt es schon ein Konto. Melden Sie sich damit an; danach können Sie annehmen.',
  },
  otherPerson: {
    en: 'You are signed in as {name} ({email}).',
    de: 'Sie sind als {name} ({email}) angemeldet.',
  },
  signOutFirst: { en: 'Sign out and use another account', de: 'Abmelden und anderes Konto verwenden' },
} as const satisfies Record<string, Bilingual>;

export const newPasswordWords = {
  title: { en: 'New password', de: 'Neues Passwort' },
  about: {
    en: 'Set a new password for your account. All your sessions end; then sign in with it.',
    de: 'Setzen Sie ein neues Passwort für Ihr Konto. Alle Ihre Sitzungen enden; melden Sie sich danach damit an.',
  },
  submit: { en: 'Set password', de: 'Passwort setzen' },
  done: { en: 'The new password is set.', de: 'Das neue Passwort ist gesetzt.' },
} as const satisfies Record<string, Bilingual>;

export const accountWords = {
  title: { en: 'Your account', de: 'Ihr Konto' },
  you: { en: 'About you', de: 'Über Sie' },
  email: { en: 'You sign in as {email}.', de: 'Sie melden sich als {email} an.' },
  operator: { en: 'You are an operator of this installation.', de: 'Sie sind Betreuer dieser Installation.' },
  password: { en: 'Password', de: 'Passwort' },
  passwordAbout: {
    en: 'A new password ends all your other sessions.',
    de: 'Ein neues Passwort beendet alle Ihre anderen Sitzungen.',
  },
  current: { en: 'Current password', de: 'Bisheriges Passwort' },
  fresh: { en: 'New password', de: 'Neues Passwort' },
  change: { en: 'Change password', de: 'Passwort ändern' },
  changed: {
    en: 'The password is changed. All your other sessions have ended.',
    de: 'Das Passwort ist geändert. Alle Ihre anderen Sitzungen sind beendet.',
  },
  noPassword: {
    en: 'You sign in by single sign-on; there is no password to change here.',
    de: 'Sie melden sich über Single Sign-on an; hier gibt es kein Passwort zu ändern.',
  },
  sessions: { en: 'Where you are signed in', de: 'Wo Sie angemeldet sind' },
  sessionsAbout: {
    en: 'End what you do not know, and set a new password then.',
    de: 'Beenden Sie, was Sie nicht kennen, und setzen Sie dann ein neues Passwort.',
  },
  sessionsAboutSingle: { en: 'End what you do not know.', de: 'Beenden Sie, was Sie nicht kennen.' },
  sessionHere: { en: 'This browser', de: 'Dieser Browser' },
  sessionElsewhere: { en: 'Another browser', de: 'Ein anderer Browser' },
  sessionFrom: {
    en: 'Signed in {begun} from {from}, last seen {seen}',
    de: 'Angemeldet {begun} von {from}, zuletzt gesehen {seen}',
  },
  sessionFromUnknown: {
    en: 'Signed in {begun}, last seen {seen}',
    de: 'Angemeldet {begun}, zuletzt gesehen {seen}',
  },
  sessionEnd: { en: 'End', de: 'Beenden' },
  sessionsEnd: { en: 'End all others', de: 'Alle anderen beenden' },
  sessionsEnded: { en: 'It is ended.', de: 'Das ist beendet.' },
  sessionsPassword: {
    en: 'To end a session, type your password.',
    de: 'Um eine Sitzung zu beenden, geben Sie Ihr Passwort ein.',
  },
  sessionsOnlyThis: { en: 'You are signed in nowhere else.', de: 'Sie sind nirgends sonst angemeldet.' },
  totp: { en: 'Authenticator', de: 'Authenticator' },
  totpAbout: {
    en: 'With an authenticator app, nobody can sign in with your password alone.',
    de: 'Mit einer Authenticator-App kann sich niemand allein mit Ihrem Passwort anmelden.',
  },
  totpOn: { en: 'The authenticator is switched on.', de: 'Der Authenticator ist eingeschaltet.' },
  totpOff: { en: 'The authenticator is switched off.', de: 'Der Authenticator ist ausgeschaltet.' },
  totpBegin: { en: 'Set up authenticator', de: 'Authenticator einrichten' },
  totpStepSecret: {
    en: '1. Add an account in your authenticator app and type this secret (kind: time-based, 6 digits):',
    de: '1. Legen Sie in Ihrer Authenticator-App ein Konto an und geben Sie dieses Geheimnis ein (Art: zeitbasiert, 6 Ziffern):',
  },
  totpCopySecret: { en: 'Copy secret', de: 'Geheimnis kopieren' },
  totpOpen: {
    en: 'Is the app on this device? Open it with this link.',
    de: 'Ist die App auf diesem Gerät? Öffnen Sie sie mit diesem Link.',
  },
  totpStepCode: {
    en: '2. Type the code that the app shows now:',
    de: '2. Geben Sie den Code ein, den die App jetzt zeigt:',
  },
  totpConfirm: { en: 'Switch on', de: 'Einschalten' },
  totpRemove: { en: 'Switch off', de: 'Ausschalten' },
  totpRemoveAbout: {
    en: 'To switch it off, type your password.',
    de: 'Zum Ausschalten geben Sie Ihr Passwort ein.',
  },
  nameSave: { en: 'Save name', de: 'Namen speichern' },
} as const satisfies Record<string, Bilingual>;
