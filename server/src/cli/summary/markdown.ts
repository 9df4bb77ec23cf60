import { tableLines } from '../../edits/table-writer.ts';
import type { Aggregate } from '../../features/aggregate.ts';
import { formOf } from '../../report/forms/index.ts';
import { officialHeading, sectionForm } from '../../report/forms/sections.ts';
import { HEAD, rowOf } from '../../summary/columns.ts';
import type { Counted } from '../../summary/counted.ts';
import { failingTables } from '../../summary/failing.ts';
import { cellText, lacksOf, nameOf, type Summary, sumIn } from '../../summary/model.ts';
import { failingText, missingText } from '../../summary/words.ts';
import { markdownText } from '../../text/foreign.ts';
import { againstLines } from './text.ts';

/**
 * The summary as Markdown. Each sum has the title, the headings and the tables of a report, so that it can be taken over
 * into the government's own one, and can itself be checked.
 */
export function summaryMarkdown({ reports, sums, against, missing, organ }: Summary, verbose: boolean): string {
  const rule = HEAD.map((_, at) => (at === 0 ? '---' : '--:'));
  const rows = [HEAD, rule, ...reports.map((report) => rowOf(report).map(escaped))];
  const overview = rows.map((row) => `| ${row.join(' | ')} |`);
  const blocks = [
    ...sums.flatMap((sum) => sumBlocks(sum, organ)),
    ...(reports.length > 0 ? [['## 各机关报告'], overview] : []),
  ];
  if (against) blocks.push(['## 与本级报告比较'], againstLines(against, verbose, 'zh', escaped).map(listed));
  if (missing.length > 0)
    blocks.push(
      ['## 缺少报告的机关'],
      missing.map((each) => `- ${escaped(missingText(each))}`),
    );
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function sumBlocks(sum: Aggregate<Counted>, organ = '汇总'): string[][] {
  const failing = failingTables(sum);
  const title = `# ${escaped(organ)}${sum.year ?? ''}${sum.year === undefined ? '' : '年'}政府信息公开工作年度报告`;
  const form = formOf(sum.form);
  const tables = ([2, 3, 4] as const).flatMap((number) => {
    const lines = tableLines(form, number, 'pipes', (row, column) => {
      const cell = sumIn(sum, number, row.id, column.id);
      return cell ? cellText(cell) : '';
    });
    const notes = failing.filter(({ table }) => table === number).map((each) => `> ${escaped(failingText(each))}`);
    return [[`## ${officialHeading(sectionForm(number))}`], widened(lines), ...(notes.length > 0 ? [notes] : [])];
  });
  const lacks = lacksOf(sum).map(({ report, places }) => `- ${escaped(nameOf(report))}：${places.join('；')}`);
  const notes = lacks.length > 0 ? [['以下报告有空白或无法识别的数，没有计入合计：'], lacks] : [];
  return [[title], ...tables, ...notes];
}

/** A Markdown table is as wide as its head, and a narrow first line would hide what stands to the right of it. */
function widened([head = '', rule = '', ...rows]: readonly string[]): string[] {
  const width = (line: string) => line.split('|').length;
  const more = Math.max(0, ...rows.map(width)) - width(head);
  if (more <= 0) return [head, rule, ...rows];
  return [head + ' |'.repeat(more), rule + ' --- |'.repeat(more), ...rows];
}

const escaped = (text: string) => markdownText(text.replace(/\s+/g, ' '));

const listed = (line: string, at: number) =>
  at === 0 ? `${line}\n` : `${line.startsWith('    ') ? '  ' : ''}- ${line.trim()}`;
