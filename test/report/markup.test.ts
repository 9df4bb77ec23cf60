import { describe, expect, test } from 'vitest';
import { alignTables } from '../../server/src/edits/align/index.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { findTable } from '../../server/src/report/report.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { checkFix, findFix } from '../support/check-fix.ts';
import { compare } from '../support/marked.ts';
import { type Parts, readRows, report, TABLE3, writeTables } from '../support/report.ts';

/** Tables between bars and in HTML, in the ways in which files really hold them. */

const GIVEN = '（一）予以公开';
const HIGH = `${GIVEN} | 8 0 0 0 4 0 ⟦13⟧{row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}`;
const BLANK = `${GIVEN} | 8 ⟦⟧{cell-blank} 0 0 4 0 12`;
const WORD = `${GIVEN} | 8 ⟦八⟧{cell-invalid} 0 0 4 0 12`;

type Write = (cells: readonly string[]) => string;

function expectFound(text: string): void {
  const { found, expected } = compare(text);
  expect(found).toEqual(expected);
}

const PIPES: Readonly<Record<string, Write>> = {
  '| a | b |': (cells) => `| ${cells.join(' | ')} |`,
  '|a|b|': (cells) => `|${cells.join('|')}|`,
  'a | b |': (cells) => `${cells.join(' | ')} |`,
  'a | b': (cells) => cells.join(' | '),
  '｜a｜b｜': (cells) => `｜${cells.join('｜')}｜`,
  '│a│b│': (cells) => `│${cells.join('│')}│`,
  'a | b | |||': (cells) => `${cells.join(' | ')} | |||`,
};
const CELLS: Readonly<Record<string, Write>> = {
  'a cell a line (a |)': (cells) => cells.map((cell) => `${cell} |`).join('\n'),
  'a cell a line, a bar on the next': (cells) => cells.map((cell) => `${cell}\n|`).join('\n'),
  'a cell a line, bars alone behind the row': (cells) => `${cells.map((cell) => `${cell} |`).join('\n')}\n|||`,
};

describe.each(Object.entries(PIPES))('a row a line as %s', (_, write) => {
  test('is read whole, and its faults are found in their place', () => {
    for (const three of ['\n', HIGH, BLANK, WORD]) expectFound(report({ raw: writeTables(write, three) }));
  });

  test('is read with a rule below its head', () => {
    const raw = Object.entries(writeTables(write, HIGH)).map(([table, text]) => [
      table,
      text.replace('\n', '\n|---|:-:|\n'),
    ]);
    expectFound(report({ raw: Object.fromEntries(raw) }));
  });

  test('is mended in its cell', () => {
    const text = (three: string) => report({ raw: writeTables(write, three) });
    checkFix(text(HIGH), `重算“${GIVEN}·总计”：13 → 12`, text('\n'));
    checkFix(text(`${GIVEN} | 9 0 0 0 4 0 12`), '改正', text('\n'));
  });
});

/** A row below a rule, its label on two lines; the rest of the drawing is a rule below the last row. */
const underRule =
  (rule: string, bar: string): Write =>
  ([label = '', ...values]) => {
    const half = Math.ceil(label.length / 2);
    const above = [label.slice(0, half), ...values].join(` ${bar} `);
    return `${rule}\n${bar} ${above} ${bar}\n${bar} ${label.slice(half)} ${`${bar}  `.repeat(values.length)}${bar}`;
  };
const DRAWN: Readonly<Record<string, Write>> = {
  '+---+': underRule('+--------+-----+-----+', '|'),
  '├───┤': underRule('├────────┼─────┼─────┤', '│'),
  '| +---+ (beside a group that goes on)': underRule('| 不予公开 +-----+-----+-----+', '|'),
};

describe.each(Object.entries(DRAWN))('rows between rules as %s', (_, write) => {
  const text = (three: string) =>
    report({
      raw: Object.fromEntries(
        Object.entries(writeTables(write, three)).map(([table, rows]) => [
          table,
          `+---+---+\n+---+---+\n${rows}\n+---+---+\n+---+---+`,
        ]),
      ),
    });

  test('are read whole, and their faults are found in their place', () => {
    for (const three of ['\n', HIGH, BLANK, WORD]) expectFound(text(three));
  });

  test('are mended in their cell, and their columns stay as they are drawn', () => {
    checkFix(text(HIGH), `重算“${GIVEN}·总计”：13 → 12`, text('\n'));
    const { report: read } = mustAnalyse(text('\n'));
    expect(alignTables(read, { tabSize: 4 })).toEqual([]);
  });
});

test('rules around the head alone part no rows', () => {
  const raw = Object.entries(writeTables((cells) => `| ${cells.join(' | ')} |`, HIGH)).map(([table, rows]) => [
    table,
    `+---+---+\n${rows.replace('\n', '\n+---+---+\n')}\n+---+---+`,
  ]);
  expectFound(report({ raw: Object.fromEntries(raw) }));
});

