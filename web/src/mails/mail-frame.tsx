// The HTML of a mail in a frame of its own, in which nothing of it can reach the page.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { mailWords as words } from '../words/mails.ts';
import { useSay } from '../words/say.ts';

export function MailFrame({ address }: { readonly address: string }): ReactNode {
  const say = useSay();
  const [left, setLeft] = useState(0);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {say(words.frameText)}
      </Text>
      <Frame key={`${address} ${left}`} address={address} onLeft={() => setLeft(left + 1)} />
    </>
  );
}

interface FrameProps {
  readonly address: string;
  readonly onLeft: () => void;
}

/** A link followed in a frame would leave it empty, since no page of ours may be framed: the mail comes back. */
function Frame({ address, onLeft }: FrameProps): ReactNode {
  const say = useSay();
  const isLoaded = useRef(false);
  const load = (): void => {
    if (isLoaded.current) {
      onLeft();
    }
    isLoaded.current = true;
  };
  return (
    <iframe
      title={say(words.frame)}
      src={address}
      sandbox=""
      className="full-width"
      style={look}
      onLoad={load}
    />
  );
}

const look = {
  height: 'max(360px, min(75vh, 900px))',
  resize: 'vertical',
  border: '1px solid var(--mantine-color-default-border)',
  borderRadius: 'var(--mantine-radius-md)',
} as const;
