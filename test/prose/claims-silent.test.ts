import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis.ts';

/** The codes found in a report whose paragraph on 依申请公开, or on another aspect, says this. */
function codesIn(sentence: string, parts: { title?: string; three?: string; aspect?: string } = {}): string[] {
  const { aspect = '依申请公开', ...rest } = parts;
  const one = `（一）主动公开。逐月登记。\n（二）${aspect}。${sentence}\n（三）信息管理。\n（四）平台。\n（五）监督。`;
  const codes = analysisOf({ one, ...rest }).findings.map(({ code }) => code);
  return codes.filter((code) => code !== 'aspect-missing');
}

const COUNTY = '砚泠县人民政府 2024年政府信息公开工作年度报告';
const OFFICE = '砚泠县人民政府办公室 2024年政府信息公开工作年度报告';

/** None of these numbers is that of the table (`report.ts`), and none of them is surely meant to be. */
const TRAPS: Readonly<Record<string, readonly string[]>> = {
  'another year': [
    '收到政府信息公开申请14件，上年为20件。',
    '收到政府信息公开申请14件，比上年的20件减少6件。',
    '收到政府信息公开申请14件，去年同期收到21件。',
    '2023年收到政府信息公开申请20件，办结18件；2024年收到14件。',
    '2023年，收到政府信息公开申请20件。今年有所减少。',
    '2023年，收到政府信息公开申请20件。2024年，收到14件。',
    '较2023年收到的申请20件有所减少。',
    '上年收到申请20件，结转5件。',
    '2019年以来，收到政府信息公开申请120件。',
    '2019-2024年收到政府信息公开申请120件。',
  ],
  'many years or a part of one': [
    '历年累计收到政府信息公开申请320件。',
    '近年来收到政府信息公开申请320件。',
    '累计收到政府信息公开申请320件。',
    '截至目前，共收到政府信息公开申请20件。',
    '上半年收到政府信息公开申请6件。',
    '截至2024年9月30日，收到政府信息公开申请10件。',
    '7月收到政府信息公开申请5件。',
    '自202011日起收到政府信息公开申请5件。',
    '每月收到政府信息公开申请2件。',
  ],
  'another office, or all of an area': [
    '全县共收到政府信息公开申请140件，其中县政府办17件。',
    '全县共收到政府信息公开申请140件（其中县政府办17件）。',
    '全县各级行政机关共收到政府信息公开申请140件，办结139件。',
    '全县各部门认真落实条例，共收到政府信息公开申请140件。',
    '县公安局收到政府信息公开申请45件，办结44件。',
    '其中县自然资源局收到申请5件，办结4件。',
    '收到政府信息公开申请14件，其中县住建局6件，答复5件。',
    '县财政局依申请公开量较大，收到政府信息公开申请45件。',
    '各乡镇收到政府信息公开申请30件。',
  ],
  approximate: [
    '收到政府信息公开申请约20件。',
    '收到政府信息公开申请20余件。',
    '收到政府信息公开申请近20件。',
    '收到政府信息公开申请20多件。',
    '收到政府信息公开申请20件以上。',
    '收到政府信息公开申请20件左右。',
    '收到政府信息公开申请超过10件。',
    '收到政府信息公开申请十余件。',
    '收到政府信息公开申请数十件。',
    '收到政府信息公开申请3-5件。',
    '收到政府信息公开申请1.2万件。',
    '收到政府信息公开申请三四十件。',
  ],
  'no count at all': [
    '按照〔2020〕109号文件办理政府信息公开申请。',
    '依据国务院令第711号受理政府信息公开申请。',
    '每收到一件政府信息公开申请，即登记一件。',
    '第3件政府信息公开申请由法制科答复。',
    '在20个工作日内答复政府信息公开申请。',
    '《2023年收到政府信息公开申请20件》一文已刊出。',
    '收到政府信息公开申请1 2件。',
    '收到政府信息公开申请18,5件。',
    '收到政府信息公开申请30人次。',
  ],
  'something else': [
    '主动公开信息100条，依申请公开信息3条。',
    '依申请公开政府信息5条。',
    '收到来信12件，答复11件。',
    '收到咨询电话30次，答复28次。',
    '收到网民留言56条，办结55条。',
    '收到法律援助申请20件。',
    '受理行政复议案件120件，办结118件。',
    '办理行政复议申请120件。',
    '行政诉讼败诉案件5件。',
    '行政应诉案件5件。',
    '备案规范性文件30件。',
    '制发规范性文件备案报告30件。',
    '行政处罚立案120件。',
    '公开行政许可信息300件。',
    '受理行政许可申请300件。',
    '行政许可事项80项。',
    '主动公开规范性文件9件。',
    '公开现行有效文件38件。',
    '出台政策文件30件。',
    '网上申请8件，信函申请4件。',
    '收到信函申请4件。',
    '收取信息处理费300元。',
    '未收到书面申请。',
    '未收到投诉举报。',
    '未收到补正后的申请。',
    '没有重大行政诉讼。',
    '未办结申请。',
    '将收到政府信息公开申请20件。',
    '在16件申请中，涉及土地的7件。',
    '办结新收申请13件，当年办结率较高。',
    '当年办结13件，上年结转的也已办结。',
    '依申请公开平台受理咨询20件，答复20件。',
    '依法受理投诉举报20件。',
    '行政许可办件量3000件。',
    '有5件申请因内容不明确，要求申请人补正。',
    '收到申请14件，办结13件，剩余1件未到期。',
    '收到申请14件，其中网上申请10件，书面申请5件，信函申请3件。',
    '办结申请16件，其中予以公开12件，部分公开2件，不予公开1件，属于行政查询事项1件，信息不存在5件。',
    '办理事项20项，组织学习12次。',
    '接访30批，答复28批。',
    '行政复议2件、行政诉讼1件，其中因政府信息公开引发的另行统计。',
    '清理规范性文件30件，废止5件，修改3件。',
    '以县政府名义制发规范性文件9件。',
    '收到政府信息公开申请14件，涉及征地拆迁9件、教育招生4件。',
  ],
};

