import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { findFix, titles } from '../support/check-fix.ts';
import { compare } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** A whole report with its tables in rows of pipes, as the pages of organs have them. */
const WHOLE = report({ layout: 'tsv' }).replace(/^.*\t.*$/gm, (row) => `| ${row.replaceAll('\t', ' | ')} |`);

/** The report up to a row of a table, whose last value is followed by the mark, or by what is put there. */
function cutBehind(label: string, rest = '⟦⟧{text-cut-off}') {
  const line = WHOLE.slice(0, WHOLE.indexOf('\n', WHOLE.indexOf(label))).replace(/[\s|]+$/, '');
  return line + rest;
}

const codes = (text: string) => mustAnalyse(text).findings.map(({ code, severity }) => `${code} ${severity}`);
const message = (text: string, locale: 'zh' | 'en' = 'zh') => {
  const [finding] = mustAnalyse(text).findings;
  return finding?.rule.message[locale](finding.facts);
};

describe('text-cut-off', () => {
  test.each(['7.属于行政执法案卷', '一、本年新收', '（七）总计', '四、结转下年度', '行政许可', '行政事业性收费'])(
    'is all that is said of a text that ends behind %j',
    (label) => {
      for (const end of ['', ' |\n', ' |\r\n\r\n \u3000', '\n| |\n']) {
        const { found, expected } = compare(cutBehind(label) + end);
        expect(found).toEqual(expected);
      }
      expect(codes(cutBehind(label, ''))).toEqual(['text-cut-off error']);
    },
  );

  test('is said of a text that ends inside the label of the next row, too', () => {
    const { found, expected } = compare(`${cutBehind('7.属于行政执法案卷')} |\n| | 8.属于行`);
    expect(found).toEqual(expected);
  });

  test.each([
    ['（六）其他处理', '1.申请人无正当理由逾期不补正'],
    ['1.申请人无正当理由逾期', '1.申请人无正当理由逾期不补正'],
    ['2.申请人逾期未按收费', '2.申请人逾期未按收费通知'],
    ['（七）总计', '（七）总计'],
    ['（七）总计 |  |  | 10 | 1 | 0', '（七）总计'],
  ])('is said once of a text that ends behind %j, and nothing of its form', (last, missing) => {
    const text = WHOLE.slice(0, WHOLE.indexOf(last) + last.length);
    expect(text.endsWith(last)).toBe(true);
    expect(codes(text)).toEqual(['text-cut-off error']);
    expect(message(text)).toContain(`自“${missing}`);
  });

  test('is said of a text that ends in the head of a block or of a table', () => {
    for (const [label, rest, missing] of [
      ['行政规范性文件', '第二十条第(五)项 |\n信息内容 | 本年处理', '自“行政许可”起的各行'],
      ['行政许可', '第二十条第（六）项 |', '自“行政处罚”起的各行'],
      ['二、主动公开', '\n第二十条第（一）项 |\n信息内容 |', '自“规章”起的各行和第三'],
      [
        '三、收到和处理',
        '申请人情况 |\n自然人 | 商业 | 科研\n企业',
        '自“一、本年新收政府信息公开申请数量”起的各行和第四',
      ],
    ] as const) {
      const text = `${cutBehind(label, '')}\n${rest}`;
      expect(codes(text), rest).toEqual(['text-cut-off error']);
      expect(message(text)).toContain(missing);
    }
  });

  test('is silent where the labels of further rows stand behind the last value', () => {
    const text = `${cutBehind('（七）总计', '')} |\n四、结转下年度继续办理 |\n政府信息公开行政复议、行政诉讼情况`;
    expect(codes(text)).not.toContain('text-cut-off error');
  });

  test('names in short what is missing', () => {
    expect(message(cutBehind('7.属于行政执法案卷', ''))).toContain('自“8.属于行政查询事项”起的各行和第四、五、六部分');
    expect(message(cutBehind('（七）总计', ''))).toContain('“四、结转下年度继续办理”一行和第四、五、六部分');
    expect(message(cutBehind('四、结转下年度', ''))).toMatch(/没有读到第四、五、六部分/);
    expect(message(cutBehind('行政许可', ''))).toContain('自“行政处罚”起的各行和第三、四、五、六部分');
    expect(message(cutBehind('行政许可', ''), 'en')).toContain(
      'the rows from “行政处罚” on and sections 三, 四, 五, 六',
    );
  });

  test.each(['\n', '\r\n'])('offers the sections behind a whole table, and nothing in place of rows', (newline) => {
    for (const [label, numbers] of [
      ['行政事业性收费', '三、四、五、六'],
      ['四、结转下年度', '四、五、六'],
    ] as const) {
      const text = `${cutBehind(label, '')} |${newline}`.replace(/\r?\n/g, newline);
      const fix = findFix(mustAnalyse(text), `补上第${numbers}部分`);
      expect(fix.preferred).toBe(false);
      const after = mustAnalyse(applyEdits(text, fix.edits));
      expect(after.report.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
      // What is left is the clerk’s to write.
      const left = new Set(after.findings.map(({ code }) => code));
      expect(left).toEqual(new Set(['section-empty', 'fee-statement-missing']));
      expect(after.report.text.startsWith(text)).toBe(true);
    }
    expect(titles(cutBehind('7.属于行政执法案卷', ''))).toEqual([]);
  });

  test('leaves a row in the middle to row-missing', () => {
    const text = cutBehind('7.属于行政执法案卷', '').replace(/^.*4\.保护第三方.*\n/m, '');
    expect(codes(text)).toEqual(['row-missing error', 'text-cut-off error']);
  });

  test('is silent where something stands behind the table, or only few sections are absent', () => {
    expect(codes(cutBehind('7.属于行政执法案卷', '\n\n本机关没有其他需要说明的情况。'))).not.toContain(
      'text-cut-off error',
    );
    expect(codes(WHOLE.slice(0, WHOLE.indexOf('五、存在')))).toEqual([
      'section-missing error',
      'section-missing error',
    ]);
  });

  test('is silent for a draft that has just begun', () => {
    expect(codes(WHOLE.slice(0, WHOLE.indexOf('二、主动公开')))).toEqual(Array(5).fill('section-missing error'));
  });
});
