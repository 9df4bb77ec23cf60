import { describe, expect, test } from 'vitest';
import { parseReport } from '../../server/src/report/parse.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** Organ and year of a report whose first line is replaced by `head`; `end` stands below its last section. */
function origin(head: string, { one = '', end = '', name }: { one?: string; end?: string; name?: string } = {}) {
  const text = readMarked(report({ title: '⟦⟧{x}' })).text.replace('一、总体情况\n', `一、总体情况\n${one}`);
  const read = parseReport(`${head}\n${text.trimStart()}${end}`, name === undefined ? {} : { name });
  return read && `${read.agency} ${read.year}`;
}

const TITLE = '砚泠市水务局2024年政府信息公开工作年度报告';
const RIGHT = '砚泠市水务局 2024';

describe('a title', () => {
  test.each([
    TITLE,
    '2024年砚泠市水务局政府信息公开工作年度报告',
    '砚泠市水务局政府信息公开工作2024年度报告',
    '砚泠市水务局2024年度政府信息公开工作报告',
    '砚泠市水务局2024年政府信息公开年报',
    '砚泠市水务局二〇二四年政府信息公开工作年度报告',
    '砚泠市水务局政府信息公开工作年度报告（2024年度）',
    '砚泠市水务局政府信息公开工作年度报告（2024）',
    '砚泠市水务局 ２０２４ 年政府信息公开工作年度报告',
    '砚 泠 市 水 务 局 2 0 2 4 年 政 府 信 息 公 开 工 作 年 度 报 告',
    '砚泠市 水务局 2024年 政府信息公开 工作年度报告',
    '砚泠市水务局关于2024年政府信息公开工作年度报告',
    '2024砚泠市水务局2024年度政府信息公开工作年度报告',
    '2024年砚泠市水务局2024年政府信息公开工作年度报告',
    '关于发布砚泠市水务局2024年政府信息公开工作年度报告的公告',
    '**砚泠市水务局**__2024__**年政府信息公开工作年度报告**',
    '砚泠市水务局\\ **2024**\\ 年政府信息公开工作年度报告',
    '砚泠市水务局`2024`年政府信息公开工作年度报告',
  ])('in another form: %s', (title) => {
    expect(origin(title)).toBe(RIGHT);
  });

  test.each(['砚泠市水务局年政府信息公开工作年度报告', '砚泠市水务局  年度政府信息公开工作年度报告'])(
    'whose year is not typed yet: %s',
    (title) => {
      expect(origin(title)).toBe('砚泠市水务局 undefined');
    },
  );

  test.each([
    '砚泠市水务局\n2024年政府信息公开工作年度报告',
    '砚泠市水务局\n\n2024 年政府信息公开工作年度报告',
    '砚泠市水务局\n2024年\n政府信息公开工作年度报告',
    '砚泠市水\n务局2024年政府信息公开工作年度报告',
    '砚泠市\n水务局2024年政府信息公开工作年度报告',
    '砚泠市水务局2024年政府信息公开工作\n年度报告',
    '砚泠市水务局2024年政府信\n息公开工作年度报告',
    '砚泠市水务局2024年政府信\n\n息公开工作年度报告',
    '- 1 -\n砚泠市水务局\n2024 年政府信息公开工作年度报告',
    '砚泠市水务局\n— 1 —\n2024 年政府信息公开工作年度报告',
    '砚泠市水务局\n砚泠市水务局\n  砚泠市水务局2024年度\n信息公开年度报告\n（2025年1月）',
  ])('broken over lines: %j', (title) => {
    expect(origin(title)).toBe(RIGHT);
  });

  test.each([
    '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
    '首页 / 政务公开 / 政府信息公开年报',
    '当前位置: 网站首页 -> 政务公开 -> 2023年政府信息公开年报 -> 正文',
    '您的位置：首页>>水务局>>信息公开年报>>政府信息公开年报',
    '点击收听年报语音朗读',
    '热门搜索 公积金 社保',
    '长者版\n无障碍阅读',
    '图解链接：点击查看图解',
    '索 引 号：0021/2025-00351 公开方式：主动公开\n发布机构：市水务局 发文日期：2025-01-15',
    '字号：[大 中 小] 打印 关闭',
    '信息来源：水务局 发布日期：2025-01-20 浏览次数：12',
    '- 1 -',
  ])('below furniture: %j', (furniture) => {
    expect(origin(`${furniture}\n${TITLE}`)).toBe(RIGHT);
    expect(origin(`${furniture}\n\n砚泠市水务局\n2024年政府信息公开工作年度报告`)).toBe(RIGHT);
  });

  test.each([
    (title: string) => `标题：${title}`,
    (title: string) => `标 题 ${title}`,
    (title: string) => `名  称： ${title}`,
    (title: string) => `点击收听年报语音朗读${title}`,
    (title: string) => `长者版 ${title}`,
    (title: string) => `首页 > 年报 > ${title}`,
    (title: string) => `| ${title} |`,
    (title: string) => `${title}_砚泠市人民政府门户网站`,
    (title: string) => `《${title}》`,
    (title: string) => `【字体：大 中 小】${title}`,
    (title: string) => `<p><b>砚泠市水务局</b></p> <p>${title.slice(6)}</p>`,
    (title: string) => `<title>${title}</title>`,
    (title: string) => `# ${title}`,
  ])('glued to furniture: %#', (glue) => {
    expect(origin(glue(TITLE))).toBe(RIGHT);
  });

  test('keeps all of a long name, and brackets and digits in it', () => {
    for (const organ of [
      '砚泠市禾墨区第3档案局',
      '中共砚泠市委办公室（砚泠市档案局）',
      '国家税务总局砚泠市税务局',
      '砚泠市人民政府办公室',
      '砚泠经济技术开发区管理委员会',
      '中共砚泠市委机构编制委员会办公室',
      '砚泠市机关事务服务中心',
      '砚泠市国有资产监督管理委员会',
    ])
      expect(origin(`${organ}2024年政府信息公开工作年度报告`)).toBe(`${organ} 2024`);
  });

  test('in traditional characters names the organ as it is written', () => {
    expect(origin('硯泠市水務局2024年政府信息公開工作年度報告')).toBe('硯泠市水務局 2024');
  });
});