/** What files made of web pages and of Word leave in their cells. */
const MARKUP: Readonly<Record<string, (cell: string) => string>> = {
  '**14**': (cell) => `**${cell}**`,
  '*`14`*': (cell) => `*\`${cell}\`*`,
  '<b>14</b>': (cell) => `<b>${cell}</b>`,
  '<span lang="EN-US">14</span><span></span>': (cell) => `<span lang="EN-US">${cell}</span><span></span>`,
  '14<br>': (cell) => `${cell}<br>`,
  '&nbsp;14': (cell) => `&nbsp;${cell}`,
  '1<br>4 in labels': (cell) => (/^[^\d⟦]{4}/.test(cell) ? `${cell.slice(0, 3)}<br/>${cell.slice(3)}` : cell),
};

describe.each(Object.entries(MARKUP))('cells written as %s', (_, mark) => {
  const marked = (cell: string) => (cell === '' || cell.startsWith('⟦⟧') ? cell : mark(cell));
  test.each([
    ['| a | b |', (cells: readonly string[]) => `| ${cells.map(marked).join(' | ')} |`],
    ['a⇥b', (cells: readonly string[]) => cells.map(marked).join('\t')],
    ['a cell a line', (cells: readonly string[]) => cells.map((cell) => `${marked(cell)} |`).join('\n')],
  ])('are read in %s, and mended without their markup', (_name, write) => {
    const text = (three: string) => report({ raw: writeTables(write, three) });
    for (const three of ['\n', HIGH, BLANK]) expectFound(text(three));
    checkFix(text(HIGH), `重算“${GIVEN}·总计”：13 → 12`, text('\n'));
  });
});

const COMMAS: Readonly<Record<string, Write>> = {
  'a,b': (cells) => cells.join(','),
  '"a","b"': (cells) => `"${cells.join('","')}"`,
  'a,b,,': (cells) => `${cells.join(',')},,`,
  '"（一）\\n予以公开",8': ([label = '', ...values]) => [`"${label.replace('）', '）\n')}"`, ...values].join(','),
};

describe.each(Object.entries(COMMAS))('a row a line as %s', (_, write) => {
  test('is read whole, its faults are found in their place and mended in their cell', () => {
    const text = (three: string) => report({ raw: writeTables(write, three) });
    for (const three of ['\n', HIGH, BLANK, WORD]) expectFound(text(three));
    checkFix(text(HIGH), `重算“${GIVEN}·总计”：13 → 12`, text('\n'));
  });
});

describe.each(Object.entries(CELLS))('%s', (_, write) => {
  test('is read whole, and its faults are found in their place', () => {
    for (const three of ['\n', HIGH]) expectFound(report({ raw: writeTables(write, three) }));
  });

  test('is mended in its cell', () => {
    const text = (three: string) => report({ raw: writeTables(write, three) });
    checkFix(text(HIGH), `重算“${GIVEN}·总计”：13 → 12`, text('\n'));
  });
});

test('a bar alone is a blank cell among cells with a bar each', () => {
  expectFound(report({ raw: writeTables((cells) => cells.map((cell) => `${cell} |`).join('\n'), BLANK) }));
});

const HTML: Readonly<Record<string, (cell: string) => string>> = {
  'plain cells': (cell) => `<td>${cell}</td>`,
  'blank entities': (cell) => `<td>&nbsp;${cell}&#160;</td>`,
  'paragraphs and attributes': (cell) => `<td width="62" style="padding:0 7px"><p align="center">${cell}</p></td>`,
  'upper-case tags': (cell) => `<TD ALIGN=center>${cell}<BR></TD>`,
  'line breaks inside labels': (cell) =>
    `<td>${cell.includes('公开') ? cell.replace('公开', '<br />公开') : cell}</td>`,
};

/** A whole page of HTML with the parts of a report, its elements on lines of their own or all on one. */
function htmlPage(parts: Parts, newline: string): string {
  const heading = /^(?:⟦.*⟧\{.*\})?[一二三四五六]、(?!本年新收|上年结转|结转)/;
  const lines = report(parts)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      if (/^<\/?t/i.test(line)) return line;
      const name = at === 0 ? 'h1' : heading.test(line) ? 'h2' : 'p';
      return `<${name}>${line}</${name}>`;
    });
  return ['<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>', ...lines, '</body></html>'].join(newline);
}

function htmlTables(cell: (text: string) => string, three = '\n'): Record<number, string> {
  const tables = Object.entries(writeTables((cells) => `<tr>${cells.map(cell).join('')}</tr>`, three));
  return Object.fromEntries(tables.map(([number, rows]) => [number, `<table border="1">\n${rows}\n</table>`]));
}

