// A page below the settings that only those who lead may read.

import type { ReactNode } from 'react';
import type { Bilingual } from '../api/types.ts';
import { useIntegration } from '../integration/context.ts';
import { mayLead } from '../integration/standing.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { ToSettings } from './to-settings.tsx';

interface LeadPageProps {
  readonly words: Readonly<Record<'title' | 'about' | 'mayNot' | 'mayNotText', Bilingual>>;
  /** Shown to those who lead; asks for nothing before. */
  readonly children: ReactNode;
}

export function LeadPage({ words, children }: LeadPageProps): ReactNode {
  const say = useSay();
  const { id, name, role } = useIntegration();
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
      above={<ToSettings id={id} />}
      description={say(words.about)}
    >
      {mayLead(role) ? children : <Empty title={say(words.mayNot)}>{say(words.mayNotText)}</Empty>}
    </Page>
  );
}
