/** What the name of an organ looks like: 砚泠市档案局 does, 点击收听年报语音朗读 and 全区各部门 do not. Text is in simplified characters. */

/** Words in which 市, 县, 乡 … do not end the name of a place, and words for places that stand for themselves. */
const NO_PLACES = ['城市', '城乡', '城镇', '市场', '乡村', '乡镇', '社区', '区域', '县域', '州际'];
const NAMELESS = ['地区', '园区', '城区', '新区', '开发区', '高新区', '经开区'];
export const DIVISIONS = ['省', '市', '区', '县', '旗', '州', '盟', '乡', '镇', '街道', '兵团'];
/** The organs of the centre need no place. */
const CENTRAL = ['国家', '国务院', '中国', '中央', '全国', '中华人民共和国'];

/** With what names of organs end, beside the divisions that stand for their governments. */
const ORGANS = list(`
  局 委 厅 署 部 办 院 司 府 处 委员会 政府 办公室 办公厅 办事处 管委会 中心 海关 关区 总队 支队 大队 队 所 站 馆 公司 集团 协会
  学校 大学 学院 中学 小学 幼儿园 医院 银行 法院 检察院 气象台 台 社 会 系统 机关 公署 园区 开发区 新区 保护区 分局 分行`);
/** Names that only stand behind that of another organ. */
const DEPENDENT = list('办公室 办公厅 办 办事处 处 分局 支队 大队 中队 总队 站 所 中心 管理处 管委会 管理委员会');

/** What sites put around an article: none of these words is part of the name of an organ. */
const FURNITURE = list(`
  首页 主页 网站 门户网 门户 点击 收听 朗读 语音 播放 热门 搜索 检索 热搜词 长者版 长者模式 老年版 长辈版 无障碍 适老化 关怀版 打印 关闭 收藏
  分享到 分享 字号 字体 大中小 当前位置 您的位置 所在位置 现在位置 位置 信息公开 信息公示 政务公开 公开目录 公开年报 年报 年度报告 索引号 发布日期 发布时间
  发文日期 成文日期 公开日期 生成日期 日期 时间 来源 作者 编辑 浏览量 浏览次数 浏览 阅读量 阅读次数 访问量 点击数 次数 正文 图解 解读 附件 下载 登录
  注册 繁体 简体 简繁切换 导航 菜单 返回 上一篇 上一条 下一篇 下一条 二维码 扫一扫 扫码 微信 微博 客户端 公众号 小程序 标题 名称 题名 题目 文号 主题词
  主题 分类 体裁 题材 有效性 关键词 内容概述 摘要 责编 目录 通知公告 动态 专栏 互动 机构设置 机构职能 领导之窗 发布机构 发布单位 发文机关
  所属机构 查看 智能问答 手机版 电脑版 移动版 English 版权 备案号 邮箱 加入收藏 设为首页 全文 页面 放大 缩小 纠错 举报 `);
/** Behind these the name of a title in a sentence begins: 现公布砚泠市档案局2024年…. */
const VERBS = list(`
  公布 发布 编制 现将 现就 形成 撰写 制定 制作 起草 梳理 报送 上报 印发 做好 关于 根据 按照 依据 依照 现公开 公开了 予以 特此 以下是 这是 报告为
  报告是 下面是 呈报 提交 出具 完成了 发出 收到 推出 刊登 转发 落实 开展 的`);
const BEHIND = [...FURNITURE, ...VERBS];
const BEHIND_FIRST = new Set(BEHIND.map((word) => word.charCodeAt(0)));
/** Whoever writes, or everybody; 本溪市 is a city. */
const NOBODY = list(`
  我 本机关 本单位 本部门 本级 本局 本委 本办 本厅 本院 本镇 本乡 本街道 本区 本县 本市 本省 本报告 本年 本网 本站 本行政 全区 全县 全市 全省 全镇 全乡
  全街道 全局 全系统 各 该 辖区 其 所属 所有 相关 有关 上级 下级 经过 通过 依托 市直 区直 县直 每 另 同时 作为 当前 今年 去年 按照`);

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** At its very front a division has no name: 区教育局, 县财政局, 街道办事处. */
export function isPlaced(organ: string): boolean {
  if (CENTRAL.some((word) => organ.startsWith(word))) return true;
  const nameless = NAMELESS.find((word) => organ.startsWith(word))?.length ?? 0;
  const bare = withoutNoPlaces(organ.slice(nameless));
  return DIVISIONS.some((division) => bare.indexOf(division, 1) > 0);
}

/** The same with blanks for such words, so that every character keeps its place. */
export function withoutNoPlaces(organ: string): string {
  return NO_PLACES.reduce((rest, word) => (rest.includes(word) ? rest.replaceAll(word, '  ') : rest), organ);
}

/** Whether it is one who writes (我局, 本机关) or many (全区, 各部门), and no organ's own name. */
export function isNobody(organ: string): boolean {
  return NOBODY.some((word) => organ.startsWith(word));
}

export function endsAsOrgan(name: string): boolean {
  const bare = withoutBracket(name);
  return ORGANS.some((ending) => bare.endsWith(ending)) || endsAsDivision(bare);
}

/** 砚泠县人民政府 of 砚泠县人民政府（县人民政府办公室）. */
function withoutBracket(name: string): string {
  if (!'）)'.includes(name.at(-1) ?? ' ')) return name;
  const at = Math.max(name.lastIndexOf('（'), name.lastIndexOf('('));
  return at > 0 ? name.slice(0, at) : name;
}

