// Whether mails can go out at all, and what to do where they cannot.

import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { MailAnswer } from '../words/mails.ts';
import { mailWords as words } from '../words/mails.ts';
import { useSay } from '../words/say.ts';

/** Where nothing is wrong it is a line of text. */
export function MailServer({ server }: Pick<MailAnswer, 'server'>): ReactNode {
  const say = useSay();
  switch (server) {
    case 'set-up':
      return <Text>{say(words.serverSetUp)}</Text>;
    case 'kept':
      return (
        <Alert color="blue" icon={<Icon name="info" size={20} />}>
          {say(words.serverKept)}
        </Alert>
      );
    case 'missing':
      return (
        <Trouble tone="hint" of={{ message: words.serverMissing, hint: words.serverMissingHow }}>
          <Variables />
        </Trouble>
      );
    default:
      return server satisfies never;
  }
}

/** As they stand in a file of environment variables, for copying. */
function Variables(): ReactNode {
  const say = useSay();
  return (
    <Text component="pre" ff="monospace" size="sm" m={0} className="secret">
      {`TANDEM_SMTP_URL=${say(words.serverExample)}\nTANDEM_MAIL_FROM="${say(words.fromExample)}"`}
    </Text>
  );
}
