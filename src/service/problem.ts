// What a verb of the page answers when it cannot do what was asked. Sentences with the next step, in both languages.

import type { Mistake, Said } from '../core/settings/mistake.ts';
import { said } from '../core/settings/mistake.ts';
import type { Tree } from '../core/settings/tree.ts';
import type { Instant } from '../core/time/calendar.ts';

export type ProblemCode = keyof typeof problems;

export interface FormConflict {
  readonly path: string;
  readonly current: Tree;
  readonly by: string;
  readonly at: Instant;
}

interface More {
  readonly fields?: readonly Pick<Mistake, 'path' | 'message' | 'hint'>[];
  readonly conflicts?: readonly FormConflict[];
  readonly retryAfterSeconds?: number;
  /** In place of the general sentence. */
  readonly message?: Said;
  readonly hint?: Said | null;
}

/** Thrown by verbs, told by entrances. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly more: More;

  constructor(code: ProblemCode, more: More = {}) {
    super(`${code}: ${(more.message ?? problems[code].message).en}`);
    this.code = code;
    this.more = more;
  }

  get status(): number {
    return problems[this.code].status;
  }
  get said(): Said {
    return this.more.message ?? problems[this.code].message;
  }
  get hint(): Said | null {
    return this.more.hint === undefined ? problems[this.code].hint : this.more.hint;
  }
}

interface Told {
  readonly status: number;
  readonly message: Said;
  readonly hint: Said | null;
}

const told = (status: number, message: Said, hint: Said | null = null): Told => ({ status, message, hint });

const problems = {
  'invalid-body': told(
    400,
    said(
      'Something in what was sent is not as it should be.',
      'Etwas an den gesendeten Angaben stimmt nicht.',
    ),
    said('See the fields named below.', 'Siehe die unten genannten Felder.'),
  ),
  'not-signed-in': told(
    401,
    said(
      'You are not signed in, or your session has ended.',
      'Sie sind nicht angemeldet, oder Ihre Sitzung ist abgelaufen.',
    ),
    said('Please sign in again.', 'Bitte melden Sie sich erneut an.'),
  ),
  'single-sign-on-only': told(
    409,
    said('This person signs in by single sign-on.', 'Diese Person meldet sich über Single Sign-on an.'),
    said(
      'There is no password of theirs here; the identity provider helps.',
      'Hier gibt es kein Passwort von ihr; der Identitätsanbieter hilft.',
    ),
  ),
  'wrong-sign-in': told(
    401,
    said('E-mail address or password is not right.', 'E-Mail-Adresse oder Passwort stimmt nicht.'),
    said(
      'Check both. If you have forgotten the password, ask an operator for a link for a new one.',
      'Bitte beides prüfen. Wenn Sie das Passwort vergessen haben, bitten Sie einen Betreuer um einen Link für ein neues.',
    ),
  ),
  'password-guessable': told(
    422,
    said('This password is too easy to guess.', 'Dieses Passwort ist zu leicht zu erraten.'),
    said(
      'It is among those that are tried first, or is made of your name, of rows of keys or of repetitions. Take a few words in a row that do not belong together.',
      'Es gehört zu denen, die zuerst probiert werden, oder besteht aus Ihrem Namen, aus Tastenreihen oder Wiederholungen. Nehmen Sie einige Wörter hintereinander, die nicht zusammengehören.',
    ),
  ),
  'code-needed': told(
    401,
    said('The code of your authenticator is needed.', 'Der Code Ihres Authenticators wird benötigt.'),
    said(
      'Type the six digits that your app shows now.',
      'Geben Sie die sechs Ziffern ein, die Ihre App jetzt zeigt.',
    ),
  ),
  'wrong-code': told(
    401,
    said(
      'This code is not right, or was used already.',
      'Dieser Code stimmt nicht oder wurde schon verwendet.',
    ),
    said(
      'Wait for the next code. If none is accepted, check the clock of the device.',
      'Warten Sie auf den nächsten Code. Wenn keiner angenommen wird, prüfen Sie die Uhr des Geräts.',
    ),
  ),
  'too-many-tries': told(
    429,
    said('Too many tries.', 'Zu viele Versuche.'),
    said('Wait a few minutes and try again.', 'Warten Sie einige Minuten und versuchen Sie es erneut.'),
  ),
  'not-allowed': told(
    403,
    said('Your role does not allow this.', 'Ihre Rolle erlaubt das nicht.'),
    said(
      'Ask an administrator of the integration.',
      'Wenden Sie sich an einen Administrator der Integration.',
    ),
  ),
  'foreign-origin': told(
    403,
    said(
      'This call did not come from Tandem’s own page.',
      'Dieser Aufruf kam nicht von der Seite von Tandem selbst.',
    ),
    said(
      'Open Tandem at its own address. If it stands behind a proxy, set TANDEM_PUBLIC_URL to the address that people use.',
      'Öffnen Sie Tandem unter seiner eigenen Adresse. Hinter einem Proxy muss TANDEM_PUBLIC_URL die Adresse nennen, die die Leute verwenden.',
    ),
  ),
  'not-found': told(
    404,
    said('This does not exist, or you may not see it.', 'Das gibt es nicht, oder Sie dürfen es nicht sehen.'),
    said(
      'Check the address, or go back to the list.',
      'Prüfen Sie die Adresse oder gehen Sie zurück zur Übersicht.',
    ),
  ),
  'link-worthless': told(
    410,
    said(
      'This link has been used, has expired or was withdrawn.',
      'Dieser Link wurde schon verwendet, ist abgelaufen oder wurde zurückgezogen.',
    ),
    said(
      'Ask whoever sent it for a new one.',
      'Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    ),
  ),
  'address-taken': told(
    409,
    said('This e-mail address has an account already.', 'Diese E-Mail-Adresse hat schon ein Konto.'),
    said(
      'Sign in with it first, then open the invitation again.',
      'Melden Sie sich zuerst damit an und öffnen Sie dann die Einladung erneut.',
    ),
  ),
  'other-address': told(
    409,
    said(
      'This invitation is for another e-mail address.',
      'Diese Einladung gilt für eine andere E-Mail-Adresse.',
    ),
    said('Use the address it was sent to.', 'Verwenden Sie die Adresse, an die sie geschickt wurde.'),
  ),
  'last-operator': told(
    409,
    said('The last operator cannot be taken away.', 'Der letzte Betreuer kann nicht entfernt werden.'),
    said('Make somebody else an operator first.', 'Machen Sie zuerst jemand anderen zum Betreuer.'),
  ),
  'signed-another': told(
    409,
    said(
      'The form was changed after you looked at it; nothing was signed.',
      'Das Formular wurde geändert, nachdem Sie es angesehen haben; nichts wurde freigegeben.',
    ),
    said(
      'Look at the form as it is now, and sign again.',
      'Sehen Sie das Formular an, wie es jetzt ist, und geben Sie es noch einmal frei.',
    ),
  ),
  'changed-meanwhile': told(
    409,
    said(
      'Somebody else changed this meanwhile; nothing was overwritten.',
      'Jemand anderes hat das inzwischen geändert; nichts wurde überschrieben.',
    ),
    said('Choose which value shall stand.', 'Wählen Sie, welcher Wert gelten soll.'),
  ),
  'read-only': told(
    409,
    said(
      'This integration comes from a configuration file and is changed there.',
      'Diese Integration kommt aus einer Konfigurationsdatei und wird dort geändert.',
    ),
    said('Change the file and start Tandem again.', 'Ändern Sie die Datei und starten Sie Tandem neu.'),
  ),
  'form-has-mistakes': told(
    409,
    said('The form has mistakes or gaps.', 'Das Formular hat Fehler oder Lücken.'),
    said('Put right what is named below.', 'Bitte beheben, was unten genannt ist.'),
  ),
  'credentials-missing': told(
    409,
    said('The credentials are missing.', 'Die Zugangsdaten fehlen.'),
    said('Enter them in step 2.', 'Tragen Sie sie in Schritt 2 ein.'),
  ),
  'account-taken': told(
    409,
    said(
      'Another integration here works with this TimeTac account already.',
      'Eine andere Integration hier arbeitet schon mit diesem TimeTac-Account.',
    ),
    said(
      'Two integrations would write the same records twice. Use the other one, or remove it first.',
      'Zwei Integrationen würden dieselben Datensätze doppelt schreiben. Verwenden Sie die andere, oder entfernen Sie sie zuerst.',
    ),
  ),
  'run-in-progress': told(
    409,
    said('A run of this integration is in progress.', 'Ein Lauf dieser Integration ist gerade im Gange.'),
    said(
      'Wait until it has ended and try again.',
      'Warten Sie, bis er beendet ist, und versuchen Sie es erneut.',
    ),
  ),
  'not-possible': told(409, said('That is not possible.', 'Das ist nicht möglich.')),
  'has-run': told(
    409,
    said(
      'This integration has been switched on and remembers what it wrote.',
      'Diese Integration war schon eingeschaltet und merkt sich, was sie geschrieben hat.',
    ),
    said('Switch it off instead.', 'Schalten Sie sie stattdessen aus.'),
  ),
  'cannot-open': told(
    400,
    said('What was sent could not be decrypted.', 'Das Gesendete konnte nicht entschlüsselt werden.'),
    said('Load the page anew and try again.', 'Laden Sie die Seite neu und versuchen Sie es noch einmal.'),
  ),
  'vendor-trouble': told(
    502,
    said('A vendor could not be asked.', 'Ein System konnte nicht gefragt werden.'),
    said(
      'What is saved stays. Try again later.',
      'Was gespeichert ist, bleibt. Versuchen Sie es später erneut.',
    ),
  ),
  'too-large': told(413, said('What was sent is too large.', 'Das Gesendete ist zu groß.')),
  fault: told(
    500,
    said(
      'A fault of ours. It has been written to the log.',
      'Ein Fehler auf unserer Seite. Er wurde protokolliert.',
    ),
    said(
      'Try again; if it happens again, tell the operator the time.',
      'Versuchen Sie es erneut; wenn es wieder geschieht, nennen Sie dem Betreuer die Uhrzeit.',
    ),
  ),
} as const satisfies Record<string, Told>;
