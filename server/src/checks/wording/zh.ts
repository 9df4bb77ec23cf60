import type { Row } from '../../report/report.ts';
import { type Slip, slipOf } from '../slips.ts';
import { type Advice, adviceOn, type Change, type Sum } from './advice.ts';
import { cellName, columnName, identityPlace, rowLabel } from './names.ts';
import { writeSum } from './sum.ts';
import type { Words } from './words.ts';
import { zhProse } from './zh-prose.ts';
import { zhYears } from './zh-years.ts';

function difference({ stated, computed }: Sum): string {
  return `相差 ${Math.abs(stated - computed)}`;
}

function advise(advice: Advice): string {
  switch (advice.kind) {
    case 'impossible':
      return '办结数多于新收与上年结转之和，请核对各项。';
    case 'check':
      return `请核对各项；如各项无误，应改为 ${advice.computed}。`;
    case 'total':
      return `只改这一格即可使全部勾稽关系成立：应为 ${advice.right}${like(advice.slip)}。`;
    case 'cells': {
      const cells = advice.changes.length === 1 ? '一' : ` ${advice.changes.length} `;
      return `只改${cells}格即可使全部勾稽关系成立：${list(advice.changes)}${like(advice.slip)}。`;
    }
    case 'choose': {
      const likely = advice.slip ? `最可能的是：${list(advice.likely)}${like(advice.slip)}。` : '';
      return `有 ${advice.choices} 种改法都只改 ${advice.cells} 格，单看表格分不清。${likely}请核对。`;
    }
  }
}

const list = (changes: readonly Change[]) =>
  changes.map(({ name, right, written }) => `“${name}”应为 ${right}，现为 ${written}`).join('；');
const like = (slip: Slip | undefined) => (slip ? `（${SLIPS[slip]}）` : '');

const SLIPS = {
  'digits-swapped': '像是两位数字写颠倒了',
  'digit-dropped': '像是漏写了一位数字',
  'digit-added': '像是多写了一位数字',
  'cells-swapped': '像是两格的数写反了',
  'wrong-column': '像是填错了列',
  'left-zero': '像是忘了填写',
  'stale-total': '像是改了各项而没有重算总计，可能仍是上年的数',
} as const;

function sum(facts: Sum, place: string, total: string): string {
  const { identity, stated, computed } = facts;
  return `${place}：${writeSum(identity, computed, '各项均为 0')}，${total}写的是 ${stated}，${difference(facts)}。${advise(adviceOn(facts))}`;
}

const FLAWS = {
  negative: '不能带正负号',
  decimal: '此处应为整数，不能有小数',
  split: '数字中间有空格，无法确定是一个数还是两个数',
  letters: '数字中混有字母（如字母 O、l）',
  separators: '千位分隔符的位置不对',
  unit: '单位应为万元，且不应写在单元格内',
  'too-long': '位数过多，无法核算',
  text: '不是数字',
} as const;

const DOCUMENTS = '“规章”“行政规范性文件”填本年制发、本年废止、现行有效件数';
const OUTDATED = {
  documents: { name: '表二第（一）项', difference: DOCUMENTS },
  proactive: {
    name: '表二',
    difference: `表二的${DOCUMENTS}，“行政许可”“行政处罚”“行政强制”只填本年处理决定数量，“行政事业性收费”填本年收费金额（万元），没有“其他对外管理服务事项”和“政府集中采购”`,
  },
  requests: {
    name: '表三',
    difference: '表三的“（六）其他处理”分为“逾期不补正”“逾期未缴纳费用”“其他”三行',
  },
} as const;

