// Issues: causes, answers, what waits, what is worth knowing, answers given.

import type { Answer, Args, Bilingual, Part } from '../api/types.ts';

export type IssueAnswer = Args<'answerIssue'>['body']['answer'];
export type GivenAnswer = Answer<'listIssues'>['decisions'][number];

const sameAnswers = {
  create: { en: 'Make a new account', de: 'Neues Konto anlegen' },
  retry: { en: 'Retry', de: 'Erneut versuchen' },
  'take-over': { en: 'Take over', de: 'Übernehmen' },
} as const satisfies Record<string, Bilingual>;

/** Buttons. Employees go from Personio to TimeTac, everything else the other way. */
export const answerWords = {
  employees: {
    'source-wins': { en: 'Personio wins', de: 'Personio gilt' },
    'keep-target': { en: 'Keep TimeTac’s', de: 'TimeTac behalten' },
    ignore: { en: 'Ignore this person', de: 'Diese Person ignorieren' },
    ...sameAnswers,
  },
  absences: {
    'source-wins': { en: 'TimeTac wins', de: 'TimeTac gilt' },
    'keep-target': { en: 'Keep Personio’s', de: 'Personio behalten' },
    ignore: { en: 'Ignore this absence', de: 'Diese Abwesenheit ignorieren' },
    ...sameAnswers,
  },
  attendances: {
    'source-wins': { en: 'TimeTac wins', de: 'TimeTac gilt' },
    'keep-target': { en: 'Keep Personio’s', de: 'Personio behalten' },
    ignore: { en: 'Ignore this day', de: 'Diesen Tag ignorieren' },
    ...sameAnswers,
  },
} as const satisfies Record<Part, Record<IssueAnswer, Bilingual>>;

const sameMeaning = {
  create: {
    en: 'It is somebody else: the next run makes a new account.',
    de: 'Es ist jemand anders: Der nächste Lauf legt ein neues Konto an.',
  },
  retry: { en: 'The next run tries once more.', de: 'Der nächste Lauf versucht es noch einmal.' },
  'take-over': {
    en: 'The entry in Personio belongs to Tandem from now on and follows TimeTac.',
    de: 'Der Eintrag in Personio gehört ab jetzt Tandem und folgt TimeTac.',
  },
} as const satisfies Record<string, Bilingual>;

/** What an answer brings about; stands beside the buttons. */
export const answerMeaningWords = {
  employees: {
    'source-wins': {
      en: 'The next run writes Personio’s values into TimeTac.',
      de: 'Der nächste Lauf trägt die Werte aus Personio in TimeTac ein.',
    },
    'keep-target': {
      en: 'TimeTac’s values stay until something changes in Personio.',
      de: 'Die Werte in TimeTac bleiben, bis sich in Personio etwas ändert.',
    },
    ignore: {
      en: 'No account is made for this person, and nothing more is told about it.',
      de: 'Für diese Person wird kein Konto angelegt und nichts mehr gemeldet.',
    },
    ...sameMeaning,
  },
  absences: {
    'source-wins': {
      en: 'The next run writes TimeTac’s state into Personio, once.',
      de: 'Der nächste Lauf schreibt den Stand aus TimeTac einmal nach Personio.',
    },
    'keep-target': {
      en: 'Personio stays as it is until the absence changes in TimeTac.',
      de: 'Personio bleibt, wie es ist, bis sich die Abwesenheit in TimeTac ändert.',
    },
    ignore: {
      en: 'Nothing of this absence is written or told any more.',
      de: 'Von dieser Abwesenheit wird nichts mehr geschrieben oder gemeldet.',
    },
    ...sameMeaning,
  },
  attendances: {
    'source-wins': {
      en: 'The next run writes TimeTac’s state of the day into Personio, once.',
      de: 'Der nächste Lauf schreibt den Tag einmal so nach Personio, wie er in TimeTac steht.',
    },
    'keep-target': {
      en: 'Personio stays as it is until the day changes in TimeTac.',
      de: 'Personio bleibt, wie es ist, bis sich der Tag in TimeTac ändert.',
    },
    ignore: {
      en: 'Nothing of this day is written or told any more.',
      de: 'Von diesem Tag wird nichts mehr geschrieben oder gemeldet.',
    },
    ...sameMeaning,
  },
} as const satisfies Record<Part, Record<IssueAnswer, Bilingual>>;

