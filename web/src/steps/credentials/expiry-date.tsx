// The day on which TimeTac's keys stop working.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';
import { DateOfField } from '../fields/date-of-field.tsx';
import { useForm } from '../form.ts';
import { daysUntil } from './days-until.ts';

const SOON_DAYS = 30;

export function ExpiryDate(): ReactNode {
  const say = useSay();
  const { value } = useForm();
  const days = daysUntil(value('timetac.credentialsExpireOn'), new Date());
  return (
    <div>
      <DateOfField
        path="timetac.credentialsExpireOn"
        label={say(credentialsWords.expiresOn)}
        description={say(credentialsWords.expiresHint)}
      />
      {days === null || days > SOON_DAYS ? null : (
        <Text role="status" size="sm" fw={600} mt={4}>
          {days < 0 ? say(credentialsWords.expired) : say(credentialsWords.expiresSoon, { n: days })}
        </Text>
      )}
    </div>
  );
}
