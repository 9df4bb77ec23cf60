/**
 * Where a label differs from that of the form: `[from, to)` of what is written stands for `[from, end)` of what is
 * right.
 */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** More than this many characters, or than this part of a label, is another wording. */
const MOST = 3;
const MOST_PART = 0.25;

/**
 * What is lost or changed in a label; undefined where the two are equal, where one is only shorter or longer at an end
 * (a label broken over two lines), where whole words are left out or put in, or too much differs.
 *
 * @param written the label as it stands, folded, without its ordinal
 * @param right the same of the form
 */
export function differenceOf(written: string, right: string): Difference | undefined {
  const shorter = Math.min(written.length, right.length);
  let from = 0;
  while (from < shorter && written[from] === right[from]) from++;
  let same = 0;
  while (same < shorter - from && written[written.length - 1 - same] === right[right.length - 1 - same]) same++;
  const [to, end] = [written.length - same, right.length - same];
  const [changed, lost] = [to - from, end - from];
  const most = Math.min(MOST, Math.floor(MOST_PART * right.length));
  if (lost === 0 || changed > lost) return undefined;
  if ((changed === lost ? differing(written, right, from, to) : lost) > most) return undefined;
  if (changed === 0 && (same === 0 || from === 0 || isWhole(right, from, end))) return undefined;
  return { from, to, end };
}

/** How many characters differ in two labels of the same length. */
function differing(written: string, right: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (written[at] !== right[at]) count++;
  return count;
}

/** The words that labels of the form are made of, and that people leave out of them. */
const WORDS =
  '其他 法律 行政 法规 禁止 公开 属于 国家 秘密 危及 三安全一稳定 保护 第三方 合法 权益 三类 内部 事务 四类 过程性 信息 执法 案卷 查询 事项 本 机关 不掌握 相关 政府 没有 现成 需要 另行 制作 补正 后 申请 内容 仍 不 明确 信访 举报 投诉 类 重复 要求 提供 出版物 无 正当 理由 大量 反复 确认 或 重新 出具 已 获取 申请人 逾期 不补正 不再 处理 其 未 按 收费 通知 缴纳 费用 本年 新收 上年 结转 下年度 继续 办理 数量 规范性 文件 许可 处罚 强制 事业性 收费 部分 予以';
const KNOWN = new Set(WORDS.split(' '));
const LONGEST = 6;

/** Whether `right[from, end)` consists of whole words of a label. */
function isWhole(right: string, from: number, end: number): boolean {
  const starts = wordStarts(right);
  return starts.has(from) && starts.has(end);
}

/** Where the words of a label begin; the longest that is known goes first. */
function wordStarts(label: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (let at = 0; at < label.length; ) {
    starts.add(at);
    let length = Math.min(LONGEST, label.length - at);
    while (length > 1 && !KNOWN.has(label.slice(at, at + length))) length--;
    at += length;
  }
  return starts.add(label.length);
}
