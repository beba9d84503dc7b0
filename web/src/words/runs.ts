// Runs: the list, one run, its actions, its progress, its comparison and taking it back.

import type { Bilingual, Progress, RunActionView } from '../api/types.ts';

export const runKindWords = {
  rehearsal: { en: 'Rehearsal (nothing written)', de: 'Probelauf (nichts geschrieben)' },
  full: { en: 'Full check', de: 'Vollprüfung' },
  incremental: { en: 'What has changed', de: 'Was sich geändert hat' },
} as const satisfies Record<string, Bilingual>;

/** Columns of counts per part. */
export const countWords = {
  created: { en: 'created', de: 'angelegt' },
  updated: { en: 'changed', de: 'geändert' },
  deleted: { en: 'deleted', de: 'gelöscht' },
  adopted: { en: 'found and linked', de: 'vorgefunden und verknüpft' },
  unchanged: { en: 'unchanged', de: 'unverändert' },
  held: { en: 'held back', de: 'zurückgehalten' },
  failed: { en: 'refused', de: 'abgelehnt' },
} as const satisfies Record<string, Bilingual>;

export const runListWords = {
  title: { en: 'Runs', de: 'Läufe' },
  description: {
    en: 'The newest hundred runs. Each one keeps what it did, action by action.',
    de: 'Die neuesten hundert Läufe. Jeder zeigt Schritt für Schritt, was er getan hat.',
  },
  oneRun: { en: 'Run', de: 'Lauf' },
  tableLabel: { en: 'Runs, newest first', de: 'Läufe, neueste zuerst' },
  started: { en: 'Started', de: 'Begonnen' },
  kind: { en: 'What', de: 'Was' },
  result: { en: 'Result', de: 'Ergebnis' },
  writes: { en: 'Written', de: 'Geschrieben' },
  issues: { en: 'Issues', de: 'Meldungen' },
  newIssues: { en: '{all}, {new} new', de: '{all}, davon {new} neu' },
  took: { en: 'Took', de: 'Dauer' },
  waiting: { en: 'Loading the runs …', de: 'Die Läufe werden geladen …' },
  emptyTitle: { en: 'No run yet', de: 'Noch kein Lauf' },
  emptyText: {
    en: 'A rehearsal shows what a run would do, and writes nothing. Begin there.',
    de: 'Ein Probelauf zeigt, was ein Lauf täte, und schreibt nichts. Beginnen Sie damit.',
  },
  emptyLink: { en: 'Go to step 7, Test', de: 'Zu Schritt 7, Test' },
} as const satisfies Record<string, Bilingual>;

