// What the form says, in words: the rows of the sheet.

import type { Formats } from '../../words/format.ts';
import type { Say } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { typesWords } from '../../words/steps-types.ts';
import { scopeWords, usersWords } from '../../words/steps-users.ts';
import type { FormDocument, Json } from '../form/json.ts';
import { isObject, textOf, valueAt } from '../form/json.ts';
import { conditionText, listIn } from '../users/conditions.ts';
import { defaultsText } from '../users/rule.ts';

export interface SheetRow {
  readonly label: string;
  /** null: nothing stands there, and something has to. */
  readonly value: string | null;
}

export interface Words {
  readonly say: Say;
  readonly format: Pick<Formats, 'date'>;
}

/** Whether a section is on; null: nobody has decided. */
export function isSectionOn(form: FormDocument, section: string): boolean | null {
  return isObject(form[section]) ? valueAt(form, `${section}.enabled`) !== false : null;
}

export function userRows(form: FormDocument, { say }: Words): readonly SheetRow[] {
  const isOn = isSectionOn(form, 'users');
  const onOff = { label: say(sheetWords.users), value: yesNo(say, isOn) };
  const scope = { label: say(sheetWords.scope), value: scopeText(form, say) };
  if (isOn !== true) {
    return isOn === null ? [onOff] : [onOff, scope];
  }
  // One default at a time, in the words of the step that asks for it.
  const one = (key: string): string | null => {
    const value = valueAt(form, `users.defaults.${key}`);
    const text = defaultsText(say, { defaults: { [key]: value } });
    return value === null ? null : text.slice(text.indexOf(': ') + 2);
  };
  const standard = (key: string, value: string): string => one(key) ?? say(sheetWords.standard, { value });
  const rules = listIn(valueAt(form, 'users.rules'));
  return [
    onOff,
    { label: say(usersWords.department), value: one('department') },
    { label: say(usersWords.workingTimeModel), value: one('workingTimeModel') },
    { label: say(usersWords.holidayCalendar), value: one('holidayCalendar') },
    { label: say(usersWords.modules), value: one('modules') },
    { label: say(usersWords.mobileApps), value: standard('mobileApps', say(fieldWords.no)) },
    { label: say(usersWords.statusOverview), value: standard('statusOverview', say(fieldWords.no)) },
    { label: say(usersWords.language), value: standard('language', say(usersWords.languageDe)) },
    scope,
    ...(rules.length === 0
      ? []
      : [
          {
            label: say(sheetWords.rules),
            value: rules
              .map((rule) => {
                const when = isObject(rule) ? (rule['when'] ?? null) : null;
                return `${conditionText(say, when)} → ${defaultsText(say, rule)}`;
              })
              .join('; '),
          },
        ]),
  ];
}

export function dateRows(form: FormDocument, { say, format }: Words): readonly SheetRow[] {
  const locked = valueAt(form, 'lockedUntil');
  const row = (section: 'absences' | 'attendances'): SheetRow => {
    const start = valueAt(form, `${section}.startDate`);
    const isOn = isSectionOn(form, section);
    return {
      label: say(sheetWords[section]),
      value:
        isOn === null
          ? say(sheetWords.undecided)
          : !isOn
            ? say(sheetWords.off)
            : start === null
              ? null
              : say(sheetWords.from, { date: format.date(textOf(start)) }),
    };
  };
  return [
    row('absences'),
    row('attendances'),
    ...(locked === null ? [] : [{ label: say(sheetWords.locked), value: format.date(textOf(locked)) }]),
  ];
}

export function fractionsText(form: FormDocument, say: Say): string {
  switch (valueAt(form, 'absences.fractions')) {
    case 'round':
      return say(typesWords.round);
    case 'hold':
      return say(typesWords.hold);
    default:
      return say(sheetWords.standard, { value: say(typesWords.hold) });
  }
}

function yesNo(say: Say, value: boolean | null): string | null {
  return value === null ? null : say(value ? exportsWords.absencesYes : exportsWords.absencesNo);
}

function scopeText(form: FormDocument, say: Say): string {
  const conditions = (list: Json): string =>
    listIn(list)
      .map((one) => conditionText(say, one))
      .join(', ');
  const include = conditions(valueAt(form, 'users.scope.include'));
  const exclude = conditions(valueAt(form, 'users.scope.exclude'));
  const parts = [
    include === '' ? say(sheetWords.scopeAll) : say(sheetWords.scopeOnly, { conditions: include }),
    ...(exclude === '' ? [] : [say(sheetWords.scopeNot, { conditions: exclude })]),
  ];
  return parts.join(', ') || say(scopeWords.nobody);
}
