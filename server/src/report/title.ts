import { digitOf, isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { skipBlank, skipTag } from '../text/tags.ts';
import type { Title } from './report.ts';

/** Titles stand at the top; further down the same words are prose or the name of a notice. */
const LINES_TO_SEARCH = 12;
const LONGEST = 120;
const SUBJECTS = ['政府信息公开', '政务信息公开'];
const ENDINGS = ['工作年度报告', '工作报告', '工作年报', '年度报告', '年度工作报告', '年报', '工作情况年度报告'];
/** A title that tells of a report (关于印发…, …发布…) is the title of another document. */
const ABOUT = ['关于', '印发', '发布', '公布', '报送', '通知', '《', '解读', '条例'];

/** The title among `lines[0, before)`: `某机关2024年政府信息公开工作年度报告`, perhaps broken over two or three lines. */
export function findTitle(text: string, lines: readonly Span[], before: number): Title | undefined {
  let seen = 0;
  for (let at = 0; at < before && seen < LINES_TO_SEARCH; at++) {
    const line = lines[at] as Span;
    if (isBlank(text, line)) continue;
    seen++;
    for (let last = at; last < Math.min(before, at + 3); last++) {
      const end = (lines[last] as Span).end;
      if (end - line.start > LONGEST || isBlank(text, lines[last] as Span)) break;
      const title = readTitle(text, { start: line.start, end });
      if (title) return title;
    }
  }
  return undefined;
}

function readTitle(text: string, span: Span): Title | undefined {
  const { characters, offsets } = squeeze(text, span);
  if (ABOUT.some((word) => characters.includes(word))) return undefined;
  for (const subject of SUBJECTS) {
    const at = characters.lastIndexOf(subject);
    const ending = at < 0 ? '' : characters.slice(at + subject.length);
    if (at < 0 || !ENDINGS.includes(withoutYear(ending))) continue;
    const head = characters.slice(0, at);
    const year = readYear(head) ?? readYear(ending);
    return {
      span: { start: offsets[0] as number, end: (offsets.at(-1) as number) + 1 },
      agency: withoutYear(head),
      year: year?.year,
    };
  }
  return undefined;
}

/** The visible characters of a span and where each stands; tags and the signs of Markdown go with the blanks. */
function squeeze(text: string, span: Span): { characters: string; offsets: number[] } {
  let characters = '';
  const offsets: number[] = [];
  for (let at = span.start; at < span.end; at++) {
    const next = skipBlank(text, skipTag(text, at, span.end), span.end);
    if (next > at) {
      at = next - 1;
      continue;
    }
    if ('#*'.includes(text[at] as string)) continue;
    characters += text[at];
    offsets.push(at);
  }
  return { characters, offsets };
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** `2024年`, `２０２４年度`, `二〇二四年`, also in brackets; where it stands and the year. */
function readYear(characters: string): { start: number; end: number; year: number } | undefined {
  for (let at = characters.indexOf('年'); at >= 0; at = characters.indexOf('年', at + 1)) {
    let year = 0;
    let start = at;
    for (let power = 1; start > 0 && at - start < 4; power *= 10) {
      const digit = yearDigit(characters, start - 1);
      if (digit < 0) break;
      year += digit * power;
      start--;
    }
    const end = characters[at + 1] === '度' ? at + 2 : at + 1;
    if (at - start === 4 && year >= 1990 && year <= 2100) return { start, end, year };
  }
  return undefined;
}

function yearDigit(characters: string, at: number): number {
  const digit = digitOf(characters.charCodeAt(at));
  if (digit >= 0) return digit;
  const character = characters[at] as string;
  return '○零Ｏ'.includes(character) ? 0 : CHINESE_DIGITS.indexOf(character);
}

function withoutYear(characters: string): string {
  const year = readYear(characters);
  const rest = year ? characters.slice(0, year.start) + characters.slice(year.end) : characters;
  return rest
    .replace(/^[（(]?[）)]?/, '')
    .replace(/[（(][）)]$/, '')
    .replace(/的$/, '');
}

function isBlank(text: string, line: Span): boolean {
  for (let at = line.start; at < line.end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
