// A question on top of the page, as the browser's own dialog: it holds the focus, closes with Escape, and gives the
// focus back.

import { CloseButton, Group, Stack, Title } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';

export interface DialogProps {
  readonly title: string;
  /** Left out: it goes only when its question has been answered. */
  readonly onClose?: () => void;
  /** The element with `data-autofocus` has the focus first. */
  readonly children: ReactNode;
}

/** Shown as long as it stands in the page. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => shown?.close();
  }, []);
  const closeOutside = (event: MouseEvent): void => {
    // Inside there is always another element.
    if (event.target === dialog.current) {
      onClose?.();
    }
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onMouseDown={closeOutside}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <Stack p="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h3" id={titleId}>
            {title}
          </Title>
          {onClose === undefined ? null : (
            <CloseButton aria-label={say(common.close)} onClick={() => onClose()} />
          )}
        </Group>
        {children}
      </Stack>
    </dialog>
  );
}
