/**
 * The TextMate grammar and the language configuration. Most tests are marked text: `⟦…⟧{kind}` stands around what must
 * be coloured as that kind, and all that is unmarked must stay plain, so that a missing and an extra colour fail alike.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const syntaxes = new URL('../../syntaxes/', import.meta.url);
const reports = new URL('../../../shared/reports/', import.meta.url);

/** The vocabulary of the marked texts: each kind and the scope that themes see, without the suffix of the language. */
const kinds = {
  title: 'markup.heading.title',
  section: 'markup.heading.section',
  sub: 'markup.heading.sub',
  block: 'entity.name.type.block',
  document: 'entity.name.tag.row.document',
  main: 'keyword.other.row.main',
  group: 'entity.name.type.row.group',
  leaf: 'entity.name.tag.row.leaf',
  rest: 'entity.name.tag.row.rest',
  column: 'entity.other.attribute-name.column',
  total: 'keyword.control.total',
  value: 'constant.numeric.value',
  none: 'constant.language.not-applicable',
  number: 'constant.numeric.prose',
  note: 'comment.block.note',
  remark: 'comment.line.note',
  page: 'comment.line.page-number',
  point: 'keyword.other.enumeration',
  book: 'string.quoted.other.title',
  docno: 'constant.other.document-number',
} as const;
type Kind = keyof typeof kinds;
const kindOf = new Map<string, Kind>(
  Object.entries(kinds).map(([kind, scope]) => [`${scope}.zfxxgk-report`, kind as Kind]),
);

interface Piece {
  readonly line: number;
  readonly text: string;
  /** The outermost kind, since a total inside a row's label is still part of that label. */
  readonly kind: Kind | undefined;
  readonly scopes: readonly string[];
}

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(new Uint8Array(wasm));
  const source = readFileSync(new URL('zfxxgk-report.tmLanguage.json', syntaxes), 'utf8');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(source, 'zfxxgk-report.tmLanguage.json'),
  });
  const loaded = await registry.loadGrammar('text.zfxxgk-report');
  if (loaded === null) throw new Error('The grammar could not be loaded.');
  grammar = loaded;
});

function tokenize(text: string): Piece[] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).flatMap((content, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line,
      text: content.slice(startIndex, endIndex),
      kind: scopes.map((scope) => kindOf.get(scope)).find((kind) => kind !== undefined),
      scopes,
    }));
  });
}

/** Neighbours of one kind on one line are one run: an ordinal and its label are tokens of their own. */
function runs(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.line === piece.line && last.kind === piece.kind) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

/** Writes the marks into the text again; spaces at the edge of a run have no colour that anyone could see. */
function mark(text: string): string {
  const lines = text.split('\n').map(() => '');
  for (const run of runs(tokenize(text))) {
    lines[run.line] += run.kind ? run.text.replace(/^(\s*)(.*?)(\s*)$/, `$1⟦$2⟧{${run.kind}}$3`) : run.text;
  }
  return lines.join('\n');
}

const strip = (marked: string): string => marked.replace(/⟦|⟧\{[a-z]+\}/g, '');

function expectColours(marked: string): void {
  expect(mark(strip(marked))).toBe(marked);
}

/** The colours of the last lines when a table stands before them, where fragments of labels are coloured too. */
function expectColoursAfterTable(marked: string): void {
  expectColours(`⟦二、主动公开政府信息情况⟧{section}\n⟦规章⟧{document} ⟦0⟧{value} ⟦0⟧{value} ⟦0⟧{value}\n${marked}`);
}

