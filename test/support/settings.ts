// Settings out of a configuration document that a test or a benchmark has made.

import { parseSettings } from '../../src/core/settings/document.ts';
import type { Settings } from '../../src/core/settings/settings.ts';

/** @throws with all mistakes */
export function settingsOfDocument(document: Readonly<Record<string, unknown>>): Settings {
  const parsed = parseSettings(JSON.stringify(document), {
    fileName: 'made.json',
    environment: {},
    allowPrivateHosts: true,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes, null, 2));
  return parsed.settings;
}
