import { readdirSync, readFileSync } from 'node:fs';
import type { Profile } from '../../server/src/checks/demands.ts';
import { readConfig } from '../../server/src/project/config.ts';

const FOLDER = new URL('../../docs/rules/', import.meta.url);
const COMPLETE = readFileSync(new URL('complete.md', import.meta.url), 'utf8');
/** The report of the year before, which agrees with it. */
const COMPLETE_BEFORE = [
  ['2024年', '2023年'],
  ['在县政府网站登载林区防火、苗木补贴等信息96条', '与乡镇合办林业赶集四次，现场解答采伐证怎么办'],
  ['申请由局办公室统一登记、按期答复，件数见第三部分的统计表', '来信来访当天转到股室，超过十天没有回音的由局长过问'],
  ['发文时一并确定公开属性，旧文件每季度复核一遍', '请档案馆帮忙清点了历年的造林合同'],
  ['网站栏目指定专人照看，失效链接当周更换', '短信平台并入县里的统一号码，停用旧的公众号'],
  ['| 行政规范性文件 | 1 | 0 | 7 |', '| 行政规范性文件 | 2 | 0 | 6 |'],
  [
    '| 一、本年新收政府信息公开申请数量 | 9 | 1 | 0 | 0 | 4 | 0 | 14 |',
    '| 一、本年新收政府信息公开申请数量 | 10 | 1 | 0 | 0 | 4 | 1 | 16 |',
  ],
  ['| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 1 | 3 |'],
].reduce((text, [from = '', to = '']) => text.replace(from, to), COMPLETE);

/** A fenced block of a page: lines of a report, and the codes that it must give, which stand behind the fence. */
export interface Example {
  readonly codes: readonly string[];
  readonly text: string;
  /** Lines of last year's report: the block before, when 上年 stands behind its fence. */
  readonly before?: string;
}

/** One page of docs/rules. */
export interface Page {
  readonly title: string;
  readonly level: string;
  readonly headings: readonly string[];
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  /** What its examples have in `.zfxxgk.json`. */
  readonly profile: Profile;
}

/** The codes that have a page. */
export const PAGE_CODES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length))
  .sort();

export function readText(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

export function readPage(code: string): Page {
  const text = readText(`${code}.md`);
  return {
    title: text.slice(0, text.indexOf('\n')),
    level: /^\*\*级别\*\*：(.*)$/m.exec(text)?.[1] ?? '',
    headings: [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading),
    bad: examplesIn(sectionOf(text, '错误示例')),
    good: examplesIn(sectionOf(text, '正确示例')),
    profile: profileIn(sectionOf(text, '错误示例')),
  };
}

function sectionOf(text: string, heading: string): string {
  return text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

function profileIn(section: string): Profile {
  const [, json] = /`(\{ "profile".*\})`/.exec(section) ?? [];
  return json === undefined ? {} : (readConfig(json).config.profile ?? {});
}

function examplesIn(section: string): Example[] {
  const blocks = [...section.matchAll(/^```text(.*)\n([\s\S]*?)\n```$/gm)].map(([, codes = '', text = '']) => ({
    codes: codes.split(' ').filter((code) => code !== ''),
    text,
  }));
  return blocks.flatMap((block, at) => {
    if (isBefore(block)) return [];
    const last = blocks[at - 1];
    return last && isBefore(last) ? { ...block, before: last.text } : block;
  });
}

const isBefore = ({ codes }: Example) => codes.includes('上年');

/** Stands for the end of the report where an example shows that nothing follows. */
const END = '（全文完）';
const OMITTED = '……';

/**
 * Puts an example into a complete report. Each of its pieces (`……` parts them) takes the place of the lines from the
 * first to the last one that go by the names of its own lines; so a row that the piece does not hold is gone.
 */
export function completed({ text }: Example): string {
  return put(text, COMPLETE);
}

/** The whole of last year's report in an example that shows lines of it. */
export function completedBefore({ before }: Example): string | undefined {
  return before === undefined ? undefined : put(before, COMPLETE_BEFORE);
}

function put(text: string, complete: string): string {
  let lines = [...complete.trimEnd().split('\n'), END];
  for (const piece of text.split(`\n${OMITTED}\n`).map((each) => each.split('\n'))) {
    const places = piece.flatMap((line) => placeOf(lines, line));
    if (places.length === 0) throw new RangeError(`no line of the complete report is like ${piece[0]}`);
    lines = [...lines.slice(0, Math.min(...places)), ...piece, ...lines.slice(Math.max(...places) + 1)];
  }
  return `${lines.filter((line) => line !== END).join('\n')}\n`;
}

/** Where the only line of this name stands; none for a line without a name or whose name comes twice. */
function placeOf(lines: readonly string[], line: string): number[] {
  const name = nameOf(line);
  const places = lines.flatMap((each, at) => (nameOf(each) === name ? [at] : []));
  return name !== '' && places.length === 1 ? places : [];
}

/** The title may be another; `| 2.重复申请 | 0 | 0 |` and `3.重复申请` go by 重复申请, `6、其他需要报告的事项` by 其他需要报告的事项. */
function nameOf(line: string): string {
  if (line.includes('政府信息公开工作年度报告')) return '标题';
  const [label = ''] = line.replace(/^\| /, '').split(' |');
  return label.trim().replace(/^(?:（[一二三四五六七]）|[一二三四五六\d]+[、.])/, '');
}