describe('title', () => {
  test.each([
    '⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}',
    '# ⟦云岭县林业局 2024 年度政府信息公开工作报告⟧{title}',
    '⟦2024年云岭县林业局政府信息公开工作年报⟧{title}',
    '⟦政府信息公开工作年度报告（2024年度）⟧{title}',
    '\n\n⟦云岭县林业局2024年政府信息公开工⟧{title}\n⟦作年度报告⟧{title}\n\n⟦一、总体情况⟧{section}',
    '## ⟦云岭县林业局⟧{title}\n## ⟦2024年度政府信息公开工作年度报告⟧{title}',
    '<h1>⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}</h1>',
  ])('%s', (marked) => {
    // The number signs and tags before a title belong to its line but not to its name.
    const named = runs(tokenize(strip(marked)).filter(({ text }) => !/^\s*(?:#+|<[^>]*>)?\s*$/.test(text)));
    const titles = marked.match(/(?<=⟦)[^⟧]+(?=⟧\{title\})/g);
    expect(named.filter(({ kind }) => kind === 'title').map(({ text }) => text)).toEqual(titles);
  });

  it('is coloured again as the head of a later page, but not inside a sentence', () => {
    expectColours(
      `⟦一、总体情况⟧{section}
⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}
云岭县林业局
现将⟦2024⟧{number}年政府信息公开工作年度报告
本报告为云岭县林业局⟦2024⟧{number}年政府信息公开工作年度报告，共六部分。`,
    );
  });

  it('does not reach over the first sentence', () => {
    expectColours('我们去年写过一份报告。\n云岭县林业局\n⟦2024⟧{number}年政府信息公开工');
  });
});

describe('section headings', () => {
  const headings = [
    '一、总体情况',
    '一、总体概述',
    '二、主动公开政府信息情况',
    '二、行政机关主动公开政府信息情况',
    '、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '三、行政机关收到和处理政府信息公开申请情况',
    '三、依申请公开政府信息情况',
    '3、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '四、政府信息公开行政复议和行政诉讼情况',
    '四、政府信息公开行政复议行政诉讼情况',
    '四、政府信息公开行政复议及行政诉讼情况',
    '四、因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '五、政府信息公开工作存在的主要问题和改进措施',
    '五、存在问题及改进措施',
    '五、存在的问题',
    '六、其他需要报告的事项',
    '六、其它需要报告的事项',
    '六、其他需要报告事项',
    '一、其他需要说明的事项',
    '6、 其他需要报告的事项',
    '６．其他需要报告的事项',
    '总体情况',
    '其他需要报告的事项',
  ];

  test.each(headings)('%s, at the start and after a table', (heading) => {
    expectColours(`\n⟦${heading}⟧{section}`);
    expectColoursAfterTable(`⟦${heading}⟧{section}`);
  });

  test.each(['## H', '#### H', '  H', 'H |', 'H：', '**H**', '<p>H</p>', 'H\f'])('set as %s', (setting) => {
    for (const heading of ['四、政府信息公开行政复议、行政诉讼情况', '六、其他需要报告的事项']) {
      const named = tokenize(setting.replace('H', heading)).filter(({ kind }) => kind === 'section');
      expect(named.map(({ text }) => text).join('')).toContain(heading);
    }
  });

  it('are not rows, sub-headings or sentences that sound like them', () => {
    expectColoursAfterTable(`⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}
⟦四、结转下年度继续办理⟧{main} ⟦3⟧{value}
行政复议、行政诉讼情况见下表。
⟦五、存在的主要问题及改进情况⟧{section}
⟦1.存在的主要问题⟧{sub}
⟦（二）改进情况⟧{sub}
⟦一、⟧{point}其他需要报告的事项见附件，请查收
一般存在的问题`);
  });
});

describe('prose', () => {
  it('colours sub-headings up to a full stop, a colon or the end of the line', () => {
    expectColours(
      `⟦一、总体情况⟧{section}
⟦（一）主动公开⟧{sub}
⟦(二) 依申请公开情况⟧{sub}。收到⟦７⟧{number}件。
### ⟦（三）政府信息管理⟧{sub}
⟦（四）平台建设方面⟧{sub}：⟦一是⟧{point}改版；⟦二是⟧{point}整合。
⟦1.监督保障⟧{sub}
⟦2、⟧{point}加强培训，配齐人员。⟦3.⟧{point}下沉一线`.replace('### ⟦', '⟦### '),
    );
  });

  it('colours values, titles of documents and their numbers, and no number inside a name or an address', () => {
    expectColours(`依据⟦《政务公开办法》⟧{book}（⟦国办函〔2020〕109号⟧{docno}），⟦2024⟧{number}年收费⟦1,234.5⟧{number}万元，占⟦3.5⟧{number}%。
经⟦豫政办〔2023〕12号⟧{docno}同意，建成5G点位⟦12⟧{number}个，⟦2023⟧{number}，⟦2024⟧{number}年，见 https://example.org/2024/1.html`);
  });

  it('never takes the words of the form for rows', () => {
    expectColours(`⟦五、存在的主要问题及改进情况⟧{section}
其他
公开申请
行政许可 ⟦3⟧{number} 件，总计 ⟦4⟧{number} 件
⟦1.属于国家秘密⟧{sub}
⟦（一）予以公开⟧{sub}`);
  });

  it('does not run on after a lost closing mark', () => {
    expectColours('依据⟦《政务公开办法⟧{book}\n收费⟦3⟧{number}元');
  });
});

describe('tables', () => {
  it('table 2, with all ways of writing a number', () => {
    expectColoursAfterTable(`⟦第二十条第（八）项⟧{block}
⟦信息内容⟧{column} ⟦本年收费金额（单位：万元）⟧{column}
⟦行政事业性收费⟧{document} ⟦43.788⟧{value}万元
⟦行政规范性文件⟧{document}	⟦1,234⟧{value}	⟦１２⟧{value}	⟦+3⟧{value}
⟦行政许可⟧{document} | ⟦22⟧{value}（其中变更⟦16⟧{number}件） |
⟦行政处罚⟧{document}	⟦-⟧{none}	⟦/⟧{none}
⟦- 5 -⟧{page}
⟦（注：含下属单位3家）⟧{remark}`);
  });

  it('table 3 with spaces: labels and heads are wrapped, and an ordinal is no value', () => {
    expectColours(`⟦三、收到和处理政府信息公开申请情况⟧{section}
⟦（本列数据的勾稽关系为：第一项加第二项之和，等于⟧{note}
⟦第三项加第四项之和）⟧{note}
⟦自然⟧{column}
⟦人⟧{column}
⟦总计⟧{total}⟦商业⟧{column}
⟦企业⟧{column}
⟦三、本⟧{main}
⟦年度办⟧{main}
⟦理结果⟧{main}
⟦（二）部分公开（区分处理的，只计这一情⟧{group}
⟦形，不计其他情形）⟧{rest}
⟦0⟧{value} ⟦4⟧{value}
⟦（三）不⟧{group}
⟦予公开⟧{group}
⟦1.属于国家秘密⟧{leaf} ⟦0⟧{value} ⟦22⟧{value}
⟦3.危及“三安全一稳定”⟧{leaf} ⟦1⟧{value} ⟦2⟧{value}
⟦1、逾期不补正⟧{leaf} ⟦5⟧{value}
⟦（七）总计⟧{group} ⟦87⟧{value}`);
  });

  it('table 3 with tabs, pipes, tags, and all of it on one line', () => {
    expectColoursAfterTable(`⟦三、本年度办理结果⟧{main}	⟦(一) 予以公开⟧{group}		⟦4⟧{value}
	⟦(三) 不予公开⟧{group}	⟦1. 属于国家秘密⟧{leaf}	⟦0⟧{value}
| ⟦（四）无法提供⟧{group} | ⟦3.补正后申请内容仍不明确⟧{leaf} | ⟦0⟧{value} |  |
<tr><td colspan="3">⟦（七）总计⟧{group}</td><td>⟦12⟧{value}</td></tr>
⟦三、本年度办理结果⟧{main} ⟦（一）予以公开⟧{group} ⟦1⟧{value} ⟦2⟧{value} ⟦（三）不予公开⟧{group} ⟦2.其他法律行政法规禁止公开⟧{leaf} ⟦3⟧{value}`);
  });

  it('table 3 with each cell on its own line', () => {
    expectColoursAfterTable(`	⟦法人或其他组织⟧{column}
	⟦总计⟧{total}
	⟦其他⟧{column}
	⟦三、本年度办理结果⟧{main}
	⟦（六）其他处理⟧{group}
	⟦3.其他⟧{leaf}
	  ⟦23⟧{value}`);
  });

  it('a table whose heading is lost', () => {
    expectColours(`本表如下。
⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}
⟦（一）予以公开⟧{group} ⟦3⟧{value}`);
  });

  it('a note that is never closed ends at the next row', () => {
    expectColoursAfterTable(`⟦（本列数据的勾稽关系为：第一项加第二项⟧{note}
⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}`);
  });

  it('the word 总计 has a scope of its own inside the label of its row', () => {
    const total = tokenize('二、主动公开政府信息情况\n（七）总计 5').find(({ text }) => text === '总计');
    expect(total?.scopes).toContain('keyword.control.total.zfxxgk-report');
  });
});

describe('hostile lines', () => {
  const units = [
    '（一）',
    '1.属于',
    '1,111,',
    '<a ',
    '\t',
    '局',
    '政府信息公开',
    '2024年',
    '存在的',
    '年',
    '# ',
    '申请人 ',
  ];

  test.each(units)('%j, thousands of times, costs little and leaves the next line alone', (unit) => {
    const long = unit.repeat(2000);
    const start = performance.now();
    for (const head of ['', '一、', '（一）', '1.', '云岭县2024年']) {
      expectColoursOfLastLine(`${head}${long}\n规章 5`);
      expectColoursOfLastLine(`二、主动公开政府信息情况\n${head}${long}\n规章 5`);
    }
    // Ten lines of 2,000 to 12,000 characters take well under a second; a pattern that backtracks takes minutes.
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('holds no {n,m}+, which in Oniguruma is a repeat of a repeat and not possessive', () => {
    expect(readFileSync(new URL('zfxxgk-report.tmLanguage.json', syntaxes), 'utf8')).not.toMatch(/\}[+*]/);
  });

  function expectColoursOfLastLine(text: string): void {
    const last = tokenize(text).at(-1);
    expect([last?.text, last?.kind === 'value' || last?.kind === 'number']).toEqual(['5', true]);
  }
});

interface Sample {
  readonly agency: string;
  readonly year: number;
  readonly t2: Readonly<Record<string, number | readonly number[]>>;
  readonly t3: readonly (readonly number[])[];
  readonly t4: readonly number[];
}

const table2Rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'];
const table3Rows: readonly (readonly [Kind, string])[] = [
  ['main', '一、本年新收政府信息公开申请数量'],
  ['main', '二、上年结转政府信息公开申请数量'],
  ['main', '三、本年度办理结果'],
  ['group', '（一）予以公开'],
  ['group', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['group', '（三）不予公开'],
  ['leaf', '1.属于国家秘密'],
  ['leaf', '2.其他法律行政法规禁止公开'],
  ['leaf', '3.危及“三安全一稳定”'],
  ['leaf', '4.保护第三方合法权益'],
  ['leaf', '5.属于三类内部事务信息'],
  ['leaf', '6.属于四类过程性信息'],
  ['leaf', '7.属于行政执法案卷'],
  ['leaf', '8.属于行政查询事项'],
  ['group', '（四）无法提供'],
  ['leaf', '1.本机关不掌握相关政府信息'],
  ['leaf', '2.没有现成信息需要另行制作'],
  ['leaf', '3.补正后申请内容仍不明确'],
  ['group', '（五）不予处理'],
  ['leaf', '1.信访举报投诉类申请'],
  ['leaf', '2.重复申请'],
  ['leaf', '3.要求提供公开出版物'],
  ['leaf', '4.无正当理由大量反复申请'],
  ['leaf', '5.要求行政机关确认或重新出具已获取信息'],
  ['group', '（六）其他处理'],
  ['leaf', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['leaf', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['leaf', '3.其他'],
  ['group', '（七）总计'],
  ['main', '四、结转下年度继续办理'],
];

function files(folder: string): string[] {
  const url = new URL(`${folder}/`, reports);
  return existsSync(url) ? readdirSync(url).filter((name) => /\.(?:txt|md)$/.test(name)) : [];
}

const read = (path: string): string => readFileSync(new URL(path, reports), 'utf8');
const squeeze = (text: string): string =>
  text.replace(/\s/g, '').replace(/[(),]/g, (sign) => ({ '(': '（', ')': '）', ',': '，' })[sign] ?? sign);

function textsOf(pieces: readonly Piece[], ...wanted: readonly Kind[]): string[] {
  return runs(pieces)
    .filter(({ kind }) => kind !== undefined && wanted.includes(kind))
    .map(({ text }) => squeeze(text));
}

function expectHeadings(pieces: readonly Piece[]): void {
  const headings = textsOf(pieces, 'section');
  expect(headings).toHaveLength(6);
  expect(headings.map((heading) => heading.replace(/^#*/, '').slice(0, 2))).toEqual([
    ...['一、', '二、', '三、', '四、', '五、'],
    expect.stringMatching(/^[六6]、$/),
  ]);
}

/** Wrapped labels are compared as one text, since each of their lines must be coloured, and none twice. */
function expectRowLabels(pieces: readonly Piece[]): void {
  const labels = textsOf(pieces, 'main', 'group', 'leaf', 'rest');
  expect(labels.join('')).toBe(table3Rows.map(([, label]) => label).join(''));
  expectStartsOfLabels(pieces);
}

/** Columns by position print a label around its numbers and 三 down the side: there only the starts can be compared. */
function expectStartsOfLabels(pieces: readonly Piece[], except = ''): void {
  for (const [kind, label] of table3Rows) {
    if (label === except) continue;
    const start = (text: string) => /^(?:[（1-8]|[一二三四]、)/.test(text) && text.length > 1 && label.startsWith(text);
    expect(textsOf(pieces, kind).filter(start), label).toHaveLength(1);
  }
}

describe('samples of the ten layouts', () => {
  const samples = files('layouts');

  test.skipIf(samples.length === 0)('are ten (skipped where ../shared/reports is absent)', () => {
    expect(samples).toHaveLength(10);
  });

  test.each(samples)('%s', (name) => {
    const sample = JSON.parse(read(`layouts/${name.replace(/\.\w+$/, '.json')}`)) as Sample;
    const pieces = tokenize(read(`layouts/${name}`));
    const numbers = [...Object.values(sample.t2), ...sample.t3, sample.t4].flat();

    expect(textsOf(pieces, 'title').join('')).toContain(`${sample.agency}${sample.year}年政府信息公开工作年度报告`);
    expectHeadings(pieces);
    expect(textsOf(pieces, 'document')).toEqual(table2Rows);
    expect(textsOf(pieces, 'value').map(Number)).toEqual(numbers);
    if (name.startsWith('positional')) expectStartsOfLabels(pieces, '三、本年度办理结果');
    else expectRowLabels(pieces);
  });
});

describe('published reports', () => {
  const published = files('real');

  test.skipIf(published.length === 0)('are five (skipped where ../shared/reports is absent)', () => {
    expect(published).toHaveLength(5);
  });

  test.each(published)('%s', (name) => {
    const pieces = tokenize(read(`real/${name}`));

    expect(textsOf(pieces, 'title').join('')).toMatch(/^#?\p{Script=Han}+20\d\d年政府信息公开工作年度报告$/u);
    expectHeadings(pieces);
    expect(textsOf(pieces, 'document')).toEqual(table2Rows);
    expect(textsOf(pieces, 'value')).toHaveLength(10 + 25 * 7 + 15);
    expectRowLabels(pieces);
  });
});

describe('language configuration', () => {
  interface Configuration {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly brackets: readonly (readonly [string, string])[];
    readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
    readonly surroundingPairs: readonly (readonly [string, string])[];
  }
  const path = new URL('language-configuration.json', syntaxes);
  const configuration = JSON.parse(readFileSync(path, 'utf8')) as Configuration;
  const words = (text: string): string[] => {
    const { pattern, flags } = configuration.wordPattern;
    return text.match(new RegExp(pattern, `g${flags}`)) ?? [];
  };

  test.each([
    ['总计 1,234 43.788', ['总计', '1,234', '43.788']],
    ['１２，３４５	１２', ['１２，３４５', '１２']],
    ['1.属于国家秘密 0', ['1', '属于国家秘密', '0']],
    ['收到申请176件，上年结转16件。', ['收到申请', '176', '件', '上年结转', '16', '件']],
    ['《办法》（国办函〔2020〕109号）', ['办法', '国办函', '2020', '109', '号']],
    ['2023，2024年，12,34', ['2023', '2024', '年', '12', '34']],
    ['二〇二四年𬭎 5G', ['二〇二四年𬭎', '5', 'G']],
  ])('the words of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('never takes nothing for a word, which would hang the editor', () => {
    expect(words('，。')).toEqual([]);
    expect(''.match(new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags))).toBeNull();
  });

  test.each(['()', '[]', '（）', '“”', '‘’', '《》', '〈〉', '〔〕', '【】'])('%s is a pair', ([open, close]) => {
    expect(configuration.brackets).toContainEqual([open, close]);
    expect(configuration.surroundingPairs).toContainEqual([open, close]);
    expect(configuration.autoClosingPairs).toContainEqual({ open, close });
  });
});
