import { printable, printableLines } from '../text/foreign.ts';
import { type Group, groupsByCause } from './causes.ts';
import { codeFrame, prepareCodeFrame, WIDEST } from './code-frame.ts';
import type { Diagnostic } from './json-format.ts';
import { type Locale, sayIn } from './locale.ts';
import type { Change, Checked, SourceLine } from './result.ts';
import { severityLook } from './severity-words.ts';
import { placeText } from './source-place.ts';
import type { Terminal } from './terminal.ts';

/** What is left of the terminal for a line of the report, at least. */
const NARROWEST = 40;

/** A report with its findings, a blank line after it; nothing at all when there is nothing to say. */
export async function reportText({ report, lines = [] }: Checked, terminal: Terminal, locale: Locale): Promise<string> {
  const { path, title, diagnostics } = report;
  if (diagnostics.length === 0) return '';
  const { bold, dim } = terminal.colors;
  const heading = `${bold(printable(path))}  ${dim(printable(title))}`.trimEnd();
  for (const { text } of lines) await prepareCodeFrame(text);
  // Sums that fail together have the same ways: they are listed once.
  const listed = new Set<string>();
  const findings = groupsByCause(diagnostics).map((group) => {
    const text = groupText(group, lines[diagnostics.indexOf(group.finding)] ?? NO_LINE, terminal, locale);
    const ways = (group.finding.ways ?? []).join('\n');
    if (ways === '' || listed.has(ways)) return text;
    listed.add(ways);
    return [text, ...wayLines(group.finding.ways ?? [], terminal, locale)].join('\n');
  });
  return [heading, ...findings, '', ''].join('\n');
}

const NO_LINE: SourceLine = { text: '', offset: 0 };

/** A finding, and below it those that go when it is put right. */
function groupText({ finding, consequences }: Group, line: SourceLine, terminal: Terminal, locale: Locale): string {
  const followed = consequences.map((each) => consequenceText(each, terminal, locale));
  return [findingText(finding, line, terminal, locale), ...followed].join('\n');
}

/** `         改法 1：“四、结转下年度·自然人”，写 2，应为 1`, a line each. */
function wayLines(ways: readonly string[], { colors }: Terminal, locale: Locale): string[] {
  const say = sayIn(locale);
  return ways.map(
    (way, at) => `${' '.repeat(9)}${colors.dim(say(`改法 ${at + 1}：`, `way ${at + 1}: `))}${printable(way)}`,
  );
}

/** `57:20 错误 “自然人”一列… (outcome-total)`, then the faulty line with carets under the cell. */
function findingText(found: Diagnostic, line: SourceLine, { colors, columns }: Terminal, locale: Locale): string {
  const {
    code,
    message,
    severity,
    range: { start, end },
  } = found;
  const { word, paint } = severityLook(severity, locale);
  const number = String(start.line + 1).padStart(6);
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns - number.length - 4));
  const to = end.line > start.line ? line.text.length : end.character - line.offset;
  const { text, carets } = codeFrame(line.text, start.character - line.offset, to, width);
  return [
    `  ${colors.bold(placeText(found, locale))} ${colors[paint](word)} ${printable(message)} ${colors.dim(`(${code})`)}`,
    `${colors.dim(`${number} |`)} ${text}`.trimEnd(),
    `${colors.dim(`${' '.repeat(number.length)} |`)} ${colors[paint](carets)}`,
  ].join('\n');
}

/** `       └ 97:2 “一、本年新收”行总计写 58，各项之和 68，差 10 (row-total)` */
function consequenceText(found: Diagnostic, { colors }: Terminal, locale: Locale): string {
  const [first = ''] = printable(found.message).split(locale === 'zh' ? /[。：]/ : /\. |: /, 1);
  const follows = sayIn(locale)('因此：', 'hence: ');
  return `${' '.repeat(7)}${colors.dim('└')} ${placeText(found, locale)} ${follows}${first} ${colors.dim(`(${found.code})`)}`;
}

/** How a report was read, below its path. */
export function explanationText({ source, explanation = '' }: Checked): string {
  return printableLines(`${source.path.replaceAll('\n', ' ')}\n${explanation}\n`);
}

/** `a/b.txt:57:20 （一）予以公开·总计 13 → 12`, one line a change. */
export function changesText({ source, changes }: Checked, locale: Locale): string {
  return changes.map((change) => `${printable(source.path)}:${changeText(change, locale)}\n`).join('');
}

function changeText({ line, column, name, from, to }: Change, locale: Locale): string {
  const blank = sayIn(locale)('（空）', '(blank)');
  return `${line}:${column} ${printable(name)} ${from === '' ? blank : printable(from)} → ${printable(to)}`;
}

/** `a/b.txt:57:20 已忽略：…（row-total，指纹 1f…9c）理由：…`, one line a finding that a `.zfxxgk.json` keeps out. */
export function dismissedText({ source, dismissals = [] }: Checked, locale: Locale): string {
  const say = sayIn(locale);
  return dismissals
    .map(({ line, column, code, message, reason, fingerprint }) => {
      const place = `${printable(source.path)}:${line}:${column}`;
      const zh = `${place} 已忽略：${printable(message)}（${code}，指纹 ${fingerprint}）理由：${printable(reason) || '未写'}`;
      const en = `${place} dismissed: ${printable(message)} (${code}, fingerprint ${fingerprint}) because: ${printable(reason) || 'not said'}`;
      return `${say(zh, en)}\n`;
    })
    .join('');
}
