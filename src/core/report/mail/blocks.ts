// What a mail is made of, before it becomes text or HTML.

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'figures'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'cause';
      readonly title: string;
      readonly count: number;
      /** The page that says how to solve it. */
      readonly help: Link | null;
      readonly lines: readonly CauseLine[];
      /** Said below the lines, where there are more. */
      readonly more: string | null;
    }
  | { readonly kind: 'button'; readonly link: Link }
  | { readonly kind: 'small'; readonly text: string };

export interface CauseLine {
  readonly what: string;
  /** What to do next; null where it is solved. */
  readonly next: string | null;
  readonly link: Link | null;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}
