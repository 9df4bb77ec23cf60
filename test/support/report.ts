import type { Demands } from '../../server/src/checks/demands.ts';
import type { Layout } from './generate/render.ts';

/**
 * A whole report of an invented organ into which marked rows are put, in each layout. The numbers agree with each
 * other, so that a finding comes from what the test changed and from nothing else.
 */
export interface Parts {
  readonly layout?: Layout;
  readonly title?: string;
  /** The six headings without Markdown signs; `undefined` leaves the section out. */
  readonly headings?: Readonly<Record<number, string | undefined>>;
  /** The prose of 总体情况, 存在的主要问题 and 其他事项. */
  readonly one?: string;
  readonly five?: string;
  readonly six?: string;
  /** Rows in the notation of `editRows`, put over the rows that are there; an empty text leaves the table out. */
  readonly two?: string;
  readonly three?: string;
  readonly four?: string;
  /** The text of a table as it stands, for tables that the builder does not know. */
  readonly raw?: Readonly<Record<number, string>>;
  /** The same organ's report of the year before, for the rules that compare the two. */
  readonly before?: Parts;
  /** What the project asks for beside the form. */
  readonly demands?: Demands;
}

/** One row of a table: the cells in front of its values, and these; both may hold marks. */
export interface RowText {
  readonly group?: string;
  readonly label: string;
  readonly values: readonly string[];
}

const HEADINGS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
].map((title, at) => `${'一二三四五六'[at]}、${title}`);

const ONE = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']
  .map((aspect, at) => `（${'一二三四五'[at]}）${aspect}。全年照章办理，逐月登记。`)
  .join('\n');

export const TABLE2 = `
第二十条第（一）项 / 规章 | 0 0 0
行政规范性文件 | 3 1 12
第二十条第（五）项 / 行政许可 | 1205
第二十条第（六）项 / 行政处罚 | 46
行政强制 | 0
第二十条第（八）项 / 行政事业性收费 | 12.5`;

export const TABLE3 = `
一、本年新收政府信息公开申请数量 | 9 1 0 0 4 0 14
二、上年结转政府信息公开申请数量 | 2 0 0 0 0 1 3
（一）予以公开 | 8 0 0 0 4 0 12
（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 1 0 0 0 0 2
（三）不予公开 / 1.属于国家秘密 | 0 0 0 0 0 0 0
2.其他法律行政法规禁止公开 | 0 0 0 0 0 0 0
3.危及“三安全一稳定” | 0 0 0 0 0 0 0
4.保护第三方合法权益 | 0 0 0 0 0 0 0
5.属于三类内部事务信息 | 0 0 0 0 0 0 0
6.属于四类过程性信息 | 0 0 0 0 0 0 0
7.属于行政执法案卷 | 0 0 0 0 0 0 0
8.属于行政查询事项 | 1 0 0 0 0 0 1
（四）无法提供 / 1.本机关不掌握相关政府信息 | 0 0 0 0 0 1 1
2.没有现成信息需要另行制作 | 0 0 0 0 0 0 0
3.补正后申请内容仍不明确 | 0 0 0 0 0 0 0
（五）不予处理 / 1.信访举报投诉类申请 | 0 0 0 0 0 0 0
2.重复申请 | 0 0 0 0 0 0 0
3.要求提供公开出版物 | 0 0 0 0 0 0 0
4.无正当理由大量反复申请 | 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 | 0 0 0 0 0 0 0
（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 0 0 0 0 0 0
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 0 0 0 0 0 0
3.其他 | 0 0 0 0 0 0 0
（七）总计 | 10 1 0 0 4 1 16
四、结转下年度继续办理 | 1 0 0 0 0 0 1`;

export const TABLE4 = `
 | 1 0 0 1 2 0 0 0 0 0 0 1 0 0 1`;

/** Marks are no part of what a row is called. */
const bare = (text: string) => text.replace(/⟧\{[^}]*\}|⟦|‸/g, '');

/** A blank parts two values, `_` is an empty cell and `~` a blank inside one; the codes of a mark hold together. */
function readValues(text: string): string[] {
  const values = text.match(/(?:⟧\{[^}]*\}|[^\s])+/g) ?? [];
  return values.map((value) => value.replaceAll('~', ' ').replaceAll('_', ''));
}

function readRow(line: string): RowText {
  const at = line.lastIndexOf('|');
  const [group, label] = line.slice(0, at).split(' / ') as [string, string | undefined];
  const values = readValues(line.slice(at + 1));
  return label === undefined ? { label: group.trim(), values } : { group, label: label.trim(), values };
}

