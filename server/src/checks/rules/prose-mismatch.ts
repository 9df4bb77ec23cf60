import { writeClaim, writeCount } from '../../edits/prose.ts';
import { numberIn } from '../../report/report.ts';
import type { Comparison } from '../claims.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';
import { cellData } from '../finding-data.ts';
import { writeAddend } from '../wording/change.ts';
import { cellName } from '../wording/names.ts';
import { candidateName, claimValue, gap } from '../wording/quantity.ts';

interface ProseMismatch {
  readonly comparison: Comparison;
  /** The words of the claim as they stand in the text. */
  readonly written: string;
}

/** A number claimed in the prose differs from its table, and it is certain what the prose means. */
export const proseMismatch: Rule<ProseMismatch> = {
  code: 'prose-mismatch',
  title: { zh: '正文的数与统计表不符', en: 'A number in the prose differs from its table' },
  severity: 'warning',
  find({ report: { text }, prose }, emit) {
    for (const comparison of prose.comparisons) {
      if (comparison.outcome !== 'unequal') continue;
      const { span } = comparison.claim;
      emit(span, { comparison, written: text.slice(span.start, span.end) });
    }
  },
  message: {
    zh: ({ comparison, written }) => {
      const { claim, candidates } = comparison;
      const said =
        claim.writing === 'words' ? `正文写“${excerpt(written)}”` : `正文写 ${claimValue(claim)}${gap(claim.unit)}`;
      const [first, ...others] = candidates;
      if (!first) return `${said}，与统计表不符。`;
      const is = first.addends.length > 1 ? '合计为' : '为';
      const off = difference(claim.value, first.value);
      if (others.length > 0) {
        const all = candidates.map((each) => `“${candidateName(each)}”（${each.value}）`).join('、');
        return `${said}，表中没有与之相符的数：${all}。请核对正文和表格，改正写错的一处。`;
      }
      return `${said}，表中“${candidateName(first)}”${is} ${first.value}${off && `，差 ${off}`}。请核对正文和表格，改正写错的一处。`;
    },
    en: ({ comparison, written }) => {
      const { claim, candidates } = comparison;
      const said =
        claim.writing === 'words'
          ? `The prose says “${excerpt(written)}”`
          : `The prose says ${claimValue(claim)}${claim.unit}`;
      const [first, ...others] = candidates;
      if (!first) return `${said}, which is not what the tables say.`;
      const all = candidates.map((each) => `“${candidateName(each)}” is ${each.value}`).join(', ');
      const off = others.length > 0 ? '' : difference(claim.value, first.value);
      return `${said}, but ${all}${others.length > 0 ? '; none of them agrees' : ''}${off && `, off by ${off}`}. Check both and correct the one that is wrong.`;
    },
  },
  related: ({ comparison }, locale) => {
    const addends = comparison.candidates.flatMap((candidate) => candidate.addends);
    const shown = [...new Map(addends.map((addend) => [addend.cell, addend])).values()];
    const some = shown.length > 1 ? shown.filter(({ cell }) => numberIn(cell) !== 0) : shown;
    return (some.length > 0 ? some : shown.slice(0, 1)).map(({ table, cell }) => ({
      span: cell.span,
      message: writeAddend(locale, cellName(table, cell), numberIn(cell) ?? ''),
    }));
  },
  // None of the fixes is preferred, for the table may be wrong as well.
  fixes: ({ span, facts: { comparison, written } }, _analysis, locale) => {
    const { claim, candidates } = comparison;
    const values = new Set(candidates.flatMap(({ value }) => (value !== undefined && value >= 0 ? value : [])));
    return [...values].flatMap((value) => {
      const newText = claim.writing === 'words' ? writeCount(written, value) : writeClaim(written, claim, value);
      if (newText === undefined) return [];
      const [from, to] = [written, newText].map((each) => excerpt(each) + claim.unit);
      const title = locale === 'zh' ? `把正文的“${from}”改为“${to}”` : `Change “${from}” in the prose to “${to}”`;
      return [{ title, edits: [{ span, newText }], preferred: false }];
    });
  },
  data: ({ comparison: { claim, candidates } }) => {
    const [only, ...others] = candidates.flatMap(({ addends }) => addends);
    return { claimed: claim.value, ...(only && others.length === 0 ? cellData(only.table, only.cell) : {}) };
  },
};

/** By how much two whole numbers differ; of money that is rounded it says nothing. */
function difference(claimed: number, value: number | undefined): string {
  const whole = Number.isInteger(claimed) && Number.isInteger(value);
  return whole && value !== undefined ? String(Math.abs(claimed - value)) : '';
}
