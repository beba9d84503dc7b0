// Addresses of the vendors: credentials and people's data go there, so they must be encrypted and outside the house,
// unless the server says otherwise. The address itself is never quoted: it may hold a password.

import { isForeignHost, isPrivateHost } from './hosts.ts';
import { type Flaw, found, type Path, type Said, said } from './mistake.ts';
import { isBranch, type Tree } from './tree.ts';

/** However many there are: in one go from the end. */
export function withoutTrailingSlashes(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === '/') end--;
  return url.slice(0, end);
}

/** Which addresses may be asked. */
export interface AddressRules {
  /** Also on loopback or in a private network, without encryption there. */
  readonly allowPrivateHosts: boolean;
  /** Hosts, with all below them, that the vendors have; left out where whoever writes the address has the server too. */
  readonly vendorHosts?: readonly string[];
}

/** Where most accounts are. */
export const defaultAddresses = {
  personio: 'https://api.personio.de',
  timetac: 'https://api.timetac.com',
} as const;

/** Of both vendors; an installation may know more. */
export const knownVendorHosts: readonly string[] = ['personio.de', 'personio.com', 'timetac.com'];

/** What is wrong with `personio.baseUrl` and `timetac.baseUrl`, as far as they are written. */
export function addressMistakes(tree: Tree, rules: AddressRules): readonly Flaw[] {
  return (['personio', 'timetac'] as const).flatMap((vendor) => {
    const section = isBranch(tree) ? tree[vendor] : undefined;
    const url = isBranch(section) ? section['baseUrl'] : undefined;
    if (typeof url !== 'string' || url.trim() === '') return [];
    return judge(url.trim(), [vendor, 'baseUrl'], rules);
  });
}

function judge(text: string, path: Path, { allowPrivateHosts, vendorHosts }: AddressRules): readonly Flaw[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    return [
      found(
        path,
        said('This is no web address.', 'Das ist keine Webadresse.'),
        said(
          'Write it with https://, for example https://api.personio.de.',
          'Mit https:// schreiben, zum Beispiel https://api.personio.de.',
        ),
      ),
    ];
  }
  const mistakes: Flaw[] = [];
  const tell = (message: Said, hint: Said | null) => mistakes.push(found(path, message, hint));
  if (url.username !== '' || url.password !== '') {
    tell(
      said(
        'The address must not contain user name or password.',
        'Die Adresse darf keinen Benutzernamen und kein Passwort enthalten.',
      ),
      said('Put them under clientId and clientSecret.', 'Sie gehören nach clientId und clientSecret.'),
    );
  }
  if (/[?#]/.test(text)) {
    tell(
      said('The address must end before ? and #.', 'Die Adresse muss vor ? und # enden.'),
      said('Only scheme and host are needed.', 'Nur Protokoll und Rechnername sind nötig.'),
    );
  }
  const isPrivate = isPrivateHost(url.hostname);
  if (isPrivate && !allowPrivateHosts) {
    tell(
      said(
        'The address lies on this machine or in a private network.',
        'Die Adresse liegt auf diesem Rechner oder in einem privaten Netz.',
      ),
      said(
        'If that is intended, set TANDEM_ALLOW_PRIVATE_HOSTS in the server’s environment.',
        'Wenn das beabsichtigt ist, TANDEM_ALLOW_PRIVATE_HOSTS in der Umgebung des Servers setzen.',
      ),
    );
  }
  if (vendorHosts !== undefined && isForeignHost(url.hostname, vendorHosts)) {
    tell(
      said('This is no address of the vendor.', 'Das ist keine Adresse des Anbieters.'),
      said(
        'Whoever runs the server can allow it: TANDEM_VENDOR_HOSTS.',
        'Wer den Server betreibt, kann sie erlauben: TANDEM_VENDOR_HOSTS.',
      ),
    );
  }
  if (url.protocol === 'http:' && !isPrivate) {
    tell(
      said('The address is not encrypted.', 'Die Adresse ist nicht verschlüsselt.'),
      said('Write https:// instead of http://.', 'https:// statt http:// schreiben.'),
    );
  }
  return mistakes;
}
