import { cellName } from './names.ts';
import { candidateName, claimValue, shortNumber } from './quantity.ts';
import type { Words } from './words.ts';

type ProseCode =
  | 'prose-mismatch'
  | 'parts-mismatch'
  | 'ratio-mismatch'
  | 'year-mismatch'
  | 'fee-statement-missing'
  | 'contradiction';

/** Messages on the prose, in Chinese. */
export const zhProse: Pick<Words, ProseCode | 'said'> = {
  'prose-mismatch': ({ comparison, written }) => {
    const { claim, candidates } = comparison;
    const said =
      claim.writing === 'words' ? `正文写的是“${written}”` : `正文写的是 ${claimValue(claim)}${gap(claim.unit)}`;
    const [first, ...others] = candidates;
    if (!first) return `${said}，与统计表不符。`;
    const name = `“${candidateName(first)}”`;
    const is = first.addends.length > 1 ? '合计是' : '是';
    if (others.length > 0) {
      const all = candidates.map((each) => `“${candidateName(each)}”（${each.value}）`).join('、');
      return `${said}，统计表中没有与之相符的数：${all}。请核对正文和表格，改正写错的一处。`;
    }
    return `${said}，统计表中${name}${is} ${first.value}。请核对正文和表格，改正写错的一处。`;
  },
  'parts-mismatch': ({ total, parts, sum, unit, complete }) =>
    `${parts.map(({ value }) => value).join(' + ')} = ${sum}${gap(unit)}，${complete ? '与' : '多于'}总数 ${total.value}${gap(unit)}${complete ? '不符' : ''}，相差 ${Math.abs(sum - total.value)}。请核对正文中的总数和各分项。`,
  'ratio-mismatch': ({ claim, written, computed, from }) => {
    const numbers = from.map(({ value }) => value).join('、');
    if (claim.kind === 'share') {
      return `“占${written}”与前后的数不符：按 ${numbers} 计算约为 ${shortNumber(computed)}%。请核对比例或数量。`;
    }
    if (claim.measure === 'count') {
      return `增减数写的是 ${Math.abs(claim.change)}，与前后的数不符：按 ${numbers} 计算${direction(computed)} ${shortNumber(Math.abs(computed))}。请核对。`;
    }
    return `增减幅度写的是 ${written}，与前后的数不符：按 ${numbers} 计算${direction(computed)}约 ${shortNumber(Math.abs(computed))}%。请核对幅度或数量。`;
  },
  'year-mismatch': ({ written, expected, place, others }) =>
    place === 'title'
      ? `标题是 ${written} 年，而正文各处（${others.length} 处）说的都是 ${expected} 年。请核对标题的年份。`
      : `这里说的是 ${written} 年，而本报告是 ${expected} 年度的报告，可能是沿用旧文件时没有改。如确指本报告年度，请改为 ${expected} 年。`,
  'fee-statement-missing': () =>
    '这一部分没有写明信息处理费的收取情况。按国办函〔2020〕109号规定，年度报告应当说明；没有收取的也要写，例如“本年度未收取信息处理费”。',
  contradiction: ({ written, table, cell, value }) =>
    `正文说“${written}”，而统计表中“${cellName(table, cell)}”是 ${value}。请核对：如有 ${value} 件结转，正文应当写明。`,
  said: (value) => `正文写的是 ${value}`,
};

/** A measure word behind a number, as messages set them apart. */
function gap(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}

function direction(computed: number): string {
  return computed < 0 ? '减少' : '增加';
}
