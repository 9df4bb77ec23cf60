import type { Locale, Severity } from '../checks/finding.ts';
import type { FormYear, TableNumber } from '../report/forms/form.ts';

/** What a drawing says beside the words of the form and of the findings. */
export interface ViewWords {
  readonly lang: string;
  readonly untitled: string;
  readonly severity: Readonly<Record<Severity, string>>;
  /** `3 处错误、1 处警告`; what there is none of is left out. */
  count(counts: Readonly<Record<Severity, number>>): string;
  readonly noFindings: string;
  readonly findings: string;
  form(year: FormYear): string;
  year(year: number): string;
  readonly table: Readonly<Record<TableNumber, string>>;
  readonly absentSection: string;
  readonly absentTable: string;
  readonly unreadableTable: string;
  readonly blank: string;
  readonly unread: string;
  /** What the form calls the columns of table 2's rows. */
  readonly item: string;
  before(year: number, value: number): string;
  claim(outcome: 'equal' | 'unequal' | 'unknown', cells: string): string;
  readonly fix: string;
  /** Of a page with many reports. */
  readonly indexTitle: string;
  reports(count: number, findings: string): string;
  readonly columns: readonly string[];
  readonly filter: string;
  readonly leftOut: string;
  readonly backToIndex: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const counted =
  (words: Readonly<Record<Severity, string>>, joint: string, each: (n: number, word: string) => string) =>
  (counts: Readonly<Record<Severity, number>>) =>
    SEVERITIES.flatMap((severity) => (counts[severity] > 0 ? each(counts[severity], words[severity]) : [])).join(joint);

const SEVERITY_ZH = { error: '错误', warning: '警告', information: '信息', hint: '提示' } as const;
const SEVERITY_EN = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' } as const;

export const VIEW_WORDS: Readonly<Record<Locale, ViewWords>> = {
  zh: {
    lang: 'zh-CN',
    untitled: '（没有标题）',
    severity: SEVERITY_ZH,
    count: counted(SEVERITY_ZH, '、', (n, word) => `${n} 处${word}`),
    noFindings: '没有发现问题',
    findings: '发现的问题',
    form: (year) => `${year} 年版表式`,
    year: (year) => `${year} 年度`,
    table: { 2: '表二', 3: '表三', 4: '表四' },
    absentSection: '报告中没有这一部分',
    absentTable: '报告中没有这张表',
    unreadableTable: '这张表读不出来',
    blank: '空白',
    unread: '读不出数',
    item: '信息内容',
    before: (year, value) => `${year} 年报告：${value}`,
    claim: (outcome, cells) => {
      if (outcome === 'equal') return `与${cells}相符`;
      return outcome === 'unequal' ? `与${cells}不符` : `未与${cells}核对`;
    },
    fix: '改正',
    indexTitle: '政府信息公开工作年度报告检查结果',
    reports: (count, findings) => `${count} 份报告：${findings}`,
    columns: ['年度', '机关', '错误', '警告', '其他', '文件'],
    filter: '筛选',
    leftOut: '没有检查的文件',
    backToIndex: '回到目录',
  },
  en: {
    lang: 'en',
    untitled: '(no title)',
    severity: SEVERITY_EN,
    count: counted(SEVERITY_EN, ', ', (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`),
    noFindings: 'No findings',
    findings: 'Findings',
    form: (year) => `form of ${year}`,
    year: (year) => `year ${year}`,
    table: { 2: 'Table 2', 3: 'Table 3', 4: 'Table 4' },
    absentSection: 'The report lacks this section',
    absentTable: 'The report lacks this table',
    unreadableTable: 'This table cannot be read',
    blank: 'blank',
    unread: 'not a number',
    item: '信息内容',
    before: (year, value) => `Report on ${year}: ${value}`,
    claim: (outcome, cells) => {
      if (outcome === 'equal') return `Agrees with ${cells}`;
      return outcome === 'unequal' ? `Differs from ${cells}` : `Not compared with ${cells}`;
    },
    fix: 'Correct',
    indexTitle: 'Annual reports on open government information, checked',
    reports: (count, findings) => `${count} reports: ${findings}`,
    columns: ['Year', 'Organ', 'Errors', 'Warnings', 'Others', 'File'],
    filter: 'Filter',
    leftOut: 'Files not checked',
    backToIndex: 'Back to the list',
  },
};
