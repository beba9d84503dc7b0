// Causes by name, each leading to its issues.

import type { ReactNode } from 'react';
import { TextLink } from '../ui/link.tsx';
import { titleOf } from '../words/codes.ts';
import { useSay } from '../words/say.ts';

/** Nothing at all where nothing is open. */
export function CodeLinks({
  id,
  codes,
}: {
  readonly id: string;
  readonly codes: readonly string[];
}): ReactNode {
  const say = useSay();
  return codes.length === 0 ? null : (
    <ul className="plain-list">
      {[...new Set(codes)].map((code) => (
        <li key={code}>
          <TextLink size="sm" to="/integrations/$id/issues" params={{ id }} hash={code}>
            {say(titleOf(code))}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
