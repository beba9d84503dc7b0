// A mail as HTML that mail programs show alike: one column, inline styles, no pictures, no scripts, nothing loaded from
// elsewhere. Everything that comes from outside is escaped.

import type { Language } from '../forms.ts';
import type { Block, Link } from './blocks.ts';

export function asHtml(title: string, blocks: readonly Block[], language: Language): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px 12px;font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif">
<div style="max-width:640px;margin:0 auto">
<p style="margin:0 0 16px;font-weight:600;color:#1971c2">Tandem</p>
${blocks.map(blockAsHtml).join('\n')}
</div></body></html>
`;
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px" dir="auto">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:28px 0 12px;font-size:18px;line-height:1.3">${escaped(block.text)}</h2>`;
    case 'figures':
      return `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${block.rows
        .map(
          ([label, value]) =>
            `<tr><td style="padding:2px 16px 2px 0">${escaped(label)}</td><td style="padding:2px 0;font-variant-numeric:tabular-nums" dir="auto">${escaped(value)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'cause':
      return causeAsHtml(block);
    case 'button':
      return `<p style="margin:24px 0"><a href="${escaped(block.link.url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1971c2;color:#ffffff;text-decoration:none">${escaped(block.link.text)}</a></p>`;
    case 'small':
      return `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #adb5bd;font-size:13px">${escaped(block.text)}</p>`;
    default:
      return block satisfies never;
  }
}

function causeAsHtml({ title, count, help, lines, more }: Block & { readonly kind: 'cause' }): string {
  const items = lines.map(
    ({ what, next, link }) =>
      `<li style="margin:0 0 10px"><span dir="auto">${escaped(what)}</span>${
        next === null ? '' : `<br><span dir="auto">→ ${escaped(next)}</span>`
      }${link === null ? '' : ` ${anchor(link)}`}</li>`,
  );
  return `<div style="margin:0 0 20px;padding-left:12px;border-left:3px solid #fab005">
<h3 style="margin:0 0 6px;font-size:16px">${escaped(title)} (${count})${help === null ? '' : ` <span style="font-weight:400;font-size:14px">${anchor(help)}</span>`}</h3>
<ul style="margin:0;padding-left:20px">${items.join('\n')}</ul>${more === null ? '' : `<p style="margin:6px 0 0">${escaped(more)}</p>`}</div>`;
}

const anchor = ({ text, url }: Link): string => `<a href="${escaped(url)}">${escaped(text)}</a>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