describe('without a title', () => {
  test.each([
    '根据条例规定，现公布砚泠市水务局2024年政府信息公开工作年度报告。',
    '现将砚泠市水务局2024年度政府信息公开工作情况报告如下：',
    '砚泠市水务局现向社会公布2024年政府信息公开工作年度报告。',
    '梳理编制砚泠市水务局2024年政府信息公开工作年度报告。统计期限自2024年1月1日起。',
    '本报告由砚泠市水务局编制，统计期限为2024年1月1日至2024年12月31日。',
    '砚泠市水务局根据《中华人民共和国政府信息公开条例》编制本报告，数据自2024年1月1日起至12月31日止。',
    '信息来源：砚泠市水务局\n统计期限自202411日起至20241231日止。',
    '发布机构：砚泠市水务局 发布日期：2025-01-15',
  ])('the introduction tells: %s', (introduction) => {
    expect(origin(introduction)).toBe(RIGHT);
  });

  test('the introduction tells the organ without its place, and whom to ask', () => {
    const year = '统计期限自2024年1月1日起至2024年12月31日止。';
    expect(origin('根据规定，现公布区水务局2024年政府信息公开工作年度报告。')).toBe('区水务局 2024');
    expect(origin('现将砚泠县人民政府（县人民政府办公室）2024年政府信息公开工作年度报告予以公布。')).toBe(
      '砚泠县人民政府（县人民政府办公室） 2024',
    );
    expect(origin(`${year}如有疑问，请与砚泠市水务局联系（地址：湖东路9号）。`)).toBe(RIGHT);
    expect(origin(`${year}如有疑问，请与砚泠市水务局办公室联系。`)).toBe(' 2024');
  });

  test('the signature tells', () => {
    expect(origin('', { end: '\n砚泠市水务局\n2025年1月20日\n' })).toBe(RIGHT);
    expect(origin('', { end: '\n砚泠市水务局 二〇二五年一月二十日\n' })).toBe(RIGHT);
    expect(origin('', { end: '\n砚泠市水务局\n2024年12月30日\n' })).toBe(RIGHT);
  });

  test('the prose of the first section tells', () => {
    expect(origin('', { one: '2024年，砚泠市水务局共收到申请3件，比2023年多1件。\n' })).toBe(RIGHT);
    for (const own of ['水务局', '市水务局'])
      expect(origin(`${own}2024年政府信息公开工作年度报告`, { one: '砚泠市水务局严格按照要求办理。\n' })).toBe(RIGHT);
    expect(origin('市水务局2024年政府信息公开工作年度报告', { one: '砚泠市档案局严格按照要求办理。\n' })).toBe(
      '市水务局 2024',
    );
  });

  test.each([
    '砚泠市水务局2024年政府信息公开工作年度报告.txt',
    '/a/2023/砚泠市水务局2024年报.txt',
    'C:\\x\\砚泠市水务局-2024.md',
  ])('the name of the file tells: %s', (name) => {
    expect(origin('', { name })).toBe(RIGHT);
    expect(origin('', { name: encodeURI(name) })).toBe(RIGHT);
  });

  test('a name of a file that says no more than a year gives no organ', () => {
    expect(origin('', { name: 'report-2024.txt' })).toBe(' 2024');
    expect(origin('', { name: '%E4%BD.txt' })).toBe(' undefined');
    expect(origin(TITLE, { name: '禾墨县档案局2024.txt' })).toBe(RIGHT);
  });

  test('nothing is made up', () => {
    expect(origin('依据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。')).toBe(' undefined');
    expect(origin('', { one: '全区各部门共收到申请3件。砚泠市累计公开信息12条。我局收到2件。\n' })).toBe(' undefined');
  });
});

describe('where the sources disagree', () => {
  const OLD = '砚泠市水务局2023年政府信息公开工作年度报告';

  test('the title counts more than any one of them', () => {
    expect(origin(OLD, { end: '\n砚泠市水务局\n2025年1月20日\n' })).toBe('砚泠市水务局 2023');
  });

  test('two others count more than the title', () => {
    const period = `${OLD}\n本报告的统计期限为2024年1月1日至2024年12月31日。`;
    expect(origin(period, { end: '\n砚泠市水务局\n2025年1月20日\n' })).toBe(RIGHT);
  });

  test('a year that cannot be is none', () => {
    expect(origin('砚泠市水务局2204年政府信息公开工作年度报告', { one: '2024年，公开12条。\n' })).toBe(RIGHT);
  });
});