export const runPageWords = {
  title: { en: 'Run of {when}', de: 'Lauf vom {when}' },
  titleRehearsal: { en: 'Rehearsal of {when}', de: 'Probelauf vom {when}' },
  waiting: { en: 'Loading the run …', de: 'Der Lauf wird geladen …' },
  back: { en: 'All runs', de: 'Alle Läufe' },
  still: {
    en: 'This run is still going on. Its result appears here by itself.',
    de: 'Dieser Lauf ist noch unterwegs. Sein Ergebnis erscheint hier von selbst.',
  },
  whenTook: {
    en: '{kind}. Begun {when}, took {duration}.',
    de: '{kind}. Begonnen {when}, Dauer {duration}.',
  },
  whenOnly: { en: '{kind}. Begun {when}.', de: '{kind}. Begonnen {when}.' },
  nothing: {
    en: 'Nothing was to be written: Personio and TimeTac agree.',
    de: 'Es war nichts zu schreiben: Personio und TimeTac stimmen überein.',
  },
  nothingWould: {
    en: 'A run would write nothing: Personio and TimeTac agree.',
    de: 'Ein Lauf würde nichts schreiben: Personio und TimeTac stimmen überein.',
  },
  nothingOpen: {
    en: 'Nothing was to be written; what is open stands under “Issues”.',
    de: 'Es war nichts zu schreiben; was offen ist, steht unter „Meldungen“.',
  },
  nothingWouldOpen: {
    en: 'A run would write nothing; what is open stands under “Issues”.',
    de: 'Ein Lauf würde nichts schreiben; was offen ist, steht unter „Meldungen“.',
  },
  wrote: { en: 'Written: {what}.', de: 'Geschrieben: {what}.' },
  would: {
    en: 'Nothing was written. A run would write: {what}.',
    de: 'Es wurde nichts geschrieben. Ein Lauf würde schreiben: {what}.',
  },
  nCreated: { en: '{n} created', de: '{n} angelegt' },
  nUpdated: { en: '{n} changed', de: '{n} geändert' },
  nDeleted: { en: '{n} deleted', de: '{n} gelöscht' },
  failed: {
    en: 'The run did not get through. What it had written until then stands below; the next run continues there.',
    de: 'Der Lauf kam nicht durch. Was er bis dahin geschrieben hat, steht unten; der nächste Lauf macht dort weiter.',
  },
  interrupted: {
    en: 'The run was interrupted (for example by a restart). The next run looks at what was begun and continues.',
    de: 'Der Lauf wurde unterbrochen (zum Beispiel durch einen Neustart). Der nächste Lauf prüft, was begonnen war, und macht weiter.',
  },
  refusedNothing: {
    en: 'The run stopped before writing anything. It needs your decision, see below.',
    de: 'Der Lauf hat angehalten, bevor er etwas schrieb. Er braucht Ihre Entscheidung, siehe unten.',
  },
  paused: {
    en: 'Paused at that time, neither read nor written: {parts}.',
    de: 'Damals pausiert, weder gelesen noch geschrieben: {parts}.',
  },
  calls: {
    en: 'Requests: {personio} to Personio, {timetac} to TimeTac. Writing ones: {personioWrites} and {timetacWrites}.',
    de: 'Anfragen: {personio} an Personio, {timetac} an TimeTac. Davon schreibend: {personioWrites} und {timetacWrites}.',
  },
  contents: { en: 'On this page', de: 'Auf dieser Seite' },
  contentsEntry: { en: '{what} ({n})', de: '{what} ({n})' },
  counts: { en: 'In numbers', de: 'In Zahlen' },
  countsLabel: { en: 'Records per part', de: 'Einträge je Teil' },
  part: { en: 'Part', de: 'Teil' },
  actions: { en: 'Action by action', de: 'Schritt für Schritt' },
  issues: { en: 'Issues', de: 'Meldungen' },
  issuesText: {
    en: 'Open at the end of this run. They are answered under “Issues”.',
    de: 'Offen am Ende dieses Laufs. Beantwortet werden sie unter „Meldungen“.',
  },
  issuesLink: { en: 'Open the issues', de: 'Zu den Meldungen' },
  solved: { en: 'No longer open', de: 'Nicht mehr offen' },
  solvedText: {
    en: 'Open before this run and not after it.',
    de: 'Vor diesem Lauf offen, danach nicht mehr.',
  },
} as const satisfies Record<string, Bilingual>;

export const refusalWords = {
  title: { en: 'Stopped as a precaution', de: 'Vorsorglich angehalten' },
  look: {
    en: 'Look through the table below. If all of it is right, let it through; this holds for exactly this plan and only once. If not, mend the cause (often a filter, a right or a date) and start a new run.',
    de: 'Sehen Sie die Tabelle unten durch. Wenn alles stimmt, geben Sie den Lauf frei; das gilt genau für diesen Plan und nur einmal. Wenn nicht, beheben Sie die Ursache (oft ein Filter, ein Recht oder ein Datum), und starten Sie einen neuen Lauf.',
  },
  rehearsed: {
    en: 'This was a rehearsal. A run would stop here and ask; then it can be let through.',
    de: 'Das war ein Probelauf. Ein echter Lauf würde hier anhalten und fragen; dann kann er freigegeben werden.',
  },
  old: {
    en: 'There has been a newer run since. Only the newest one can be let through.',
    de: 'Seitdem gab es einen neueren Lauf. Freigeben lässt sich nur der neueste.',
  },
  release: { en: 'Let this plan through', de: 'Diesen Plan freigeben' },
  sure: {
    en: 'Write these {planned} changes? What a run created can be taken back; what it deleted cannot.',
    de: 'Diese {planned} Änderungen schreiben? Was ein Lauf anlegt, lässt sich zurücknehmen; was er löscht, nicht.',
  },
  released: {
    en: 'The run is in the queue. If anything has changed meanwhile, it stops again and asks anew.',
    de: 'Der Lauf ist eingereiht. Hat sich inzwischen etwas geändert, hält er wieder an und fragt neu.',
  },
} as const satisfies Record<string, Bilingual>;

