import type { Locale } from '../checks/wording/index.ts';
import type { Expected, Problem } from './config.ts';

/** More places than this are counted, not listed: one message is to be read. */
const MOST = 3;

/**
 * The one message on a `.zfxxgk.json` that cannot be used as it is: which file, where in it, what was expected.
 *
 * @param path the file as its reader knows it
 * @param problems at least one
 */
export function describeProblems(path: string, problems: readonly Problem[], locale: Locale): string {
  const { problem, colon, stop, more, rest } = WORDS[locale];
  const shown = problems.slice(0, MOST).map(problem);
  const left = problems.length - shown.length;
  return `${path}${colon}${[...shown, ...(left > 0 ? [more(left)] : [])].join(stop)}${rest}`;
}

interface Words {
  readonly problem: (problem: Problem) => string;
  readonly colon: string;
  readonly stop: string;
  readonly more: (count: number) => string;
  readonly rest: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    problem: ({ line, column, place, written, expected }) =>
      `第 ${line} 行第 ${column} 列${place && ` ${place}`}${written === undefined ? '' : ` 写的是 ${written}`}，${zh(expected)}`,
    colon: '：',
    stop: '；',
    more: (count) => `另有 ${count} 处`,
    rest: '。这些不起作用，其余照常使用。',
  },
  en: {
    problem: ({ line, column, place, written, expected }) =>
      `${line}:${column}${place && ` ${place}`}${written === undefined ? '' : ` is ${written}`}, ${en(expected)}`,
    colon: ': ',
    stop: '; ',
    more: (count) => `and ${count} more`,
    rest: '. These have no effect; the rest is used.',
  },
};

function zh(expected: Expected): string {
  switch (expected.kind) {
    case 'syntax':
      return '不是合法的 JSON';
    case 'depth':
      return '括号嵌套太深';
    case 'object':
      return '应为 { … }';
    case 'list':
      return '应为 [ … ]';
    case 'string':
      return '应为文字';
    case 'pattern':
      return '应为通配符（glob），如 "归档/**"；可用 * ** ? [] {}，不支持以 ! 开头和 +(…) 之类的写法，不超过 1000 字';
    case 'dismissal':
      return '应为 { "path": …, "code": …, "fingerprint": …, "reason": … }';
    case 'count':
      return `太多，只用前 ${expected.most} 个`;
    case 'profile':
      return '应为 { "sections": { "1": { "most": 1000 } }, "signedBy": "01-31", "copiedShare": 60 } 这样的要求';
    case 'one-of':
      return `应为 ${expected.options.join('、')} 之一`;
    case 'rule':
      return '没有这条规则（zfxxgk rules 列出全部规则，编辑器中有补全）';
    case 'key':
      return `没有这个名称，可用的有 ${expected.options.join('、')}`;
  }
}

function en(expected: Expected): string {
  switch (expected.kind) {
    case 'syntax':
      return 'not valid JSON';
    case 'depth':
      return 'nested too deeply';
    case 'object':
      return 'expected { … }';
    case 'list':
      return 'expected [ … ]';
    case 'string':
      return 'expected a string';
    case 'pattern':
      return 'expected a glob such as "归档/**", of * ** ? [] {}; a leading ! or +(…) is not supported, nor more than 1000 characters';
    case 'dismissal':
      return 'expected { "path": …, "code": …, "fingerprint": …, "reason": … }';
    case 'count':
      return `too many, only the first ${expected.most} count`;
    case 'profile':
      return 'expected demands such as { "sections": { "1": { "most": 1000 } }, "signedBy": "01-31", "copiedShare": 60 }';
    case 'one-of':
      return `expected one of ${expected.options.join(', ')}`;
    case 'rule':
      return 'no such rule (zfxxgk rules lists them all, editors complete their names)';
    case 'key':
      return `no such name; there are ${expected.options.join(', ')}`;
  }
}
