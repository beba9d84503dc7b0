// Words that the sentences and the web page must share: what stands on the buttons and pages the sentences point to.

/** The same in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly de: string;
}

/** Pages and buttons of Tandem, by meaning. */
export const pageWords = {
  issues: { en: 'Issues', de: 'Meldungen' },
  employees: { en: 'Employees', de: 'Mitarbeitende' },
  settings: { en: 'Settings', de: 'Einstellungen' },
  sourceWins: { en: 'TimeTac wins', de: 'TimeTac gilt' },
  keepTarget: { en: 'Keep Personio’s', de: 'Personio behalten' },
  ignore: { en: 'Ignore this day', de: 'Diesen Tag ignorieren' },
  takeOver: { en: 'Take over', de: 'Übernehmen' },
  retry: { en: 'Retry', de: 'Erneut versuchen' },
} as const satisfies Record<string, Bilingual>;

const { issues, employees, settings, sourceWins, keepTarget, ignore, takeOver, retry } = pageWords;

/** Steps that many sentences end with. */
export const steps = {
  en: {
    retry: `then choose “${retry.en}” in Tandem under ${issues.en}`,
    decide: `Decide in Tandem under ${issues.en}: “${sourceWins.en}”, “${keepTarget.en}” or “${ignore.en}”.`,
    takeOver: `choose “${takeOver.en}” in Tandem under ${issues.en}`,
    link: `in Tandem under ${employees.en}`,
    settings: `in Tandem under ${settings.en}`,
    issues: `in Tandem under ${issues.en}`,
  },
  de: {
    retry: `wählen Sie dann in Tandem unter ${issues.de} „${retry.de}“`,
    decide: `Entscheiden Sie in Tandem unter ${issues.de}: „${sourceWins.de}“, „${keepTarget.de}“ oder „${ignore.de}“.`,
    takeOver: `wählen Sie in Tandem unter ${issues.de} „${takeOver.de}“`,
    link: `in Tandem unter ${employees.de}`,
    settings: `in Tandem unter ${settings.de}`,
    issues: `in Tandem unter ${issues.de}`,
  },
} as const;
