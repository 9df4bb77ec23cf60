import type { CodeLens, Command } from 'vscode-languageserver';
import type { Locale } from '../../checks/finding.ts';
import { type TableLens, tableLenses } from '../../features/lenses.ts';
import { TABLE_NAMES, type TableNumber } from '../../report/forms/form.ts';
import type { Server } from '../context.ts';
import { toRange } from '../convert.ts';
import { COMMANDS } from '../executable.ts';
import { isExtract } from '../office/address.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** `表三：2 处不符 · 更新总计 · 画出表格 · 与上年比较` above each table. */
export function handleLenses({ connection, client, store, configuration }: Server): void {
  connection.onCodeLens(
    answer(store, (report): CodeLens[] | undefined => {
      const { analysis, document, currentFindings } = report;
      if (!analysis || !configuration.codeLens) return undefined;
      return tableLenses(analysis, currentFindings).flatMap((lens) => {
        const range = toRange(document, lens.span);
        const commands = client.lenses ? ownCommands(report, lens, client.locale) : [];
        const others = !client.lenses && client.executes ? serverCommands(report, lens, client.locale) : [];
        return [count(report, lens, client), ...commands, ...others].map((command) => ({ range, command }));
      });
    }),
  );
}

const WORDS = {
  zh: {
    table: (number: TableNumber) => TABLE_NAMES[number],
    wrong: (count: number) => `${count} 处不符`,
    others: (count: number) => `${count} 条提示`,
    recompute: '更新总计',
    draw: '画出表格',
    compare: '与上年比较',
  },
  en: {
    table: (number: TableNumber) => `Table ${number}`,
    wrong: (count: number) => `${count} wrong`,
    others: (count: number) => `${count} hints`,
    recompute: 'Update totals',
    draw: 'Draw',
    compare: 'Compare with last year',
  },
} as const satisfies Record<Locale, object>;

interface Reader {
  readonly locale: Locale;
  readonly lenses: boolean;
}

/** What is wrong in the table; our own client goes to the first place. Without a command an editor shows the words only. */
function count(
  { uri, document }: OpenReport,
  { table, wrong, others }: TableLens,
  { locale, lenses }: Reader,
): Command {
  const words = WORDS[locale];
  const [first] = wrong;
  if (!first) {
    const state = others > 0 ? words.others(others) : '✓';
    return { title: `${words.table(table)}${others > 0 ? COLON[locale] : ' '}${state}`, command: '' };
  }
  const title = `${words.table(table)}${COLON[locale]}${words.wrong(wrong.length)}`;
  if (!lenses) return { title, command: '' };
  return { title, command: 'zfxxgk.goToFinding', arguments: [uri, toRange(document, first.finding.span)] };
}

const COLON = { zh: '：', en: ': ' } as const;

function ownCommands(report: OpenReport, { span, stale, before }: TableLens, locale: Locale): Command[] {
  const { uri, document } = report;
  const words = WORDS[locale];
  return [
    // Into the text of a document nothing can be written.
    ...(stale && !isExtract(uri) ? [{ title: words.recompute, command: 'zfxxgk.recomputeTotals' }] : []),
    { title: words.draw, command: 'zfxxgk.draw' },
    ...(before
      ? [
          {
            title: words.compare,
            command: 'zfxxgk.compareYears',
            arguments: [before.uri, uri, toRange(document, span)],
          },
        ]
      : []),
  ];
}

/** Other editors send the command that the server has for it. */
function serverCommands({ uri }: OpenReport, { stale }: TableLens, locale: Locale): Command[] {
  if (!stale || isExtract(uri)) return [];
  return [{ title: WORDS[locale].recompute, command: COMMANDS.recomputeTotals, arguments: [{ uri }] }];
}