export const undoWords = {
  title: { en: 'Take this run back', de: 'Diesen Lauf zurücknehmen' },
  text: {
    en: 'Removes what this run created, where it still stands as written. Accounts are not deleted but switched off. First you see what that would be.',
    de: 'Entfernt, was dieser Lauf angelegt hat, soweit es noch so dasteht. Konten werden nicht gelöscht, sondern abgeschaltet. Zuerst sehen Sie, was das wäre.',
  },
  preview: { en: 'Show a preview', de: 'Vorschau zeigen' },
  previewing: {
    en: 'Looking up in Personio what still stands as written …',
    de: 'In Personio wird nachgesehen, was noch so dasteht …',
  },
  wouldRemove: { en: '{n} record would be removed', de: '{n} Eintrag würde entfernt' },
  wouldRemoveMany: { en: '{n} records would be removed', de: '{n} Einträge würden entfernt' },
  wouldSwitchOff: { en: '{n} account would be switched off', de: '{n} Konto würde abgeschaltet' },
  wouldSwitchOffMany: { en: '{n} accounts would be switched off', de: '{n} Konten würden abgeschaltet' },
  wouldLeave: {
    en: '{n} record stays, because it was changed or removed since',
    de: '{n} Eintrag bleibt, weil er seitdem geändert oder entfernt wurde',
  },
  wouldLeaveMany: {
    en: '{n} records stay, because they were changed or removed since',
    de: '{n} Einträge bleiben, weil sie seitdem geändert oder entfernt wurden',
  },
  nothing: {
    en: 'Nothing of this run can be taken back any more.',
    de: 'Von diesem Lauf lässt sich nichts mehr zurücknehmen.',
  },
  consequence: {
    en: 'What is taken back is remembered as ignored, so that the next run does not write it again. You can allow it again under “Issues”, “Answers given”.',
    de: 'Zurückgenommenes wird als ignoriert gemerkt, damit der nächste Lauf es nicht wieder schreibt. Unter „Meldungen“, „Gegebene Antworten“, lassen Sie es wieder zu.',
  },
  confirm: { en: 'Take back now', de: 'Jetzt zurücknehmen' },
  cancel: { en: 'Cancel', de: 'Abbrechen' },
  working: { en: 'Taking back …', de: 'Wird zurückgenommen …' },
  done: { en: 'Taken back.', de: 'Zurückgenommen.' },
  again: { en: 'Allow it again', de: 'Wieder zulassen' },
  againText: {
    en: 'If this was a mistake, let the next run write it again.',
    de: 'War das ein Versehen, lassen Sie es den nächsten Lauf wieder schreiben.',
  },
  allowed: {
    en: 'Allowed again. The next run judges it anew.',
    de: 'Wieder zugelassen. Der nächste Lauf beurteilt es neu.',
  },
  removed: { en: '{n} record removed', de: '{n} Eintrag entfernt' },
  removedMany: { en: '{n} records removed', de: '{n} Einträge entfernt' },
  switchedOff: { en: '{n} account switched off', de: '{n} Konto abgeschaltet' },
  switchedOffMany: { en: '{n} accounts switched off', de: '{n} Konten abgeschaltet' },
  left: { en: '{n} record left as it is', de: '{n} Eintrag unverändert gelassen' },
  leftMany: { en: '{n} records left as they are', de: '{n} Einträge unverändert gelassen' },
} as const satisfies Record<string, Bilingual>;

/** What an action is called where it would happen. */
export const wouldWords = {
  create: { en: 'would create', de: 'würde anlegen' },
  update: { en: 'would change', de: 'würde ändern' },
  delete: { en: 'would delete', de: 'würde löschen' },
  adopt: { en: 'would link what is there', de: 'würde Vorhandenes verknüpfen' },
  forget: { en: 'would let go', de: 'würde loslassen' },
  hold: { en: 'cannot go (yet)', de: 'geht (noch) nicht' },
  keep: { en: 'stays', de: 'bleibt' },
} as const satisfies Record<RunActionView['kind'], Bilingual>;

/** What an action is called where it has happened. */
export const didWords = {
  create: { en: 'created', de: 'angelegt' },
  update: { en: 'changed', de: 'geändert' },
  delete: { en: 'deleted', de: 'gelöscht' },
  adopt: { en: 'linked what was there', de: 'Vorhandenes verknüpft' },
  forget: { en: 'let go', de: 'losgelassen' },
  hold: { en: 'held back', de: 'zurückgehalten' },
  keep: { en: 'stays', de: 'bleibt' },
} as const satisfies Record<RunActionView['kind'], Bilingual>;

