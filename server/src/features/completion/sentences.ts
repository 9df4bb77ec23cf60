import type { Locale } from '../../checks/finding.ts';
import type { ColumnId, RowId } from '../../report/forms/ids.ts';
import { findCell, findRow, findSection, findTable, numberIn, type Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { begins, type Caret, type Completion } from './completion.ts';

const DETAIL = {
  zh: { table: '按统计表写成的句子', fee: '信息处理费（国办函〔2020〕109号）' },
  en: { table: 'sentence built from the tables', fee: '信息处理费 (国办函〔2020〕109号)' },
} as const;

/** Sentences on what the tables count, and in section 六 the statement of fees. */
export function sentences(report: Report, caret: Caret, locale: Locale): Completion[] {
  const span = sentenceAt(report, caret);
  const typed = report.text.slice(span.start, span.end);
  const isIn = (number: number) => {
    const body = findSection(report, number)?.body;
    return body !== undefined && caret.offset >= body.start && caret.offset <= body.end;
  };
  if (!caret.atEnd || typed.length > LONGEST) return [];
  if (isIn(6))
    return FEES.flatMap((fee) => (begins(typed, fee.newText) ? [{ ...fee, span, detail: DETAIL[locale].fee }] : []));
  if (!isIn(1)) return [];
  return factsOf(report).flatMap((label): Completion[] =>
    begins(typed, label) ? [{ kind: 'sentence', label, detail: DETAIL[locale].table, span, newText: label }] : [],
  );
}

const LONGEST = 20;

/** What was typed of a sentence: all since a stop, or since the beginning of the line. */
function sentenceAt({ text }: Report, { offset, typed }: Caret): Span {
  let start = offset;
  while (start > typed.start && !'。；：！？'.includes(text[start - 1] as string)) start--;
  return { start, end: offset };
}

const FEES = [
  { kind: 'sentence', label: '本年度未收取信息处理费。', newText: '本年度未收取信息处理费。' },
  {
    kind: 'sentence',
    label: '本年度发出收费通知…件，收取信息处理费…元。',
    newText: '本年度发出收费通知0件，收取信息处理费0元。',
    snippet: `本年度发出收费通知\${1:0}件，收取信息处理费\${2:0}元。`,
  },
] as const;

/** The sentences whose numbers are all known; what there was none of is left out, or denied. */
export function factsOf(report: Report): string[] {
  return [
    received(report),
    carriedIn(report),
    settled(report),
    carriedOut(report),
    cases(report),
    documents(report),
    decisions(report),
  ].filter((sentence) => sentence !== undefined);
}

type Get = (row: RowId, column?: ColumnId) => number | undefined;

const requests = (report: Report): Get => {
  const table = findTable(report, 3);
  return (row, column = 'total') => numberIn(findCell(findRow(table, row), column));
};

function received(report: Report): string | undefined {
  const get = requests(report);
  const total = get('new');
  if (total === undefined) return undefined;
  if (total === 0) return '未收到政府信息公开申请。';
  const person = get('new', 'person');
  const others = person === undefined ? undefined : total - person;
  const who = [person ? `自然人申请${person}件` : '', others ? `法人或其他组织申请${others}件` : ''].filter(
    (each) => each !== '',
  );
  const sums = sumOf(ORGANISATIONS.map((column) => get('new', column))) === others;
  return `收到政府信息公开申请${total}件${sums && who.length > 0 ? `，其中${who.join('、')}` : ''}。`;
}

const ORGANISATIONS: readonly ColumnId[] = ['business', 'research', 'welfare', 'legal', 'other'];

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

const some = (value: number | undefined, sentence: (value: number) => string) => (value ? sentence(value) : undefined);

const carriedIn = (report: Report) =>
  some(requests(report)('carried-in'), (value) => `上年结转政府信息公开申请${value}件。`);
const carriedOut = (report: Report) =>
  some(requests(report)('carried-out'), (value) => `结转下年度继续办理${value}件。`);

/** 办结, with what became of the requests: groups of which there is none are left out. */
function settled(report: Report): string | undefined {
  const table = findTable(report, 3);
  const total = requests(report)('total');
  if (!table || !total) return undefined;
  const groups = new Map<string, number | undefined>();
  for (const row of table.rows) {
    if (!row?.form.side || row.form.id === 'total') continue;
    const name = row.form.group?.name ?? row.form.name;
    const value = numberIn(findCell(row, 'total'));
    const before = groups.has(name) ? groups.get(name) : 0;
    groups.set(name, value === undefined || before === undefined ? undefined : before + value);
  }
  const known = [...groups].filter(([, value]) => value !== 0);
  const whole = sumOf(known.map(([, value]) => value)) === total && table.rows.every((row) => row !== undefined);
  const parts = known.map(([name, value]) => `${name}${value}件`).join('、');
  return `办结政府信息公开申请${total}件${whole ? `，其中${parts}` : ''}。`;
}

function cases(report: Report): string | undefined {
  const row = findRow(findTable(report, 4), 'cases');
  const review = numberIn(findCell(row, 'review.total'));
  const [direct, after] = (['direct.total', 'after-review.total'] as const).map((id) => numberIn(findCell(row, id)));
  if (review === undefined || direct === undefined || after === undefined) return undefined;
  if (review + direct + after === 0) return '未发生因政府信息公开引发的行政复议、行政诉讼。';
  return `因政府信息公开引发行政复议${review}件、行政诉讼${direct + after}件。`;
}

function documents(report: Report): string | undefined {
  const row = findRow(findTable(report, 2), 'normative-documents');
  const [issued, abolished, valid] = (['issued', 'abolished', 'valid'] as const).map((id) =>
    numberIn(findCell(row, id)),
  );
  if (issued === undefined || abolished === undefined || valid === undefined) return undefined;
  return `制发行政规范性文件${issued}件，废止${abolished}件，现行有效${valid}件。`;
}

function decisions(report: Report): string | undefined {
  const table = findTable(report, 2);
  const get = (id: RowId) => numberIn(findCell(findRow(table, id), 'decisions'));
  const parts = (
    [
      ['licences', '行政许可'],
      ['penalties', '行政处罚'],
      ['compulsion', '行政强制'],
    ] as const
  ).flatMap(([id, name]) => {
    const value = get(id);
    return value ? [`${name}${value}件`] : [];
  });
  return parts.length > 0 ? `作出${parts.join('、')}。` : undefined;
}
