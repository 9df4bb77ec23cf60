import * as z from 'zod/mini';
import { RULES } from '../checks/rules/index.ts';
import { SECTIONS } from '../report/forms/sections.ts';
import { compileGlob, LONGEST_PATTERN, MOST_PATTERNS } from './glob.ts';
import { SEVERITIES } from './project.ts';

export { SEVERITIES };

const describe = (text: string) => z.meta({ description: text });

const severity = z.optional(z.enum(SEVERITIES));
const rules = z.strictObject(Object.fromEntries(RULES.map(({ code }) => [code, severity])));

const filled = z.string().check(z.minLength(1));

const dismissal = z.object({
  path: filled.check(describe('报告的路径，从本文件所在的文件夹写起，用 / 分隔。')),
  code: filled.check(describe('规则代码。')),
  fingerprint: filled.check(describe('问题的指纹：写的数、应为的数改变以后就不再是同一处。')),
  reason: z.string().check(describe('为什么不改。')),
  message: z.optional(z.string().check(describe('忽略时的提示，只供阅读。'))),
});

/** How many entries of a list count; what is beyond them is told of. */
export const MOST: ReadonlyMap<string, number> = new Map([
  ['ignore', MOST_PATTERNS],
  ['dismissed', 10_000],
]);

const count = z.optional(z.int().check(z.minimum(1), z.maximum(100_000)));

const sectionDemand = z.strictObject({
  most: count.check(describe('最多多少字（不计空格和标点以外的标记）。')),
  least: count.check(describe('最少多少字。')),
  mentions: z.optional(z.array(filled).check(describe('必须写到的词；“新媒体|公众号”写到其中一个即可。'))),
});

const profile = z.strictObject({
  sections: z.optional(
    z
      .strictObject(
        Object.fromEntries(
          SECTIONS.map(({ number, ordinal, title }) => [
            String(number),
            z.optional(sectionDemand).check(describe(`第${ordinal}部分“${title}”。`)),
          ]),
        ),
      )
      .check(describe('对各部分的要求，如 "1": { "most": 1000 }。')),
  ),
  signedBy: z.optional(
    z
      .string()
      .check(z.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/), describe('落款最迟在次年的哪一天，如 01-31。')),
  ),
  copiedShare: z.optional(
    z
      .int()
      .check(
        z.minimum(30),
        z.maximum(100),
        describe('一个部分的文字有百分之几与上年或别的机关相同就算照抄，默认 60。'),
      ),
  ),
});

/** `.zfxxgk.json`; from this schema come the check of a file and what an editor offers while it is written. */
export const CONFIG = z.strictObject({
  $schema: z.optional(z.string().check(describe('本格式的说明，供编辑器使用。'))),
  rules: z.optional(
    rules.check(describe('每条规则的级别，off 表示不报告。下级文件夹里写了同一条规则的，以下级为准。')),
  ),
  profile: z.optional(
    profile.check(describe('本地在规定格式之外的要求；不写的不检查。下级文件夹里写了同一项的，以下级为准。')),
  ),
  ignore: z.optional(
    z
      .array(
        z.string().check(
          z.regex(/^[^!]/),
          z.maxLength(LONGEST_PATTERN),
          z.refine((pattern) => compileGlob(pattern) !== undefined),
          describe('通配符（glob）或文件夹，如 归档/**；可用 * ** ? [] {}，不支持以 ! 开头和 +(…) 之类的写法。'),
        ),
      )
      .check(describe('不检查的文件，从本文件所在的文件夹写起。')),
  ),
  dismissed: z.optional(
    z.array(dismissal).check(describe('看过以后决定不改的问题。在编辑器里用快速修复“忽略此处…”添加。')),
  ),
});

export type Config = z.infer<typeof CONFIG>;
export type Dismissal = z.infer<typeof dismissal>;

const MEANINGS: Readonly<Record<(typeof SEVERITIES)[number], string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
  off: '不报告',
};

/** The JSON schema that an editor completes `.zfxxgk.json` from (draft-07, which VS Code knows best). */
export function configJsonSchema(): object {
  const { properties = {}, ...schema } = z.toJSONSchema(CONFIG, { target: 'draft-7', io: 'input' });
  const { properties: levels = {}, ...table } = properties.rules as { properties?: Record<string, object> };
  const words = { enumDescriptions: SEVERITIES.map((severity) => MEANINGS[severity]) };
  const titled = RULES.map(({ code, title }) => [code, { description: title.zh, ...levels[code], ...words }]);
  properties.rules = { ...table, properties: Object.fromEntries(titled) };
  return { ...schema, properties, title: '政府信息公开年报检查设置', allowComments: true, allowTrailingCommas: true };
}
