// The first account of an installation, with the link that the server printed.

import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDo } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { useLanguage, useSay } from '../words/say.ts';
import { firstWords as words } from '../words/session.ts';
import { shellWords } from '../words/shell.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { useSession, useSignedInAs } from './use-session.ts';
import { useToken } from './use-token.ts';

export function FirstOperator(): ReactNode {
  const say = useSay();
  const session = useSession().data;
  const token = useToken();
  const isTaken = session?.installation.needsFirstOperator === false;
  return (
    <Page title={say(words.title)} description={say(words.about)} size="narrow">
      {isTaken ? (
        <Empty
          title={say(words.takenTitle)}
          action={<ButtonLink to="/sign-in">{say(shellWords.signIn)}</ButtonLink>}
        >
          {say(words.taken)}
        </Empty>
      ) : token === '' ? (
        <Empty title={say(words.noToken)} />
      ) : (
        <Form token={token} />
      )}
    </Page>
  );
}

function Form({ token }: { readonly token: string }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const signedInAs = useSignedInAs();
  const create = useDo('createFirstOperator', {
    onDone: async (person) => {
      const known = signedInAs(person);
      await navigate({ to: '/', replace: true });
      await known;
    },
  });
  return (
    <NewAccountForm
      submit={say(words.submit)}
      busy={create.isPending}
      refused={create.error}
      onSubmit={(account) => create.mutate({ body: { ...account, token, language } })}
    />
  );
}
