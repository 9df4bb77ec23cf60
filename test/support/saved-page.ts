import { SECTIONS, TITLE } from './generate/labels.ts';
import type { Numbers } from './generate/numbers.ts';
import { aspectNames, proseOf } from './generate/prose.ts';
import type { Style } from './generate/style.ts';
import { type Table, tablesOf } from './generate/tables.ts';

/** A report as Word saves it as a web page: tags and texts broken at 70 columns, its own markup between them. */
export function renderWordPage(numbers: Numbers, style: Style): string {
  const prose = proseOf(numbers, style);
  const tables = tablesOf(numbers, style);
  const heading = (at: number) => paragraph(`${'一二三四五六'[at]}、${SECTIONS[at]}`);
  const aspects = aspectNames(style).flatMap((name, at) => [
    paragraph(`（${'一二三四五'[at]}）${name}`),
    paragraph(prose.aspects[at] ?? ''),
  ]);
  const body = [
    paragraph(`${numbers.agency}${numbers.year}年${TITLE}`),
    heading(0),
    prose.overview === '' ? BLANK : paragraph(prose.overview),
    ...aspects,
    ...([2, 3, 4] as const).flatMap((number) => [heading(number - 1), BLANK, tableOf(tables[number]), BLANK]),
    heading(4),
    ...prose.problems.map(paragraph),
    heading(5),
    ...prose.others.map(paragraph),
  ];
  return `${HEAD}${body.join('\r\n\r\n')}\r\n\r\n</div>\r\n\r\n</body>\r\n\r\n</html>\r\n`;
}

const HEAD = `<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns="http://www.w3.org/TR/REC-html40">\r\n\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\r\n<meta name=Generator content="Microsoft Word 15">\r\n<!--[if gte mso 9]><xml>\r\n <o:DocumentProperties>\r\n  <o:Pages>5</o:Pages>\r\n  <o:Words>1234</o:Words>\r\n </o:DocumentProperties>\r\n</xml><![endif]-->\r\n<style>\r\n<!--\r\n p.MsoNormal, li.MsoNormal\r\n\t{mso-style-unhide:no;\r\n\tfont-size:10.5pt;}\r\n-->\r\n</style>\r\n<!--[if gte mso 10]>\r\n<style>\r\n table.MsoNormalTable\r\n\t{mso-style-name:普通表格;}\r\n</style>\r\n<![endif]-->\r\n</head>\r\n\r\n<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>\r\n\r\n<div class=WordSection1 style='layout-grid:15.6pt'>\r\n\r\n`;

const BLANK = '<p class=MsoNormal><span lang=EN-US><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></span></p>';

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Chinese and Latin characters have spans of their own. */
function content(text: string): string {
  const pieces = text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  const spans = pieces.map((piece) =>
    piece.charCodeAt(0) < 0x7f
      ? `<span lang=EN-US>${escapeHtml(piece)}</span>`
      : `<span\r\nstyle='font-family:仿宋;mso-ascii-font-family:Calibri'>${piece}</span>`,
  );
  return `${spans.join('')}<span lang=EN-US><o:p></o:p></span>`;
}

function paragraph(text: string): string {
  return `<p class=MsoNormal align=center style='text-align:center;\r\ntext-indent:32.0pt'>${content(text)}</p>`;
}

function tableOf({ rows }: Table): string {
  const lines = rows.map((cells, at) => {
    const shown = cells.map(({ text, colspan, rowspan }) => {
      const spans = `${colspan > 1 ? ` colspan=${colspan}` : ''}${rowspan > 1 ? ` rowspan=${rowspan}` : ''}`;
      return `  <td width=62${spans} valign=top style='width:46.5pt;border:solid windowtext 1.0pt;\r\n  padding:0cm 5.4pt 0cm 5.4pt'>\r\n  ${paragraph(text)}\r\n  </td>`;
    });
    return ` <tr style='mso-yfti-irow:${at};height:15.0pt'>\r\n${shown.join('\r\n')}\r\n </tr>`;
  });
  const end =
    "<![if !supportMisalignedColumns]>\r\n <tr height=0>\r\n  <td width=62 style='border:none'></td>\r\n </tr>\r\n <![endif]>";
  return `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;border:none'>\r\n${lines.join('\r\n')}\r\n ${end}\r\n</table>`;
}

/** A page to be printed: lines around every cell, small enough that the fifteen columns of table 4 fit on the paper. */
export function renderPrintPage(numbers: Numbers, style: Style): string {
  const looks =
    'body{font:12pt serif;line-height:1.6}p{margin:0;text-indent:2em}td p{text-indent:0}table{width:100%!important}td{border:1px solid;padding:2px!important;width:auto!important;font-size:6.5pt}tr{break-inside:avoid}';
  return renderWordPage(numbers, style)
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace('</head>', `<style>${looks}</style></head>`);
}

/** The page in one file, as browsers and Word save it: MIME with quoted-printable lines. */
export function packMht(page: Uint8Array, charset: string): Uint8Array {
  const boundary = '----=_NextPart_01DA.0C8F';
  const head = [
    'From: <由浏览器保存>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; boundary="${boundary}"; type="text/html"`,
    '',
    'This document is a Single File Web Page.',
    '',
    `--${boundary}`,
    'Content-Location: file:///C:/B7.htm',
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Type: text/html; charset="${charset}"`,
    '',
    quotedPrintable(page),
    '',
    `--${boundary}`,
    'Content-Location: file:///C:/item.png',
    'Content-Transfer-Encoding: base64',
    'Content-Type: image/png',
    '',
    'iVBORw0KGgo=',
    `--${boundary}--`,
    '',
  ];
  return new TextEncoder().encode(head.join('\r\n'));
}

/** RFC 2045, 6.7: lines of at most 76 characters. */
function quotedPrintable(bytes: Uint8Array): string {
  let text = '';
  let line = '';
  for (const byte of bytes) {
    if (byte === 0x0a) {
      text += `${line}\r\n`;
      line = '';
      continue;
    }
    if (byte === 0x0d) continue;
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const next = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + next.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += next;
  }
  return text + line;
}
