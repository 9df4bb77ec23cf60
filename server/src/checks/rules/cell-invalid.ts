import type { Cell, Table } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
import type { Flaw } from '../../text/value.ts';
import { excerpt } from '../excerpt.ts';
import type { Emit, Locale, Rule } from '../finding.ts';
import { cellData } from '../finding-data.ts';
import { holdsWith, identitiesOf } from '../identities.ts';
import { repairCell } from '../repair.ts';
import { editsOf } from '../trial.ts';
import { cellName } from '../wording/names.ts';

interface Unclear {
  readonly table: Table;
  readonly cell: Cell;
  readonly written: string;
}

/** Something that is no number, or a unit or note beside a good number. */
type CellInvalid =
  | (Unclear & {
      readonly flaw: Flaw;
      readonly guess: number | undefined;
      /** Whether the sums that the cell belongs to hold with the guess. */
      readonly confirmed: boolean;
    })
  | (Unclear & { readonly flaw: 'extra'; readonly value: number; readonly extra: string });

/** Not a whole number ≥ 0 (收费金额: a decimal ≥ 0). A unit or a note beside a good number is information only. */
export const cellInvalid: Rule<CellInvalid> = {
  code: 'cell-invalid',
  title: { zh: '单元格不是规定的数', en: 'A cell is not a number' },
  severity: 'error',
  find({ report, tables }, emit) {
    for (const { unclear } of tables) for (const { table, cell } of unclear) tell(report.text, table, cell, emit);
  },
  message: {
    zh: (facts) => {
      const name = cellName(facts.table, facts.cell);
      if (facts.flaw === 'extra') {
        return `“${name}”的单元格里除数字外还有“${facts.extra}”，已按 ${facts.value} 核算。单元格内只填数字，单位和说明请写在表外。`;
      }
      return `“${name}”写的是“${facts.written}”：${FLAWS.zh[facts.flaw]}，本格未参与核算。${remedyZh(facts)}`;
    },
    en: (facts) => {
      const name = cellName(facts.table, facts.cell);
      if (facts.flaw === 'extra') {
        return `“${name}” holds “${facts.extra}” beside the number; it was read as ${facts.value}. Write the number alone.`;
      }
      return `“${name}” says “${facts.written}”: ${FLAWS.en[facts.flaw]}; this cell was not checked. ${remedyEn(facts)}`;
    },
  },
  fixes: ({ span, facts }, analysis, locale) => {
    const value = facts.flaw === 'extra' ? facts.value : facts.guess;
    if (value === undefined) return [];
    const repair = repairCell(analysis, facts.table, facts.cell, value);
    const { newText } = repair.edit;
    const title =
      locale === 'zh' ? `把“${facts.written}”改为“${newText}”` : `Replace “${facts.written}” by “${newText}”`;
    const edits = editsOf(analysis.report, [{ ...repair, edit: { span, newText } }]);
    return [{ title, edits, preferred: facts.flaw !== 'extra' && facts.confirmed }];
  },
  data: ({ table, cell }) => ({ stated: numberIn(cell) ?? null, ...cellData(table, cell) }),
  fingerprint: ({ written }) => [written.trim()],
};

function tell(text: string, table: Table, cell: Cell, emit: Emit<CellInvalid>): void {
  const { reading, span } = cell;
  const place = { table, cell, written: excerpt(text.slice(span.start, span.end)) };
  if (reading.kind === 'number' && reading.extra) {
    const { value, extra } = reading;
    emit(span, { ...place, flaw: 'extra', value, extra: excerpt(extra.trim()) }, 'information');
  }
  if (reading.kind !== 'invalid') return;
  const { flaw, guess } = reading;
  const confirmed = guess !== undefined && holdsWith(identitiesOf(table), cell, guess);
  emit(span, { ...place, flaw, guess, confirmed }, flaw === 'unit' ? 'information' : 'error');
}

type Unreadable = Exclude<CellInvalid, { flaw: 'extra' }>;

function remedyZh({ guess, confirmed, flaw }: Unreadable): string {
  if (guess === undefined) return flaw === 'decimal' ? '请改为整数。' : '请改为数字。';
  return confirmed ? `改为 ${guess} 后有关合计全部相符，请改正。` : `如本意是 ${guess}，请改正。`;
}

function remedyEn({ guess, confirmed }: Unreadable): string {
  if (guess === undefined) return 'Write a number.';
  return confirmed ? `With ${guess} every sum around it holds; correct it.` : `Correct it if ${guess} was meant.`;
}

const FLAWS: Readonly<Record<Locale, Readonly<Record<Flaw, string>>>> = {
  zh: {
    negative: '不能带正负号',
    decimal: '此处应为整数，不能有小数',
    split: '数字中间有空格，无法确定是一个数还是两个数',
    letters: '数字中混有字母（如字母 O、l）',
    separators: '千位分隔符的位置不对',
    unit: '单位应为万元，且不应写在单元格内',
    'too-long': '位数过多，无法核算',
    chinese: '应写成阿拉伯数字',
    text: '不是数字',
  },
  en: {
    negative: 'a sign does not belong here',
    decimal: 'a whole number is expected',
    split: 'digits are split by a space, so this may be one number or two',
    letters: 'letters stand among the digits (such as O or l)',
    separators: 'a thousands separator is misplaced',
    unit: 'the unit is 万元 and does not belong in the cell',
    'too-long': 'too many digits to add up',
    chinese: 'Arabic digits are expected',
    text: 'not a number',
  },
};
