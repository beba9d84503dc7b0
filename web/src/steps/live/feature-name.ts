// What a module of TimeTac is called.

import type { Say } from '../../words/say.ts';
import { featureWords } from '../../words/steps-accounts.ts';

export function featureName(say: Say, feature: string): string {
  const words = featureWords[feature.toLowerCase().replaceAll(/[\s-]+/g, '_')];
  return words === undefined ? feature.replaceAll('_', ' ') : say(words);
}
