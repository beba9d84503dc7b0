// Whether anybody sits before the page: what it asks by itself while nobody does keeps no session alive.

const awayMs = 10 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastSign = Date.now();

/** From its start on a page listens for them. */
export function listenForSigns(page: EventTarget): void {
  const note = (): void => void (lastSign = Date.now());
  for (const sign of signs) page.addEventListener(sign, note, { passive: true, capture: true });
}

export const isAnybodyHere = (now: number = Date.now()): boolean => now - lastSign < awayMs;
