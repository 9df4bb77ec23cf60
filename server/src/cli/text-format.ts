import type { Balance } from './baseline.ts';
import { codeFrame, prepareCodeFrame, WIDEST } from './code-frame.ts';
import type { Diagnostic } from './json-format.ts';
import { printable } from './printable.ts';
import type { Change, Checked, Skipped, SourceLine, Tally } from './result.ts';
import type { Colors, Terminal } from './terminal.ts';

const SEVERITIES: Readonly<Record<Diagnostic['severity'], { readonly word: string; readonly paint: keyof Colors }>> = {
  1: { word: '错误', paint: 'red' },
  2: { word: '警告', paint: 'yellow' },
  3: { word: '信息', paint: 'cyan' },
  4: { word: '提示', paint: 'cyan' },
};

/** `错误`, for a severity as LSP counts it. */
export function severityWord(severity: Diagnostic['severity']): string {
  return SEVERITIES[severity].word;
}

/** What is left of the terminal for a line of the report, at least. */
const NARROWEST = 40;

/** A report with its findings, a blank line after it; nothing at all when there is nothing to say. */
export async function reportText({ report, lines = [] }: Checked, terminal: Terminal): Promise<string> {
  const { path, title, diagnostics } = report;
  if (diagnostics.length === 0) return '';
  const { bold, dim } = terminal.colors;
  const heading = `${bold(printable(path))}  ${dim(printable(title))}`.trimEnd();
  for (const { text } of lines) await prepareCodeFrame(text);
  const findings = diagnostics.map((each, at) => findingText(each, lines[at] ?? NO_LINE, terminal));
  return [heading, ...findings, '', ''].join('\n');
}

const NO_LINE: SourceLine = { text: '', offset: 0 };

/** `57:20 错误 “自然人”一列… (outcome-total)`, then the faulty line with carets under the cell. */
function findingText(
  { code, message, severity, range: { start, end }, source }: Diagnostic,
  line: SourceLine,
  { colors, columns }: Terminal,
): string {
  const { word, paint } = SEVERITIES[severity];
  const number = String(start.line + 1).padStart(6);
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns - number.length - 4));
  const to = end.line > start.line ? line.text.length : end.character - line.offset;
  const { text, carets } = codeFrame(line.text, start.character - line.offset, to, width);
  const page = source?.page === undefined ? '' : `（第 ${source.page} 页）`;
  const place = colors.bold(`${start.line + 1}:${start.character + 1}${page}`);
  return [
    `  ${place} ${colors[paint](word)} ${printable(message)} ${colors.dim(`(${code})`)}`,
    `${colors.dim(`${number} |`)} ${text}`.trimEnd(),
    `${colors.dim(`${' '.repeat(number.length)} |`)} ${colors[paint](carets)}`,
  ].join('\n');
}

/** How a report was read, below its path. */
export function explanationText({ source, explanation = '' }: Checked): string {
  const lines = explanation.split('\n').map(printable);
  return [printable(source.path), ...lines, ''].join('\n');
}

/** `a/b.txt:57:20 （一）予以公开·总计 13 → 12`, one line a change. */
export function changesText({ source, changes }: Checked): string {
  return changes.map((change) => `${printable(source.path)}:${changeText(change)}\n`).join('');
}

function changeText({ line, column, name, from, to }: Change): string {
  return `${line}:${column} ${name} ${from === '' ? '（空）' : printable(from)} → ${to}`;
}

const REASONS: Readonly<Record<Skipped['reason'], string>> = {
  'not-a-report': '不像政府信息公开工作年度报告，已跳过',
  binary: '是二进制文件，已跳过',
  unreadable: '无法读取',
  'too-large': '超过 64 MB，已跳过',
  ignored: '按 .zfxxgk.json 中的 ignore 不检查',
  failed: '处理时出错，没有检查',
};

/** Why a file was not checked, or not written; undefined when that goes without saying. */
export function noticeText(result: Checked | Skipped): string | undefined {
  if (result.kind === 'report') {
    const said = [...(result.failure ? [`没有写入，${result.failure}`] : []), ...(result.notes ?? [])];
    return said.length > 0 ? `${printable(result.source.path)}：${said.join('；')}` : undefined;
  }
  const quiet = result.reason === 'not-a-report' || result.reason === 'ignored';
  if (quiet && !result.source.named) return undefined;
  return skipText(result);
}

/** Why a file was not checked. */
export function skipText({ source, reason, detail }: Skipped): string {
  const words = reason === 'binary' && detail ? '没有检查' : REASONS[reason];
  return `${printable(source.path)}：${words}${detail ? `（${detail}）` : ''}`;
}

/** `基线 known.json：12 处已知问题不计，3 处已不再出现` */
export function balanceText({ file, accepted, gone, written }: Balance): string {
  const left = gone > 0 ? `，${gone} 处已不再出现` : '';
  if (written !== undefined) return `基线 ${printable(file)}：已写入 ${written} 处${left}`;
  return `基线 ${printable(file)}：${accepted} 处已知问题不计${left}`;
}

/** `3 份报告，2 个错误，1 个警告，4 条信息；跳过 2 个文件` */
export function tallyText({ reports, errors, warnings, notes, dismissed, changes, skipped }: Tally): string {
  const found = `${reports} 份报告，${errors} 个错误，${warnings} 个警告，${notes} 条信息`;
  const fixed = changes > 0 ? `；改正 ${changes} 处` : '';
  const known = dismissed > 0 ? `；按 .zfxxgk.json 忽略 ${dismissed} 处` : '';
  return `${found}${known}${fixed}${skipped > 0 ? `；跳过 ${skipped} 个文件` : ''}`;
}