/** What an action is called that was tried, or left. */
export const toWords = {
  create: { en: 'create', de: 'anlegen' },
  update: { en: 'change', de: 'ändern' },
  delete: { en: 'delete', de: 'löschen' },
  adopt: { en: 'link what is there', de: 'Vorhandenes verknüpfen' },
  forget: { en: 'let go', de: 'loslassen' },
  hold: { en: 'hold back', de: 'zurückhalten' },
  keep: { en: 'keep', de: 'behalten' },
} as const satisfies Record<RunActionView['kind'], Bilingual>;

export const kindOfTimeWords = {
  work: { en: 'Work', de: 'Arbeit' },
  break: { en: 'Break', de: 'Pause' },
} as const satisfies Record<string, Bilingual>;

/** Fields of an account, as the server names them. */
export const fieldWords = {
  username: { en: 'user name', de: 'Benutzername' },
  firstName: { en: 'first name', de: 'Vorname' },
  lastName: { en: 'last name', de: 'Nachname' },
  email: { en: 'e-mail', de: 'E-Mail' },
  externalId: { en: 'external ID', de: 'externe ID' },
  entryOn: { en: 'entry', de: 'Eintritt' },
  exitOn: { en: 'exit', de: 'Austritt' },
  birthday: { en: 'date of birth', de: 'Geburtsdatum' },
  entitlementDays: { en: 'days of leave', de: 'Urlaubstage' },
  active: { en: 'active', de: 'aktiv' },
  startsOn: { en: 'valid from', de: 'gültig ab' },
} as const satisfies Record<string, Bilingual>;

export const actionWords = {
  tableLabel: { en: 'Actions of this run', de: 'Schritte dieses Laufs' },
  waiting: { en: 'Loading the actions …', de: 'Die Schritte werden geladen …' },
  what: { en: 'What', de: 'Was' },
  part: { en: 'Part', de: 'Teil' },
  person: { en: 'Person', de: 'Person' },
  date: { en: 'Date', de: 'Datum' },
  change: { en: 'Before → after', de: 'Vorher → nachher' },
  before: { en: 'before:', de: 'vorher:' },
  after: { en: 'after:', de: 'nachher:' },
  because: { en: 'Because', de: 'Weil' },
  none: { en: 'nothing', de: 'nichts' },
  nobody: { en: 'no single person', de: 'keine einzelne Person' },
  refused: { en: '{what}: refused', de: '{what}: abgelehnt' },
  unknown: { en: '{what}: outcome not known yet', de: '{what}: Ergebnis noch unbekannt' },
  skipped: { en: '{what}: not done', de: '{what}: nicht ausgeführt' },
  planned: { en: '{what}: planned', de: '{what}: geplant' },
  filterKind: { en: 'Show', de: 'Zeigen' },
  filterPart: { en: 'Part', de: 'Teil' },
  allParts: { en: 'All parts', de: 'Alle Teile' },
  all: { en: 'Everything ({n})', de: 'Alles ({n})' },
  kindCount: { en: '{what} ({n})', de: '{what} ({n})' },
  noneShown: { en: 'No action fits this choice.', de: 'Kein Schritt passt zu dieser Auswahl.' },
  empty: {
    en: 'There is nothing to do: all of it stands as it should.',
    de: 'Es gibt nichts zu tun: Alles steht so da, wie es soll.',
  },
  csv: { en: 'As a table (CSV)', de: 'Als Tabelle (CSV)' },
  excel: { en: 'As an Excel workbook', de: 'Als Excel-Mappe' },
} as const satisfies Record<string, Bilingual>;

export const comparisonWords = {
  title: { en: 'Side by side with Personio', de: 'Neben Personio gelegt' },
  intro: {
    en: 'What this run wrote, beside what stands in Personio now.',
    de: 'Was dieser Lauf geschrieben hat, neben dem, was jetzt in Personio steht.',
  },
  read: { en: 'Read from Personio now', de: 'Jetzt aus Personio lesen' },
  again: { en: 'Read again', de: 'Noch einmal lesen' },
  waiting: { en: 'Reading from Personio …', de: 'Wird aus Personio gelesen …' },
  same: {
    en: 'All {n} records stand in Personio just as written.',
    de: 'Alle {n} Einträge stehen in Personio genau so, wie sie geschrieben wurden.',
  },
  sameOne: {
    en: 'The one record stands in Personio just as written.',
    de: 'Der eine Eintrag steht in Personio genau so, wie er geschrieben wurde.',
  },
  differences: {
    en: '{n} of {all} records stand differently in Personio. They are listed first.',
    de: '{n} von {all} Einträgen stehen in Personio anders. Sie stehen oben.',
  },
  empty: {
    en: 'This run wrote nothing that could be compared.',
    de: 'Dieser Lauf hat nichts geschrieben, was sich vergleichen ließe.',
  },
  tableLabel: { en: 'Written and found, per record', de: 'Geschrieben und vorgefunden, je Eintrag' },
  ours: { en: 'Written', de: 'Geschrieben' },
  theirs: { en: 'In Personio now', de: 'Jetzt in Personio' },
  verdict: { en: 'Result', de: 'Ergebnis' },
  isSame: { en: 'same', de: 'gleich' },
  differs: { en: 'different', de: 'anders' },
  missing: { en: 'not there', de: 'nicht vorhanden' },
  onlyDifferences: { en: 'Only what differs', de: 'Nur Abweichungen' },
} as const satisfies Record<string, Bilingual>;

