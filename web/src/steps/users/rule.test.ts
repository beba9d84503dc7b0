import { expect, test } from 'vitest';
import { sayIn } from '../../words/say.ts';
import { noCondition } from './conditions.ts';
import { defaultsText, noRule, ruleIn, ruleJson } from './rule.ts';

const vienna = { ...noRule, when: { ...noCondition, office: 'Vienna' } };

test('a rule names only what differs, and comes back as it went in', () => {
  const rule = { ...vienna, holidayCalendar: 'Austria', mobileApps: false, modules: ['leave-management'] };
  const made = ruleJson(rule);
  expect(made).toEqual({
    rule: {
      when: { office: 'Vienna' },
      defaults: { holidayCalendar: 'Austria', mobileApps: false, modules: ['leave-management'] },
    },
  });
  expect('rule' in made ? ruleIn(made.rule) : null).toEqual(rule);
});

test('a rule for nobody in particular, or without a difference, is none', () => {
  expect(ruleJson(vienna)).toEqual({ gaps: { when: false, defaults: true } });
  expect(ruleJson({ ...noRule, language: 'en' })).toEqual({ gaps: { when: true, defaults: false } });
});

test('what differs is told in words', () => {
  const say = sayIn.bind(null, 'en');
  const value = {
    when: {},
    defaults: { language: 'es', statusOverview: true, modules: ['project-time-tracking'] },
  };
  expect(defaultsText(say, value)).toBe(
    'TimeTac modules: Project Time Tracking · Grant view access to an employee status overview: Yes · Language in TimeTac: Spanish',
  );
});
