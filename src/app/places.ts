// Files and folders that whoever runs Tandem names: what is wrong with one is told with its name and where it was given.

import { UsageMistake } from '../cli/arguments.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user has no right to it',
  EPERM: 'this user has no right to it',
  EROFS: 'it can only be read there',
  EBUSY: 'it is mounted there by itself, and cannot be replaced',
  ENOENT: 'its folder cannot be made there',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** @param given the option or setting that names the place */
export function placeMistake(error: unknown, place: string, given: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined
    ? error
    : new UsageMistake(`${given}: ${place} cannot be used: ${reason} (${code})`);
}