export const phaseWords = {
  waiting: { en: 'Waits for its turn', de: 'Wartet, bis er an der Reihe ist' },
  reading: { en: 'Reads from Personio and TimeTac', de: 'Liest aus Personio und TimeTac' },
  planning: { en: 'Compares both sides', de: 'Vergleicht beide Seiten' },
  writing: { en: 'Writes', de: 'Schreibt' },
  verifying: { en: 'Checks what was written', de: 'Prüft, was geschrieben wurde' },
} as const satisfies Record<Progress['phase'], Bilingual>;

export const progressWords = {
  label: { en: 'Progress of the run', de: 'Fortschritt des Laufs' },
  ofPart: { en: '{phase}: {part}', de: '{phase}: {part}' },
  ofTotal: { en: '{done} of {total}', de: '{done} von {total}' },
  justDone: { en: '{done} so far', de: 'bisher {done}' },
  remaining: { en: 'about {time} left', de: 'noch etwa {time}' },
  leave: {
    en: 'You may leave this page; the run goes on.',
    de: 'Sie können diese Seite verlassen; der Lauf geht weiter.',
  },
  openRun: { en: 'See what it did', de: 'Ansehen, was er getan hat' },
  endedDone: { en: 'The run has ended: in step.', de: 'Der Lauf ist fertig: alles im Gleichschritt.' },
  endedIssues: { en: 'The run has ended, with issues.', de: 'Der Lauf ist fertig, mit Meldungen.' },
  endedRefused: {
    en: 'The run has stopped before writing; it needs a decision.',
    de: 'Der Lauf hat vor dem Schreiben angehalten; er braucht eine Entscheidung.',
  },
  endedFailed: {
    en: 'The run did not get through. Its page says why.',
    de: 'Der Lauf kam nicht durch. Auf seiner Seite steht, warum.',
  },
  endedBusy: {
    en: 'Another run was in progress. Please try again when it has ended.',
    de: 'Ein anderer Lauf war unterwegs. Versuchen Sie es bitte wieder, wenn er fertig ist.',
  },
  endedFault: {
    en: 'The run ended with a fault of ours. Nothing is lost; the next run continues. If it happens again, please tell your operator.',
    de: 'Der Lauf endete mit einem Fehler von uns. Es ist nichts verloren; der nächste Lauf macht weiter. Geschieht es wieder, sagen Sie es bitte Ihrer Betreuung.',
  },
} as const satisfies Record<string, Bilingual>;

/** What was open before a run and is not any more. */
export const solvedWords = {
  show: { en: 'Show', de: 'Zeigen' },
  hide: { en: 'Hide', de: 'Verbergen' },
  tableLabel: { en: 'What is no longer open', de: 'Was nicht mehr offen ist' },
  cause: { en: 'Cause', de: 'Ursache' },
  person: { en: 'Person', de: 'Person' },
  part: { en: 'Part', de: 'Teil' },
  date: { en: 'Date', de: 'Datum' },
  why: { en: 'Why', de: 'Warum' },
  solved: { en: 'solved', de: 'gelöst' },
  notWatched: { en: 'no longer watched', de: 'nicht mehr beobachtet' },
  notWatchedText: {
    en: '“No longer watched”: its part or its absence type was switched off since, so nobody looks whether it is solved.',
    de: '„Nicht mehr beobachtet“: Der Teil oder die Abwesenheitsart wurde seither abgeschaltet; ob es gelöst ist, prüft daher niemand.',
  },
} as const satisfies Record<string, Bilingual>;
