import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { type ReportJson, reportJson } from '../../server/src/cli/json-format.ts';
import { judge, NO_PROJECT } from '../../server/src/project/project.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import { LAYOUTS, plainStyle, type Rendered, render } from '../support/generate/render.ts';
import { someNumbers } from './harness.ts';

const given = someNumbers();
const disclosed = { table: 3, row: 2, column: 0 } as const;
const total = { table: 3, row: 2, column: 6 } as const;

function json(text: string): ReportJson {
  const analysis = analyse(text);
  if (!analysis) throw new Error('no report');
  const source = { path: 'a/b.txt', uri: 'file:///a/b.txt', stdin: false, named: true };
  const parts = { values: true, related: true, data: true, fingerprints: true, fixes: false, ways: false };
  return reportJson(source, analysis, judge(analysis, NO_PROJECT).shown, { parts, locale: 'zh' }) as ReportJson;
}

/** Where an offset stands, counted the slow way. */
function at(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const changed = (rendered: Rendered, place: typeof disclosed | typeof total, text: string) =>
  changeCell(rendered, cellAt(rendered, place), text);

describe('the JSON of a report', () => {
  test.each(LAYOUTS)('%s: holds the title and every value as it was read', (layout) => {
    const { text } = render(given, layout, plainStyle);
    const { diagnostics, ...rest } = json(text);
    const [rules, documents, ...singles] = given.table2;
    expect(rest).toEqual({
      path: 'a/b.txt',
      title: `${given.agency}${given.year}年政府信息公开工作年度报告`,
      agency: given.agency,
      year: given.year,
      form: '2021',
      tables: {
        '2': {
          规章: rules,
          行政规范性文件: documents,
          行政许可: singles[0]?.[0],
          行政处罚: singles[1]?.[0],
          行政强制: singles[2]?.[0],
          行政事业性收费: singles[3]?.[0],
        },
        '3': given.table3,
        '4': given.table4,
      },
    });
    expect(diagnostics).toEqual([]);
  });

  test('holds diagnostics in the shape of LSP, with the numbers beside the message', () => {
    const rendered = render(given, 'tsv', plainStyle);
    const right = given.table3[2]?.[0] ?? 0;
    const cell = cellAt(rendered, disclosed);
    const text = changed(rendered, disclosed, String(right + 3));
    const found = json(text).diagnostics.find(({ code }) => code === 'row-total');
    const stated = given.table3[2]?.[6] ?? 0;
    const totalAt = text.indexOf(String(stated), cell.start);
    expect(found).toMatchObject({
      severity: 3,
      message: expect.stringContaining(`行总计写 ${stated}，各项相加得 ${stated + 3}，差 3`),
      data: {
        stated,
        computed: stated + 3,
        table: 3,
        row: '（一）予以公开',
        column: '总计',
        suspect: { row: '（一）予以公开', column: '自然人', value: right },
      },
    });
    expect(found?.range.end).toEqual({
      line: at(text, totalAt).line,
      character: text.split('\n')[at(text, totalAt).line]?.length,
    });
    expect(found?.relatedInformation[0]?.location).toEqual({
      uri: 'file:///a/b.txt',
      range: { start: at(text, cell.start), end: at(text, cell.start + String(right + 3).length) },
    });
  });

  test('says null for a blank or unreadable value, never zero, and keeps every row at its length', () => {
    const rendered = render(given, 'tsv', plainStyle);
    expect(json(changed(rendered, disclosed, '')).tables['3']?.[2]).toEqual([
      null,
      ...(given.table3[2]?.slice(1) ?? []),
    ]);
    expect(json(changed(rendered, disclosed, '1O')).tables['3']?.[2]?.[0]).toBe(null);
    const extra = json(changed(rendered, disclosed, '1\t1')).tables['3'];
    expect(extra?.[2]).toEqual([null, null, null, null, null, null, null]);
    expect(extra).toHaveLength(25);
  });

  test('leaves out the table that is absent', () => {
    const { text } = render(given, 'tsv', plainStyle);
    const start = text.indexOf('四、政府信息公开');
    const without = text.slice(0, start) + text.slice(text.indexOf('五、存在的'));
    expect(Object.keys(json(without).tables)).toEqual(['2', '3']);
  });

  test('puts a broken title on one line and admits to an unknown year', () => {
    const { text } = render(given, 'tsv', plainStyle);
    const body = text.slice(text.indexOf('一、总体'));
    const broken = json(`某某县财政局\r\n2024年政府信息公开\r\n工作年度报告\r\n${body}`);
    expect(broken.title).toBe('某某县财政局 2024年政府信息公开 工作年度报告');
    const undated = body.replace(/\d{4} ?年/g, '本年');
    expect(json(undated)).toMatchObject({ title: '', agency: '', year: null });
  });

  test('shows a title of a page without its tags', () => {
    const { text } = render(given, 'tsv', plainStyle);
    const body = text.slice(text.indexOf('一、总体'));
    const page = json(`<p><b>某某县财政局</b></p> <p>2024年政府信息公开工作年度报告</p>\n${body}`);
    expect(page.title).toBe('某某县财政局 2024年政府信息公开工作年度报告');
    expect(page.agency).toBe('某某县财政局');
  });
});
