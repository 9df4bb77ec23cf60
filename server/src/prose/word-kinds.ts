/** What a word does in a sentence of a report. */
export type WordKind =
  | 'receive' // 收到: 本年新收
  | 'accept' // 受理: 本年新收, perhaps with what was carried in
  | 'handle' // 办理, 处理: any of received, with carry-over, or settled
  | 'settle' // 办结
  | 'answer' // 答复: settled, perhaps without those that got no answer
  | 'carried-in' // 上年结转
  | 'carried-out' // 结转下年度
  | 'carry' // 结转, 结转到: it takes the year beside it to know which
  | 'pending' // 正在办理
  | 'request' // 政府信息公开申请
  | 'plain-request' // 申请
  | 'published' // 依申请公开信息: an item that was published, no request
  | 'outcome'
  | 'applicant'
  | 'channel'
  | 'reason' // 信息不存在, 撤回: outcomes that the form has no row for
  | 'review'
  | 'litigation'
  | 'direct'
  | 'after-review'
  | 'result'
  | 'document'
  | 'file' // 文件, which may be more than 规范性文件
  | 'made'
  | 'issued' // 出台, 印发: nearly 制发
  | 'repealed'
  | 'valid'
  | 'newly-open'
  | 'open-total'
  | 'decision' // 行政许可 and its like
  | 'decide'
  | 'fee'
  | 'charge'
  | 'publish'
  | 'cause' // 引发, 被提起: what a review comes from
  | 'information' // 政府信息公开, as what it is about
  | 'negation'
  | 'happen'
  | 'all'
  | 'each'
  | 'respectively'
  | 'among'
  | 'include'
  | 'join' // 和, 及
  | 'year-this'
  | 'year-last'
  | 'year-next'
  | 'years' // 历年, 近年来
  | 'cumulative' // 累计, 截至目前: of this year only where that is named
  | 'part-year' // 上半年, 截至目前
  | 'compare'
  | 'more'
  | 'fewer'
  | 'share'
  | 'about' // 约, 近: before a number
  | 'plan' // 将, 下一步
  | 'since' // 以来, 起
  | 'fees-topic' // 信息处理费
  | 'self'
  | 'area' // 全市, 各部门
  | 'preposition' // 在, 通过: what follows is no subject
  | 'in' // 中, 里: behind a number that is only repeated
  | 'filler';

export interface Word {
  readonly kind: WordKind;
  /** The row, column or group of the form that the word names. */
  readonly name?: string;
}
