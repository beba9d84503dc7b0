// A mail as plain text, for programs and people who read no HTML.

import type { Block } from './blocks.ts';

export function asText(blocks: readonly Block[]): string {
  return `${blocks
    .map(blockAsText)
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(72, block.text.length))}`;
    case 'figures':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'cause':
      return [
        `* ${block.title} (${block.count})`,
        ...(block.help === null ? [] : [`  ${block.help.text}: ${block.help.url}`]),
        ...block.lines.flatMap(({ what, next, link }) => [
          `  - ${what}`,
          ...(next === null ? [] : [`    → ${next}`]),
          ...(link === null ? [] : [`    ${link.url}`]),
        ]),
        ...(block.more === null ? [] : [`  ${block.more}`]),
      ].join('\n');
    case 'button':
      return `${block.link.text}: ${block.link.url}`;
    case 'small':
      return `-- \n${block.text}`;
    default:
      return block satisfies never;
  }
}