describe.each(Object.entries(TRAPS))('%s is no claim', (_, sentences) => {
  test.each(sentences)('%s', (sentence) => {
    expect(codesIn(sentence, { title: OFFICE })).toEqual([]);
    expect(codesIn(sentence, { title: OFFICE, aspect: '主动公开情况' })).toEqual([]);
  });
});

test('the numbers of a whole county may or may not be those of its report', () => {
  expect(codesIn('全县收到政府信息公开申请140件。', { title: COUNTY })).toEqual([]);
  expect(codesIn('我县收到政府信息公开申请140件。', { title: COUNTY })).toEqual([]);
  expect(codesIn('县政府收到政府信息公开申请140件。', { title: COUNTY })).toEqual(['prose-mismatch']);
});

test('where the number of the area is that of the table, the government’s own is a share of it', () => {
  expect(codesIn('全县收到政府信息公开申请14件，其中县政府收到政府信息公开申请5件。', { title: COUNTY })).toEqual([]);
  expect(codesIn('县政府收到政府信息公开申请5件，全县共收到政府信息公开申请14件。', { title: COUNTY })).toEqual([]);
});

describe('the organ itself is known by many names', () => {
  test.each([
    '本机关',
    '本单位',
    '我办',
    '县政府办公室',
    '县政府办',
    '砚泠县人民政府办公室',
    '砚泠县政府办公室',
    '全年',
  ])('%s', (name) => {
    expect(codesIn(`${name}共收到政府信息公开申请15件。`, { title: OFFICE })).toEqual(['prose-mismatch']);
    expect(codesIn(`2024年，${name}收到政府信息公开申请15件。`, { title: OFFICE })).toEqual(['prose-mismatch']);
  });
});
