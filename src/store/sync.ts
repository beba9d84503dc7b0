// What was written is on the disk, and stays there when the power fails.

import { closeSync, fsyncSync, openSync } from 'node:fs';

export const syncFile = (path: string): void => sync(path, 'r+');

/** The names in it: a file that was renamed is found under its new one. (Windows syncs no folders.) */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') sync(path, 'r');
}

function sync(path: string, how: 'r' | 'r+'): void {
  const opened = openSync(path, how);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
