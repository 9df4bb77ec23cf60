import { type Locale, sayIn } from '../checks/wording/say.ts';
import type { Aggregate } from '../features/aggregate.ts';
import type { Counted } from './counted.ts';
import type { Missing } from './expected.ts';
import { type Failing, failingTables } from './failing.ts';
import { yearText } from './model.ts';

/** The sentences of a summary, which stand in several formats. */

export function sumTitle({ year, form, reports }: Aggregate<Counted>, locale: Locale = 'zh'): string {
  return sayIn(locale)(
    `${yearText(year)}合计：${reports.length} 份报告（${form} 年格式）`,
    `Sum of ${year ?? 'unknown year'}: ${reports.length} reports (form of ${form})`,
  );
}

/** What is said beside a sum whose own totals do not hold, a table at a time. */
export function noteText(sum: Aggregate<Counted>, locale: Locale = 'zh'): string[] {
  return failingTables(sum, locale).map((each) => failingText(each, locale));
}

/** More than these are counted, not listed. */
const MOST_FAULTS = 4;

/** `注：表三的合计本身不平，因为这些报告自身不平：甲、乙。“自然人”列（七）总计写 145，各项之和 148，差 3` */
export function failingText({ table, faults, reports }: Failing, locale: Locale = 'zh'): string {
  const more = faults.length - MOST_FAULTS;
  const listed = faults.slice(0, MOST_FAULTS);
  return sayIn(locale)(
    `注：表${{ 2: '二', 3: '三', 4: '四' }[table]}的合计本身不平，因为这些报告自身不平：${reports.join('、')}。${listed.join('；')}${more > 0 ? `；等 ${faults.length} 处` : ''}`,
    `Note: the sum of table ${table} does not hold, for those of these reports do not: ${reports.join(', ')}. ${listed.join('; ')}${more > 0 ? `; ${faults.length} in all` : ''}`,
  );
}

/** `缺少 2025 年报告的机关（2 个，上年有报告）：甲、乙` */
export function missingText({ year, organs, listed }: Missing, locale: Locale = 'zh'): string {
  return sayIn(locale)(
    `缺少 ${year} 年报告的机关（${organs.length} 个${listed ? '' : '，上年有报告'}）：${organs.join('、')}`,
    `No report on ${year} (${organs.length}${listed ? '' : ', with one on the year before'}): ${organs.join(', ')}`,
  );
}
