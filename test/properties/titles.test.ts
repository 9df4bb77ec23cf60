import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReport } from '../../server/src/report/parse.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const BODY = readMarked(report({ title: '' })).text.trimStart();

const organ = fc
  .tuple(
    fc.constantFrom('岚汐', '禾墨', '砚泠', '蘅洲', '霁野'),
    fc.constantFrom('市', '区', '县', '镇'),
    fc.constantFrom(
      '人民政府',
      '人民政府办公室',
      '教育体育局',
      '卫生健康委员会',
      '市场监督管理局',
      '水务局',
      '城市管理局',
    ),
  )
  .map((parts) => parts.join(''));

const FURNITURE = [
  '',
  '当前位置：首页 > 政务公开 > 政府信息公开年报\n',
  '您的位置：首页 >> 信息公开 >> 2019年政府信息公开年报 >> 正文\n',
  '首页 / 机构职能 / 政府信息公开年报\n',
  '点击收听年报语音朗读\n',
  '热门搜索：公积金 社保\n\n',
  '长者版\n无障碍阅读\n简体 | 繁体\n',
  '索 引 号：0021/2025-00351 公开方式：主动公开\n发布日期：2025-01-15 浏览次数：12\n',
  '【字体：大 中 小】 打印 关闭\n',
  '- 1 -\n',
  '第 1 页 共 9 页\n\n',
  '图解链接：点击查看图解\n',
];
const GLUED = ['', '', '', '标题：', '名 称： ', '点击收听年报语音朗读', '首页 > 年报 > ', '| ', '# ', '**', '  '];

/** A title of this organ and year, over one line or more. */
const FORMS: readonly ((organ: string, year: number) => string)[] = [
  (name, year) => `${name}${year}年政府信息公开工作年度报告`,
  (name, year) => `${name} ${year} 年度政府信息公开工作报告`,
  (name, year) => `${year}年${name}政府信息公开年报`,
  (name, year) => `${name}政府信息公开工作${year}年度报告`,
  (name, year) => `${name}政府信息公开工作年度报告（${year}年度）`,
  (name, year) => `${name}\n${year}年政府信息公开工作年度报告`,
  (name, year) => `${name}\n\n${year} 年政府信息公开工作年度报告`,
  (name, year) => `${name}${year}年政府信息公开\n工作年度报告`,
  (name, year) => `${name}${year}年政府信\n\n息公开工作年度报告`,
  (name, year) => `现公布${name}${year}年政府信息公开工作年度报告。`,
];

test('organ and year are read from any title below any furniture', () => {
  fc.assert(
    fc.property(
      organ,
      fc.integer({ min: 2019, max: 2030 }),
      fc.constantFrom(...FURNITURE),
      fc.constantFrom(...GLUED),
      fc.constantFrom(...FORMS),
      fc.constantFrom('\n', '\r\n'),
      (name, year, furniture, glued, form, newline) => {
        const text = `${furniture}${glued}${form(name, year)}\n\n${BODY}`.replaceAll('\n', newline);
        const read = parseReport(text);
        expect([read?.agency, read?.year]).toEqual([name, year]);
      },
    ),
    { numRuns: 600 },
  );
});
