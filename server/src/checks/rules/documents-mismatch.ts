import { type Documents, type Figure, type Predecessor, type Source, spanOf } from '../../digest/digest.ts';
import type { Emit, Rule } from '../finding.ts';
import { writeAddend } from '../wording/change.ts';
import { writeNumber } from '../wording/sum.ts';
import { relatedSource, sourceData, sourceIn } from '../years.ts';

interface DocumentsMismatch {
  /** 规章 or 行政规范性文件 */
  readonly row: string;
  readonly stated: number;
  readonly computed: number;
  readonly issued: Figure;
  readonly abolished: Figure;
  /** 现行有效件数 of that row, and what it says. */
  readonly before: Source;
  readonly valid: number;
}

/**
 * What is in force at the end of a year is what was at its beginning, and what came and went meanwhile. A value that is
 * blank or unreadable on either side is unknown, and nothing is said of it.
 */
export const documentsMismatch: Rule<DocumentsMismatch> = {
  code: 'documents-mismatch',
  title: { zh: '现行有效件数与上年报告不衔接', en: "Documents in force do not follow from last year's report" },
  severity: 'warning',
  needsOthers: true,
  find({ digest, predecessor }, emit) {
    if (!digest || !predecessor) return;
    for (const documents of digest.documents) compareRow(documents, predecessor, emit);
  },
  message: {
    zh: ({ row, stated, computed, valid, issued, abolished, before }) =>
      `“${row}”现行有效件数写 ${stated}，按上年报告应为 ${writeNumber(computed)}，差 ${Math.abs(stated - computed)}：上年现行有效 ${valid}（${before.name}）+ 本年制发 ${issued.value} − 本年废止 ${abolished.value} = ${writeNumber(computed)}。请核对这几个数；上年的数有误的，请在文字中说明。`,
    en: ({ row, stated, computed, valid, issued, abolished, before }) =>
      `现行有效件数 of “${row}” is ${stated}, by last year's report should be ${writeNumber(computed)}, off by ${Math.abs(stated - computed)}: ${valid} in force the year before (${before.name}) + 制发 ${issued.value} − 废止 ${abolished.value} = ${writeNumber(computed)}. Check these numbers; explain in the text if last year's was wrong.`,
  },
  related: ({ row, valid, issued, abolished, before }, locale) => {
    const report = locale === 'zh' ? `${before.year} 年度报告` : `report on ${before.year}, `;
    const figure = (name: string, sign: string, each: Figure) =>
      each.value ? [{ span: spanOf(each), message: writeAddend(locale, name, `${sign}${each.value}`) }] : [];
    return [
      relatedSource(before, writeAddend(locale, `${report}“${row}·现行有效件数”`, valid)),
      ...figure('本年制发件数', '', issued),
      ...figure('本年废止件数', '−', abolished),
    ];
  },
  data: ({ row, stated, computed, before }) => ({
    stated,
    computed,
    table: 2,
    row,
    column: '现行有效件数',
    ...sourceData(before),
  }),
};

function compareRow(
  { row, issued, abolished, valid: cell }: Documents,
  predecessor: Predecessor,
  emit: Emit<DocumentsMismatch>,
): void {
  const source = predecessor.digest.documents.find((each) => each.row === row)?.valid;
  const [valid, plus, minus, stated] = [source?.value ?? null, issued.value, abolished.value, cell.value];
  if (!source || valid === null || plus === null || minus === null || stated === null) return;
  const computed = valid + plus - minus;
  if (computed === stated) return;
  emit(spanOf(cell), { row, issued, abolished, valid, stated, computed, before: sourceIn(predecessor, source) });
}
