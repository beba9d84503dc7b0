// Under which entry of an integration's navigation a page belongs.

export type Place =
  | 'overview'
  | 'set-up'
  | 'issues'
  | 'runs'
  | 'explain'
  | 'month'
  | 'payroll'
  | 'mails'
  | 'settings';

/** Pages that are reached from the settings and have no entry of their own. */
const inSettings: readonly string[] = ['people', 'audit', 'personal-data'];

/**
 * @param path of the page, `/integrations/ID/…`
 * @param hasSetUp whether the navigation has an entry for setting up; where it has none, the steps belong to the settings
 */
export function placeOf(path: string, hasSetUp: boolean): Place {
  const [, , , page = ''] = path.split('/');
  switch (page) {
    case 'issues':
    case 'runs':
    case 'explain':
    case 'month':
    case 'payroll':
    case 'mails':
    case 'settings':
      return page;
    case 'set-up':
      return hasSetUp ? page : 'settings';
    default:
      return inSettings.includes(page) ? 'settings' : 'overview';
  }
}