function endsAsDivision(name: string): boolean {
  return DIVISIONS.some((ending) => name.endsWith(ending)) && !NO_PLACES.some((word) => name.endsWith(word));
}

const LONGEST = 40;

/** Whether a text may be an organ's name or a piece of one: Chinese characters with brackets, without furniture. */
export function mayBeName(text: string): boolean {
  if (text === '' || text.length > LONGEST || isNobody(text)) return false;
  for (let at = 0; at < text.length; at++) if (!isNameCode(text.charCodeAt(at))) return false;
  return !FURNITURE.some((word) => text.includes(word));
}

function isNameCode(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || '（）()、·〇○'.includes(String.fromCharCode(code));
}

/** Whether a text is a name that needs nothing before it: 砚泠市档案局, 砚泠市, not 档案局 or 市档案局. */
export function isWholeName(text: string): boolean {
  return mayBeName(text) && isPlaced(text) && !beginsBroken(text) && endsAsOrgan(text);
}

/** `市丙区水利局` is the rest of a name that was broken over two lines. */
function beginsBroken(name: string): boolean {
  return DIVISIONS.some((division) => name.startsWith(division)) && !NO_PLACES.some((word) => name.startsWith(word));
}

/**
 * Whether `before`, which stands in front of `name` on a line or behind a blank of its own, belongs to the same name:
 * `岚汐市人力资源和社会保` does to `障局`, `岚汐市人民政府` to `办公室`, and 无障碍浏览 to none.
 */
export function joins(before: string, name: string): boolean {
  if (!mayBeName(before) || (name !== '' && name.startsWith(before))) return false;
  if (name === '') return endsAsOrgan(before) || isPlaced(before);
  if (CENTRAL.some((word) => before.startsWith(word)) && !CENTRAL.some((word) => name.startsWith(word))) return true;
  if (isPlaced(name) && !beginsBroken(name)) return isDivisionAlone(before);
  if (!endsAsOrgan(before) || endsAsDivision(before)) return isPlaced(before) || (before.length < 8 && isPiece(name));
  return DEPENDENT.includes(name);
}

/** A tail of a name that is no name by itself. */
function isPiece(name: string): boolean {
  return beginsBroken(name) || name.length < 3;
}

/** 岚汐市 before 禾墨区水务局. */
function isDivisionAlone(name: string): boolean {
  return name.length <= 12 && endsAsDivision(name) && isPlaced(name);
}

/**
 * The name behind all furniture and verbs that stand in front of it without a blank: `现公布岚汐市水务局` → 岚汐市水务局;
 * 编制 in 机构编制委员会 is no verb.
 */
export function nameBehind(text: string): string {
  if (!mayHoldBehind(text)) return text;
  let from = 0;
  for (const word of BEHIND) {
    const at = text.lastIndexOf(word);
    const end = at + word.length;
    if (at >= 0 && end > from && !text.startsWith('委', end)) from = end;
  }
  return text.slice(from);
}

/** Nearly every name stands alone; then one look at its characters tells that none of the words is there. */
function mayHoldBehind(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (BEHIND_FIRST.has(text.charCodeAt(at))) return true;
  return false;
}

/**
 * The organ that is the subject of a sentence: `岚汐市水务局收到…`; undefined when it is none, or only a place, whose prose
 * any of its organs may have written.
 */
export function subjectOf(sentence: string): string | undefined {
  let best: string | undefined;
  for (const word of SUBJECT_ENDS) {
    const at = sentence.indexOf(word);
    const name = at > 2 ? sentence.slice(0, at) : '';
    if (name.length <= (best?.length ?? 0) || !isWholeName(name) || isNoSubject(name)) continue;
    // 现公布区档案局… begins with a verb, and 局政府信息公开 is about 政府信息公开.
    if (nameBehind(name) === name && !(name.endsWith('政府') && isOrganAlone(name.slice(0, -2)))) best = name;
  }
  return best;
}

/** 砚泠市档案局 is no place that has a government, 砚泠市 is one. */
function isOrganAlone(name: string): boolean {
  return !name.endsWith('人民') && endsAsOrgan(name) && !endsAsDivision(name);
}

/** Ends of the names of rooms within an organ, to which questions go. */
const ROOMS = list('办公室 办公厅 办 处 科 股 室 中心 部 组');

/** The organ itself to which questions are sent: `请与砚泠市档案局联系`; none of its rooms. */
export function contactIn(clause: string): string | undefined {
  const from = clause.lastIndexOf('与');
  const to = clause.indexOf('联系', from);
  const name = from < 0 || to < 0 ? '' : clause.slice(from + 1, to);
  return isWholeName(name) && !isNoSubject(name) && !ROOMS.some((end) => name.endsWith(end)) ? name : undefined;
}

/** A place alone, or the organs that laws and orders come from. */
function isNoSubject(name: string): boolean {
  return ['省', '市', '区', '县', '旗', '州', '盟', '系统'].some((each) => name.endsWith(each)) || isAbove(name);
}

function isAbove(name: string): boolean {
  return ['中华人民共和国', '国务院', '国办', '中共中央', '党中央'].some((each) => name.startsWith(each));
}

const SUBJECT_ENDS = list(`
  关于 现将 现向 现公布 共收到 共受理 收到 未收到 没有 累计 主动公开 严格 认真 坚持 积极 深入 全面 持续 不断 扎实 始终 高度 切实 依法 受理 新收 办理 坚决 紧紧
  编制 结合 围绕 聚焦 进一步 根据 按照 依据 依照 继续 大力 着力 组织 政府信息公开 政务公开 信息公开 公开 发布 编制 通过 以 在 高质量 共 未 无 把 将`);
