// Calm colours with enough contrast (WCAG AA) in light and dark.

import type { CSSVariablesResolver } from '@mantine/core';
import { createTheme, DEFAULT_THEME } from '@mantine/core';

const [r0, r1, r2, r3, r4, r5, r6, r7] = DEFAULT_THEME.colors.red;

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  // Darker than the usual ones: white stands out on a red button, and under the pointer too.
  colors: { red: [r0, r1, r2, r3, r4, r5, r6, r7, '#c92a2a', '#a51d1d'] },
  autoContrast: true,
  // Where black and white stand out equally.
  luminanceThreshold: 0.179,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '1.05rem' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#6a727a',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-green-light-color': '#1b5e2a',
    '--mantine-color-yellow-light-color': '#6b4300',
    '--mantine-color-orange-light-color': '#8a2c04',
    '--mantine-color-red-light-color': '#9c1c1c',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': '#9b9b9b',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
  },
});