export function readRows(text: string): RowText[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readRow);
}

/**
 * Puts rows over those of the same name: `label | 1 2 3` replaces its values, `old => new | 1 2 3` renames it too,
 * `label |` takes it away, `+label / new | 1 2 3` adds one behind `label`.
 */
export function editRows(rows: readonly RowText[], edits: string): RowText[] {
  const edited = [...rows];
  for (const edit of edits.split('\n').filter((line) => line.trim() !== '')) {
    const added = edit.trim().startsWith('+');
    const [target, rest] = splitOnce(edit.trim().replace(/^\+/, ''), added ? ' / ' : ' => ');
    const row = readRow(rest ?? target);
    const at = edited.findIndex((each) => bare(each.label) === bare(rest === undefined ? row.label : target));
    if (at < 0) throw new RangeError(`no row is called ${target}`);
    const old = edited[at] as RowText;
    if (added) edited.splice(at + 1, 0, row);
    else if (row.values.length === 0) edited.splice(at, 1);
    else edited[at] = { ...old, label: row.label, values: row.values };
  }
  return edited;
}

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
}

const HEAD4 = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const KINDS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const LABELS3 = 3;

function head(number: number): RowText[] {
  if (number === 2) return [{ label: '信息内容', values: ['本年制发件数', '本年废止件数', '现行有效件数'] }];
  if (number === 3) return [{ label: '申请人情况', values: ['自然人', ...KINDS, '总计'] }];
  return [{ label: '', values: [...HEAD4, ...HEAD4, ...HEAD4] }];
}

/** Writes rows the way a layout keeps cells apart. */
function writeTable(number: number, rows: readonly RowText[], layout: Layout): string {
  const write = layout === 'spaced' ? spacedRow : layout === 'cells' ? cellsRow : (row: RowText) => tabRow(number, row);
  return [...head(number), ...rows].map(write).join('\n');
}

function tabRow(number: number, { group, label, values }: RowText): string {
  const columns = number === 3 ? (label.match(/[1-8]\./) ? ['', group ?? '', label] : [label, '', '']) : [label];
  return [...(number === 4 ? [] : columns.slice(0, LABELS3)), ...values].join('\t');
}

function cellsRow({ group, label, values }: RowText): string {
  const labels = [group, label].filter((each) => each);
  return `${[...labels, ...values].map((cell) => `\t${cell}`).join('\n')}\n`;
}

function spacedRow({ group, label, values }: RowText): string {
  const line = [label, ...values].filter((each) => each !== '').join(' ');
  return `${group ? `${group}\n\n` : ''}${line}\n`;
}

/** The three tables as `raw` text, each row written by `write` from its cells; `three` edits table 3. */
export function writeTables(write: (cells: readonly string[]) => string, three = '\n'): Record<number, string> {
  const text = (number: number, rows: string, edits = '\n') =>
    [...head(number), ...editRows(readRows(rows), edits)]
      .map(({ label, values }) => write(number === 4 ? values : [label, ...values]))
      .join('\n');
  return { 2: text(2, TABLE2), 3: text(3, TABLE3, three), 4: text(4, TABLE4) };
}

/** The marked text of a report; without parts it is one without any finding. */
export function report(parts: Parts = {}): string {
  const { layout = 'tsv', title = '砚泠市档案局 2024年政府信息公开工作年度报告' } = parts;
  const sign = layout === 'mdtsv' ? '## ' : '';
  const table = (number: number, rows: string, edits = '\n') =>
    parts.raw?.[number] ?? (edits === '' ? '' : writeTable(number, editRows(readRows(rows), edits), layout));
  const bodies = [
    parts.one ?? ONE,
    table(2, TABLE2, parts.two),
    table(3, TABLE3, parts.three),
    table(4, TABLE4, parts.four),
    parts.five ?? '解读材料偏少。下一步将逐栏补齐。',
    parts.six ?? '本年度没有收取信息处理费。',
  ];
  const sections = bodies.flatMap((body, at) => {
    const heading = parts.headings && at + 1 in parts.headings ? parts.headings[at + 1] : HEADINGS[at];
    return heading === undefined ? [] : [`${heading === '' ? '' : sign}${heading}\n\n${body}\n`];
  });
  return [`${layout === 'mdtsv' ? '# ' : ''}${title}\n`, ...sections].join('\n');
}
