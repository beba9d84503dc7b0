// Whether the credentials of one side work, as a word and a colour.

import type { Bilingual, IntegrationView } from '../api/types.ts';
import type { IconName } from '../ui/icons.tsx';
import { credentialsWords } from '../words/steps-credentials.ts';

interface CredentialLook {
  readonly look: readonly [color: string, icon: IconName];
  readonly text: Bilingual;
}

export function lookOf(credential: IntegrationView['credentials']['personio']): CredentialLook {
  if (credential === null) {
    return { look: ['gray', 'info'], text: credentialsWords.none };
  }
  switch (credential.works) {
    case true:
      return { look: ['green', 'check'], text: credentialsWords.works };
    case false:
      return { look: ['red', 'cross'], text: credentialsWords.broken };
    case null:
      return { look: ['yellow', 'question'], text: credentialsWords.untried };
    default:
      return credential.works satisfies never;
  }
}