/** Messages in Chinese. */
export const zh: Words = {
  'row-total': (facts) => sum(facts, `“${identityPlace(facts.identity)}”一行`, '总计'),
  'outcome-total': (facts) => sum(facts, `“${identityPlace(facts.identity)}”一列的办理结果`, '（七）总计'),
  'carry-balance': (facts) => sum(facts, `“${identityPlace(facts.identity)}”一列`, '四、结转下年度继续办理'),
  'review-total': (facts) => sum(facts, `“${identityPlace(facts.identity)}”`, '总计'),
  'cell-suspect': ({ table, cell, written, value, correction, failing }) => {
    const rest = correction.length > 1 ? `与另外 ${correction.length - 1} 格一并改正后` : '改正后';
    const sums = failing.map(({ identity }) => `“${identityPlace(identity)}”`).join('、');
    return `“${cellName(table, cell)}”写的是 ${written}，应为 ${value}${like(slipOf(correction, table.form))}：${rest}，${sums}的勾稽关系全部成立。`;
  },
  'section-missing': ({ section }) =>
    `缺少第${section.ordinal}部分“${section.title}”。年度报告格式要求六个部分齐全，请在此处补上“${section.ordinal}、${section.title}”。`,
  'section-order': ({ section, after }) =>
    `“${section.form.title}”的位置不对：按规定格式是第${section.form.ordinal}部分${after ? `，应在“${after.form.title}”之后` : '，应在最前'}。`,
  'section-numbering': ({ section, written, expected }) =>
    written
      ? `标题“${section.form.title}”的序号写的是“${written}”，按规定格式应为“${expected}”。`
      : `标题“${section.form.title}”缺少序号，应为“${expected}”。`,
  'aspect-missing': ({ aspect }) =>
    `总体情况中没有写“${aspect}”。按规定格式，这一部分应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。`,
  'table-missing': ({ section }) => `“${section.form.title}”部分没有读到表格，请补上规定格式的统计表。`,
  'row-missing': ({ row, after }) =>
    `缺少“${rowLabel(row)}”一行${after ? `，应在“${rowLabel(after)}”之后` : ''}。没有数据也应保留该行并填 0。`,
  'row-order': ({ row, after }) =>
    `“${rowLabel(row.form)}”一行的位置与规定格式不符${after ? `，应在“${rowLabel(after)}”之后` : '，应为第一行'}。`,
  'row-unknown': ({ unknown }) => {
    if (unknown.repeats)
      return `“${rowLabel(unknown.repeats)}”一行重复出现，后出现的这一行未参与核算。请删除多余的一行。`;
    const name = unknown.label ? `“${unknown.label}”` : '这一行没有行名，';
    return `${name}不是规定格式中的行，其中的数未参与核算。请核对行名。`;
  },
  'cell-missing': ({ row }) => {
    const width = row.form.columns.length;
    return `${rowName(row.form.label)}应有 ${width} 个数，只读到 ${row.found} 个，缺 ${width - row.found} 个；无法确定缺的是哪一列，本行未参与核算。${together(row) ?? '请补齐，没有数据的填 0。'}`;
  },
  'cell-extra': ({ row }) => {
    const width = row.form.columns.length;
    return `${rowName(row.form.label)}应有 ${width} 个数，读到 ${row.found} 个，多 ${row.found - width} 个；无法确定各数属于哪一列，本行未参与核算。请检查是否把一个数拆成了两个。`;
  },
  'cell-blank': ({ table, row, blanks, marks, total, computed }) => {
    const names = blanks
      .map((cell, at) => columnName(table.form, cell.row, cell.column) + (marks[at] ? `“${marks[at]}”` : ''))
      .join('、');
    const sum = total && computed !== undefined ? `其余各项之和为 ${computed}，总计应填 ${computed}。` : '';
    const all = blanks.length === row.cells.length;
    return `${rowName(row.form.label)}${all && marks.every((mark) => mark === '') ? '全部为空' : `有 ${blanks.length} 格没有填数（${names}）`}，没有填的不作 0 处理，有关合计无法核算。${sum || '没有数据的请填 0。'}`;
  },
  'cell-invalid': (facts) => {
    const name = cellName(facts.table, facts.cell);
    if (facts.flaw === 'extra') {
      return `“${name}”的单元格里除数字外还有“${facts.extra}”，已按 ${facts.value} 核算。单元格内只填数字，单位和说明请写在表外。`;
    }
    const guess =
      facts.guess === undefined
        ? facts.flaw === 'decimal'
          ? '请改为整数。'
          : '请改为数字。'
        : facts.confirmed
          ? `改为 ${facts.guess} 后有关合计全部相符，请改正。`
          : `如本意是 ${facts.guess}，请改正。`;
    return `“${name}”写的是“${facts.written}”：${FLAWS[facts.flaw]}，本格未参与核算。${guess}`;
  },
  'form-outdated': ({ year, parts, mixed }) => {
    const names = parts.map((part) => OUTDATED[part].name).join('和');
    const both = mixed ? '，其余部分已是新格式，两种格式混用' : '';
    const differences = parts.map((part) => OUTDATED[part].difference).join('；');
    return `${year} 年度报告的${names}仍用 2019 年的旧格式（国办公开办函〔2019〕60号）${both}；2021 年度起应使用国办公开办函〔2021〕30号的新格式。新格式中：${differences}。`;
  },
  ...zhProse,
  ...zhYears,
  addend: (name, value) => `${name}：${value}`,
  suspect: (name, value) => `“${name}”应为 ${value}`,
  failing: (place, stated, computed) => `${place}：写的是 ${stated}，应为 ${computed}`,
};

function together({ together: found }: Row): string | undefined {
  if (!found) return undefined;
  const [first, second] = found.parts;
  return `“${first}${second}”像是 ${first} 和 ${second} 两个数连在了一起，分开后本行合计相符，请改正。`;
}

function rowName(label: string): string {
  return label ? `“${label}”一行` : '本表这一行';
}
