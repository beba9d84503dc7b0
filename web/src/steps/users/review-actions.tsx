// The user (or those it could be) of one employee, and what a person can say about it: this is them, this is somebody
// else, make a new account.

import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ReviewRow } from '../../api/types.ts';
import { useDo } from '../../api/use.ts';
import { Trouble } from '../../ui/trouble.tsx';
import type { Say } from '../../words/say.ts';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { reviewWords } from '../../words/steps-users.ts';
import { useForm } from '../form.ts';
import type { Review } from './review.tsx';
import { userText } from './review-table.tsx';

export interface ReviewActionsProps {
  readonly row: ReviewRow;
  readonly unmatched: Review['unmatched'];
  readonly onChanged: () => void;
}

const small = { size: 'compact-sm', variant: 'default' } as const;

export function ReviewActions({ row, unmatched, onChanged }: ReviewActionsProps): ReactNode {
  const say = useSay();
  const { link, part, want, isPending, error } = useSaying(row, onChanged);
  const [user] = row.users;
  const isPair = (row.state === 'linked' || row.state === 'matched') && user !== undefined;
  return (
    <Stack gap={4} align="flex-start">
      {row.users.map((one) => (
        <Group key={one.timetacId} gap="xs">
          <span>{userText(say, one)}</span>
          {row.inScope && row.state === 'held' ? (
            <Button
              {...small}
              disabled={isPending}
              aria-label={say(reviewWords.link, { name: row.name, user: userText(say, one) })}
              onClick={() => link(one.timetacId)}
            >
              {say(reviewWords.linkDo)}
            </Button>
          ) : null}
        </Group>
      ))}
      {row.users.length === 0 ? <span>{say(reviewWords.noUser)}</span> : null}
      {isPair && row.inScope ? (
        <Button
          {...small}
          disabled={isPending}
          aria-label={say(reviewWords.apartOf, { name: row.name, user: user.name })}
          onClick={() => part(row.state === 'linked' ? null : user.timetacId)}
        >
          {say(reviewWords.apart)}
        </Button>
      ) : null}
      {row.mayCreate && row.inScope ? (
        <Button
          {...small}
          disabled={isPending}
          aria-label={say(reviewWords.createOf, { name: row.name })}
          onClick={want}
        >
          {say(reviewWords.create)}
        </Button>
      ) : null}
      {!isPair && row.inScope && unmatched.length > 0 ? (
        <LinkOther row={row} unmatched={unmatched} disabled={isPending} onLink={link} />
      ) : null}
      {isPending ? (
        <Text size="sm" role="status">
          {say(reviewWords.working)}
        </Text>
      ) : null}
      {error === null ? null : <Trouble of={error} />}
    </Stack>
  );
}

function useSaying(row: ReviewRow, onChanged: () => void) {
  const { integration } = useForm();
  const params = { id: integration.id, personioId: row.personioId };
  const unlink = useDo('unlinkPeople', { onDone: onChanged });
  const link = useDo('linkPeople', { onDone: onChanged });
  // Who is not linked yet can only be told apart from somebody once they are: noted first, then taken apart.
  const linkToPart = useDo('linkPeople', { onDone: () => unlink.mutate({ params }) });
  const want = useDo('wantAccount', { onDone: onChanged });
  const all = [unlink, link, linkToPart, want];
  return {
    link: (timetacId: string) => link.mutate({ params, body: { timetacId } }),
    /** `timetacId`: the user it would be linked with; null: it is linked already. */
    part: (timetacId: string | null) =>
      timetacId === null ? unlink.mutate({ params }) : linkToPart.mutate({ params, body: { timetacId } }),
    want: () => want.mutate({ params }),
    isPending: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
  };
}

interface LinkOtherProps {
  readonly row: ReviewRow;
  readonly unmatched: Review['unmatched'];
  readonly disabled: boolean;
  readonly onLink: (timetacId: string) => void;
}

/** A list for every row would be slow: it appears where somebody asks for it. */
function LinkOther({ row, unmatched, disabled, onLink }: LinkOtherProps): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!open) {
    return (
      <Button {...small} disabled={disabled} onClick={() => setOpen(true)}>
        {say(row.users.length === 0 ? reviewWords.linkSome : reviewWords.linkOther)}
      </Button>
    );
  }
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        size="xs"
        w={240}
        label={say(reviewWords.linkPick, { name: row.name })}
        data={choicesOf(say, unmatched)}
        value={chosen}
        placeholder={say(fieldWords.searchHint)}
        nothingFoundMessage={say(fieldWords.nothingFound)}
        searchable
        limit={100}
        onChange={setChosen}
      />
      <Button
        size="xs"
        disabled={disabled || chosen === null}
        aria-label={say(reviewWords.linkDoLabel, { name: row.name })}
        onClick={() => {
          if (chosen !== null) {
            onLink(chosen);
          }
        }}
      >
        {say(reviewWords.linkDo)}
      </Button>
    </Group>
  );
}

function choicesOf(say: Say, users: Review['unmatched']): { value: string; label: string }[] {
  return users.map((user) => ({ value: user.timetacId, label: userText(say, user) }));
}
