// What a client sent, made typed: JSON and forms alike, where numbers and booleans may be text (section 3).

import { isLocalDate } from '../../core/time/calendar.ts';
import type { Kind } from './columns.ts';
import { broken } from './problem.ts';
import { isStampText } from './stamps.ts';

export type Fields = Readonly<Record<string, unknown>>;
export type Value = string | number | boolean | null;

/** The named fields that are present, coerced by their kind; others are ignored, as the vendor does. */
export function readFields(fields: Fields, kinds: Readonly<Record<string, Kind>>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const raw = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (raw !== undefined) values[name] = coerce(kind, raw, name);
  }
  return values;
}

export function requireFields(fields: Fields, names: readonly string[]): void {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined || value === null || value === '') throw broken('SIM_FIELD_REQUIRED', name);
  }
}

/** A whole number that must be there. */
export function intIn(fields: Fields, name: string): number {
  requireFields(fields, [name]);
  return coerce('int', fields[name], name) as number;
}

function coerce(kind: Kind, raw: unknown, name: string): Value {
  const written = writtenForm(raw, name);
  switch (kind) {
    case 'flag':
      return flagOf(written, name);
    case 'int':
    case 'number':
      return numberOf(written, kind, name);
    case 'date':
      if (written === '' || written === '0000-00-00') return null;
      return checked(written, isLocalDate(written), name);
    case 'stamp':
    case 'wall':
      if (written === '') return null;
      return checked(written, isStampText(written), name);
    case 'text':
    case 'json':
      return written;
    default:
      return kind satisfies never;
  }
}

function writtenForm(raw: unknown, name: string): string {
  if (raw === null) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  throw broken('SIM_VALUE_INVALID', name);
}

function flagOf(written: string, name: string): boolean {
  if (written === 'true' || written === '1') return true;
  if (written === 'false' || written === '0' || written === '') return false;
  throw broken('SIM_VALUE_INVALID', name);
}

function numberOf(written: string, kind: 'int' | 'number', name: string): number | null {
  if (written === '') return null;
  const number = Number(written);
  checked(written, kind === 'int' ? Number.isSafeInteger(number) : Number.isFinite(number), name);
  return number;
}

function checked(written: string, valid: boolean, name: string): string {
  if (!valid) throw broken('SIM_VALUE_INVALID', name);
  return written;
}