/** The same for single causes, where more can be said. */
export const causeMeaningWords = {
  'deleted-in-target': {
    'source-wins': {
      en: 'The next run writes it into Personio once more, as it stands in TimeTac.',
      de: 'Der nächste Lauf schreibt es noch einmal so nach Personio, wie es in TimeTac steht.',
    },
    'keep-target': {
      en: 'It stays deleted in Personio until something changes in TimeTac.',
      de: 'Es bleibt in Personio gelöscht, bis sich in TimeTac etwas ändert.',
    },
  },
  'rejected-in-target': {
    'source-wins': {
      en: 'The rejected entry stays; the next run writes a new one beside it, as it stands in TimeTac.',
      de: 'Der abgelehnte Eintrag bleibt; der nächste Lauf schreibt daneben einen neuen, wie er in TimeTac steht.',
    },
    'keep-target': {
      en: 'It stays rejected in Personio until something changes in TimeTac.',
      de: 'Es bleibt in Personio abgelehnt, bis sich in TimeTac etwas ändert.',
    },
  },
  'source-changed-but-adopted': {
    'take-over': {
      en: 'The entry in Personio belongs to Tandem from now on; the next run changes it to what TimeTac says.',
      de: 'Der Eintrag in Personio gehört ab jetzt Tandem; der nächste Lauf ändert ihn so, wie TimeTac es sagt.',
    },
  },
  'source-gone-but-adopted': {
    'take-over': {
      en: 'The entry in Personio belongs to Tandem from now on; as it is gone from TimeTac, the next run deletes it.',
      de: 'Der Eintrag in Personio gehört ab jetzt Tandem; weil er in TimeTac weg ist, löscht ihn der nächste Lauf.',
    },
    'keep-target': {
      en: 'The entry stays in Personio, although nothing stands in TimeTac any more.',
      de: 'Der Eintrag bleibt in Personio, obwohl in TimeTac nichts mehr steht.',
    },
  },
} as const satisfies Record<string, { readonly [A in IssueAnswer]?: Bilingual }>;

/** Why an issue is over. */
export const solvedWords = {
  solved: {
    word: { en: 'solved', de: 'erledigt' },
    sentence: {
      en: 'The newest run looked and no longer found it.',
      de: 'Der neueste Lauf hat nachgesehen und es nicht mehr gefunden.',
    },
  },
  'not-watched': {
    word: { en: 'no longer watched', de: 'nicht mehr beobachtet' },
    sentence: {
      en: 'Its part or type was switched off, so nobody looks any more. It may still be so.',
      de: 'Der Teil oder die Art wurde abgeschaltet, daher sieht niemand mehr nach. Es kann noch so sein.',
    },
  },
} as const satisfies Record<
  Answer<'listIssues'>['solved'][number]['why'],
  { readonly word: Bilingual; readonly sentence: Bilingual }
>;

/** Both records side by side. */
export const conflictWords = {
  gone: { en: 'Nothing any more', de: 'Nichts mehr' },
  unknown: { en: 'Not known here; see {side}', de: 'Hier nicht bekannt; siehe {side}' },
  asWritten: { en: 'As Tandem wrote it into Personio.', de: 'So hat Tandem es nach Personio geschrieben.' },
  asNow: { en: 'As it stands in TimeTac now.', de: 'So steht es jetzt in TimeTac.' },
  goneThere: { en: 'Deleted or withdrawn in TimeTac.', de: 'In TimeTac gelöscht oder zurückgezogen.' },
  foreign: { en: 'Entered by somebody else than Tandem.', de: 'Nicht von Tandem eingetragen.' },
  changedAt: {
    en: 'Changed in Personio on {when}; Personio does not tell by whom.',
    de: 'In Personio geändert am {when}; von wem, sagt Personio nicht.',
  },
  changedSomeTime: {
    en: 'Personio does not tell when it was changed, nor by whom.',
    de: 'Wann und von wem es geändert wurde, sagt Personio nicht.',
  },
  deleted: {
    en: 'Deleted in Personio; Personio does not tell when, nor by whom.',
    de: 'In Personio gelöscht; wann und von wem, sagt Personio nicht.',
  },
  differs: { en: '(differs)', de: '(weicht ab)' },
  looksAlike: {
    en: 'The times are the same on both sides. Something else differs, such as the project or the type.',
    de: 'Die Zeiten sind auf beiden Seiten gleich. Etwas anderes weicht ab, etwa das Projekt oder die Art.',
  },
} as const satisfies Record<string, Bilingual>;

