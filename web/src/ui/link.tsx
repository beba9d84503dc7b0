// Links and link-like buttons that know the page's paths: `<TextLink to="/integrations/$id" params={{ id }}>`.

import type { AnchorProps, ButtonProps } from '@mantine/core';
import { Anchor, Button } from '@mantine/core';
import type { LinkComponent } from '@tanstack/react-router';
import { createLink } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

interface PlainAnchorProps extends Omit<AnchorProps, 'href'> {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children?: ReactNode;
}
interface PlainButtonProps extends Omit<ButtonProps, 'href'> {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children?: ReactNode;
}

function PlainAnchor(props: PlainAnchorProps): ReactNode {
  return <Anchor {...props} />;
}
function PlainButton(props: PlainButtonProps): ReactNode {
  return <Button component="a" {...props} />;
}

export const TextLink: LinkComponent<typeof PlainAnchor> = createLink(PlainAnchor);
export const ButtonLink: LinkComponent<typeof PlainButton> = createLink(PlainButton);