describe.each([
  ['on lines of its own', '\n'],
  ['all on one line', ''],
])('a page of HTML %s', (_, newline) => {
  test.each(Object.entries(HTML))('with %s is read whole, and its faults are found in their place', (_name, cell) => {
    for (const three of ['\n', HIGH, WORD]) expectFound(htmlPage({ raw: htmlTables(cell, three) }, newline));
    const { report: read } = mustAnalyse(htmlPage({ raw: htmlTables(cell) }, newline));
    expect(read.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(read.tables.map(({ layout }) => layout)).toEqual(['html', 'html', 'html']);
  });

  test('has its blank cells, its totals and its ordinals mended in place', () => {
    const page = (three: string) => htmlPage({ raw: htmlTables((cell) => `<td>${cell}</td>`, three) }, newline);
    expectFound(page(BLANK));
    checkFix(page(HIGH), `重算“${GIVEN}·总计”：13 → 12`, page('\n'));
    checkFix(page(`${GIVEN} | 8 0 0 0 4 0 _`), '填入', page('\n'));
    checkFix(page('\n').replace('六、', '6、'), '序号改为“六、”', page('\n'));
  });
});

test('an ordinal in a tag of its own belongs to its label, which may be no more than 其他 and have no values', () => {
  const cell = (text: string) => `<td>${text.replace(/^\d\./, '<font>$&</font>')}</td>`;
  const { report: read } = mustAnalyse(htmlPage({ raw: htmlTables(cell, '3.其他 | _ _ _ _ _ _ _') }, '\n'));
  const rows = findTable(read, 3)?.rows ?? [];
  expect(rows.filter((row) => row?.cells.length === 7)).toHaveLength(25);
  const label = rows[22]?.label.map(({ start, end }) => read.text.slice(start, end)).join('');
  expect(label).toBe('3.其他');
});

test('a number in several tags is one, and is mended without opening any of them', () => {
  const part = (text: string) => text.replace(/^(\d)(\d+)$/, '<span lang="EN-US">$1</span><b>$2</b>');
  const page = (three: string) => htmlPage({ raw: htmlTables((cell) => `<td>${part(cell)}</td>`, three) }, '\n');
  expect(mustAnalyse(page('\n')).findings).toEqual([]);
  const wrong = page(`${GIVEN} | 8 0 0 0 4 0 13`);
  const fix = findFix(mustAnalyse(wrong), `重算“${GIVEN}·总计”：13 → 12`);
  const fixed = applyEdits(wrong, fix.edits);
  expect(fixed).toContain('<td><span lang="EN-US">12</span><b></b></td>');
  expect(mustAnalyse(fixed).findings).toEqual([]);
  // A note is no digit.
  const note = page('\n').replace('<td>8</td>', '<td>8<sup>1</sup></td>');
  expect(mustAnalyse(note).findings.map(({ code }) => code)).toContain('cell-extra');
});

/** How many rows of table 3 a group reaches down, from its first row on. */
const GROUPS = new Map([
  ['1.属于国家秘密', 8],
  ['1.本机关不掌握相关政府信息', 3],
  ['1.信访举报投诉类申请', 5],
  ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 3],
]);

/** Table 3 as the official page prints it: the side label reaches down 22 rows, and each group its own. */
function spannedTable(): string {
  const rows = readRows(TABLE3).map(({ group, label, values }, at, all) => {
    const side = at === 2 ? '<td rowspan="22">三、本年度<br />办理结果</td>' : '';
    const width = at < 2 || at === all.length - 1 ? 3 : group || /^\d/.test(label) ? 1 : 2;
    const above = group ? `<td rowspan="${GROUPS.get(label)}">${group}</td>` : '';
    return `<tr>${side}${above}<td colspan="${width}">${label}</td>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;
  });
  return `<TABLE BORDER=1>
<TR><TD COLSPAN=3 ROWSPAN=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</TD><TD COLSPAN=7>申请人情况</TD></TR>
<TR><TD ROWSPAN=2>自然人</TD><TD COLSPAN=5>法人或其他组织</TD><TD ROWSPAN=2>总计</TD></TR>
<TR><TD>商业<br />企业</TD><TD>科研<BR>机构</TD><TD>社会公益组织</TD><TD>法律服务机构</TD><TD>其他</TD></TR>
${rows.join('\n')}
</TABLE>`;
}

describe('a table of HTML with rowspan and colspan', () => {
  test.each([
    ['is read whole', '', ''],
    ['keeps the columns around a blank cell', '<td>8</td><td>0</td>', '<td>8</td><td>⟦⟧{cell-blank}</td>'],
    ['keeps the columns around a word', '<td>8</td><td>0</td>', '<td>8</td><td>⟦八⟧{cell-invalid}</td>'],
    ['keeps a blank first cell in its column', '<td>8</td>', '<td>⟦⟧{cell-blank}</td>'],
    ['keeps a blank 总计 in its column', '<td>12</td>', '<td>⟦⟧{cell-blank}</td>'],
  ])('%s', (_, from, to) => {
    const table = spannedTable().replace(from, to);
    expectFound(report({ raw: { 3: table } }));
    expectFound(report({ raw: { 3: table.replaceAll(/<td>(?=\d)/g, '<td>&nbsp;') } }));
    expectFound(report({ raw: { 3: table.replaceAll('\n', '') } }));
  });
});