/** Said where people are matched, not here. */
export const apartWords: Bilingual = { en: 'Not the same person', de: 'Nicht dieselbe Person' };

/** One answer for many, whatever part they belong to. */
export const ignoreAllWords: Bilingual = { en: 'Ignore all of them', de: 'Alle ignorieren' };

export const issueWords = {
  title: { en: 'Issues', de: 'Meldungen' },
  description: {
    en: 'What needs you, grouped by cause. An answer is carried out by the next run and remembered; it can be taken back.',
    de: 'Wo Sie gefragt sind, nach Ursache geordnet. Eine Antwort führt der nächste Lauf aus; sie wird gemerkt und lässt sich zurücknehmen.',
  },
  asOf: { en: 'As of {when}', de: 'Stand {when}' },
  waiting: { en: 'Loading the issues …', de: 'Die Meldungen werden geladen …' },
  emptyTitle: { en: 'Nothing is open', de: 'Nichts offen' },
  emptyText: {
    en: 'Personio and TimeTac are in step. There is nothing for you to do.',
    de: 'Personio und TimeTac sind im Gleichschritt. Für Sie ist nichts zu tun.',
  },
  emptyBeforeTitle: { en: 'No run yet', de: 'Noch kein Lauf' },
  emptyBefore: {
    en: 'No run has looked yet. A rehearsal shows what there would be to say, and writes nothing.',
    de: 'Es hat noch kein Lauf nachgesehen. Ein Probelauf zeigt, was es zu sagen gäbe, und schreibt nichts.',
  },
  emptyLink: { en: 'Go to step 7, Test', de: 'Zu Schritt 7, Test' },
  open: { en: 'Needs you', de: 'Hier sind Sie gefragt' },
  nOne: { en: '{n} issue', de: '{n} Meldung' },
  nMany: { en: '{n} issues', de: '{n} Meldungen' },
  causesOne: { en: 'from {n} cause', de: 'aus {n} Ursache' },
  causesMany: { en: 'from {n} causes', de: 'aus {n} Ursachen' },
  summary: { en: '{issues} {causes}', de: '{issues} {causes}' },
  linesOne: { en: '{n} time', de: '{n}-mal' },
  linesMany: { en: '{n} times', de: '{n}-mal' },
  peopleOne: { en: '{n} person', de: '{n} Person' },
  peopleMany: { en: '{n} people', de: '{n} Personen' },
  recordsOne: { en: '{n} record', de: '{n} Eintrag' },
  recordsMany: { en: '{n} records', de: '{n} Einträge' },
  holds: { en: 'Waits and solves itself', de: 'Wartet und löst sich von selbst' },
  holdsText: {
    en: 'These go out by themselves as soon as the reason is gone. Usually there is nothing to do.',
    de: 'Das geht von selbst hinaus, sobald der Grund wegfällt. Meist ist nichts zu tun.',
  },
  notes: { en: 'Worth knowing', de: 'Gut zu wissen' },
  notesText: {
    en: 'Nothing of this hinders the synchronisation.',
    de: 'Nichts davon hindert den Abgleich.',
  },
  isNew: { en: 'new', de: 'neu' },
  anyone: { en: 'No single person', de: 'Keine einzelne Person' },
  type: { en: 'Type: {type}', de: 'Art: {type}' },
  range: { en: '{from} – {until}', de: '{from} – {until}' },
  next: { en: 'Next step', de: 'Nächster Schritt' },
  details: { en: 'In detail', de: 'Im Einzelnen' },
  answersFor: { en: 'Your answer about {who}', de: 'Ihre Antwort zu {who}' },
  meanings: { en: 'What the answers mean', de: 'Was die Antworten bedeuten' },
  toStep: { en: 'Open step {n}, {step}', de: 'Schritt {n}, {step}, öffnen' },
  bulkTitle: { en: 'Answer all {n} at once', de: 'Alle {n} auf einmal beantworten' },
  bulkFor: { en: 'One answer for all: {cause}', de: 'Eine Antwort für alle: {cause}' },
  bulkSure: {
    en: '“{answer}” for all {n} issues of “{cause}”?',
    de: '„{answer}“ für alle {n} Meldungen zu „{cause}“?',
  },
  bulkConfirm: { en: 'Yes, answer all', de: 'Ja, alle beantworten' },
  answered: {
    en: 'Answered: “{answer}”. The next run carries it out.',
    de: 'Beantwortet: „{answer}“. Der nächste Lauf führt es aus.',
  },
  answeredOne: {
    en: 'Noted for {n} record. The next run carries it out.',
    de: 'Für {n} Eintrag notiert. Der nächste Lauf führt es aus.',
  },
  answeredMany: {
    en: 'Noted for {n} records. The next run carries it out.',
    de: 'Für {n} Einträge notiert. Der nächste Lauf führt es aus.',
  },
  toGiven: {
    en: 'Take back under “Answers given”',
    de: 'Unter „Gegebene Antworten“ zurücknehmen',
  },
  guide: { en: 'Guide', de: 'Anleitung' },
  explain: { en: 'Explain this day', de: 'Diesen Tag erklären' },
  since: { en: 'open since {when}', de: 'offen seit {when}' },
  solved: { en: 'Solved by the newest run', de: 'Vom neuesten Lauf erledigt' },
  solvedOne: { en: '{n} issue is open no longer.', de: '{n} Meldung ist nicht mehr offen.' },
  solvedMany: { en: '{n} issues are open no longer.', de: '{n} Meldungen sind nicht mehr offen.' },
  wasTold: { en: 'It said:', de: 'Es hieß:' },
  show: { en: 'Show', de: 'Zeigen' },
  hide: { en: 'Hide', de: 'Verbergen' },
  more: { en: 'Show {n} more', de: '{n} weitere zeigen' },
  given: { en: 'Answers given', de: 'Gegebene Antworten' },
  givenText: {
    en: 'Remembered and used by every run. Taking one back has the matter judged anew.',
    de: 'Gemerkt und von jedem Lauf beachtet. Nehmen Sie eine zurück, wird die Sache neu beurteilt.',
  },
  givenEmpty: { en: 'No answer has been given yet.', de: 'Es wurde noch keine Antwort gegeben.' },
  givenLabel: { en: 'Answers given, newest first', de: 'Gegebene Antworten, neueste zuerst' },
  person: { en: 'Person', de: 'Person' },
  about: { en: 'About', de: 'Worüber' },
  answer: { en: 'Answer', de: 'Antwort' },
  when: { en: 'Given', de: 'Gegeben' },
  state: { en: 'State', de: 'Stand' },
  carriedOut: { en: 'carried out {when}', de: 'ausgeführt {when}' },
  holdsOn: { en: 'holds on', de: 'gilt weiter' },
  takeBack: { en: 'Take back', de: 'Zurücknehmen' },
  takeBackWhat: { en: 'Take back: {answer}, {who}', de: 'Zurücknehmen: {answer}, {who}' },
  takenBack: {
    en: 'Taken back. The next run judges it anew.',
    de: 'Zurückgenommen. Der nächste Lauf beurteilt es neu.',
  },
  personioNumber: { en: 'Personio number {id}', de: 'Personio-Nummer {id}' },
  readOnlyRole: {
    en: 'You may look at this integration. Answers are given by its admins and by the customer.',
    de: 'Sie dürfen diese Integration ansehen. Antworten geben ihre Administratoren und der Kunde.',
  },
} as const satisfies Record<string, Bilingual>;
