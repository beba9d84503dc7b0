import type { ReactNode } from 'react';

/** Two wheels and a frame. */
export function Logo(): ReactNode {
  return (
    <svg aria-hidden focusable="false" width="26" height="26" viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" fill="#1971c2" />
      <g fill="none" stroke="#fff" strokeWidth="2.5">
        <circle cx="10.5" cy="19" r="5" />
        <circle cx="21.5" cy="19" r="5" />
        <path d="M10.5 19l5.5-8 5.5 8" strokeLinejoin="round" />
      </g>
    </svg>
  );
}
