// Asks before it does something that cannot simply be taken back.

import type { ButtonProps } from '@mantine/core';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { Dialog } from './dialog.tsx';

export interface ConfirmButtonProps extends Omit<ButtonProps, 'children'> {
  readonly children: ReactNode;
  /** Where the text alone does not say what it is about. */
  readonly 'aria-label'?: string;
  /** “Remove Ada from Muster GmbH?” */
  readonly question: string;
  /** What follows from it. */
  readonly consequence?: ReactNode;
  /** Text of the button that does it; as the button itself where left out. */
  readonly confirm?: string;
  readonly onConfirm: () => unknown;
}

export function ConfirmButton(props: ConfirmButtonProps): ReactNode {
  const { children, question, consequence, confirm, onConfirm, ...button } = props;
  const say = useSay();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open ? (
        <Dialog title={question} onClose={close}>
          {consequence === undefined ? null : <Text component="div">{consequence}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {say(common.cancel)}
            </Button>
            <Button
              color={button.color ?? 'red'}
              onClick={() => {
                close();
                void onConfirm();
              }}
            >
              {confirm ?? children}
            </Button>
          </Group>
        </Dialog>
      ) : null}
    </>
  );
}
