// The five combinations of modules that the requirement form offers.

import { moduleSetWords } from '../../words/steps-users.ts';

export const moduleSets = [
  { value: ['employee-time-tracking'], words: moduleSetWords.time },
  { value: ['leave-management'], words: moduleSetWords.leave },
  { value: ['employee-time-tracking', 'leave-management'], words: moduleSetWords.timeLeave },
  { value: ['project-time-tracking'], words: moduleSetWords.project },
  {
    value: ['employee-time-tracking', 'leave-management', 'project-time-tracking'],
    words: moduleSetWords.all,
  },
] as const;

export const languages = [
  { value: 'de', words: 'languageDe' },
  { value: 'en', words: 'languageEn' },
  { value: 'es', words: 'languageEs' },
] as const;
