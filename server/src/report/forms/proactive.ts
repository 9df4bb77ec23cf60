import { column, groupForm, row, table } from './build.ts';
import type { ColumnForm, GroupForm, RowForm, TableForm } from './form.ts';
import type { ProactiveRowId } from './ids.ts';

/** Table 2 主动公开政府信息情况: blocks of rows, each under an item of article 20 and with columns of its own. */

const ITEM_1 = groupForm('article-20.1', '第二十条第（一）项');
const ITEM_5 = groupForm('article-20.5', '第二十条第（五）项');
const ITEM_6 = groupForm('article-20.6', '第二十条第（六）项');
const ITEM_8 = groupForm('article-20.8', '第二十条第（八）项');
const ITEM_9 = groupForm('article-20.9', '第二十条第（九）项');

type BlockRow = readonly [id: ProactiveRowId, words: string, ...aliases: string[]];

function block(group: GroupForm, columns: readonly ColumnForm[], ...rows: readonly BlockRow[]): RowForm[] {
  return rows.map(([id, words, ...aliases]) => row(id, words, columns, { group, aliases }));
}

const OPENERS = ['第二十条第一项', '信息内容'];

const DOCUMENTS_2021 = [
  column('issued', '本年制发件数'),
  column('abolished', '本年废止件数'),
  column('valid', '现行有效件数'),
];
const DECISIONS_2021 = [column('decisions', '本年处理决定数量')];
const FEES_2021 = [column('amount', '本年收费金额（单位：万元）', 'amount')];

export const PROACTIVE_2021: TableForm = table({
  number: 2,
  years: ['2021'],
  rows: [
    ...block(
      ITEM_1,
      DOCUMENTS_2021,
      ['regulations', '规章'],
      ['normative-documents', '行政 规范性 文件', '规范性文件'],
    ),
    ...block(ITEM_5, DECISIONS_2021, ['licences', '行政 许可']),
    ...block(ITEM_6, DECISIONS_2021, ['penalties', '行政 处罚'], ['compulsion', '行政 强制']),
    ...block(ITEM_8, FEES_2021, ['fees', '行政 事业性 收费']),
  ],
  openers: OPENERS,
  head: [],
});

const DOCUMENTS_2019 = [
  column('made', '本年新制作数量'),
  column('published', '本年新公开数量'),
  column('published-total', '对外公开总数量'),
];
const FEES_2019 = [column('year-before', '上一年项目数量'), column('change', '本年增/减', 'change')];
const ITEMS_2019 = [...FEES_2019, column('decisions', '处理决定数量')];
const PURCHASES_2019 = [column('purchases', '采购项目数量'), column('amount', '采购总金额', 'amount')];

export const PROACTIVE_2019: TableForm = table({
  number: 2,
  years: ['2019'],
  rows: [
    ...block(ITEM_1, DOCUMENTS_2019, ['regulations', '规章'], ['normative-documents', '规范性 文件', '行政规范性文件']),
    ...block(ITEM_5, ITEMS_2019, ['licences', '行政 许可'], ['other-services', '其他 对外 管理 服务 事项']),
    ...block(ITEM_6, ITEMS_2019, ['penalties', '行政 处罚'], ['compulsion', '行政 强制']),
    ...block(ITEM_8, FEES_2019, ['fees', '行政 事业性 收费']),
    ...block(ITEM_9, PURCHASES_2019, ['procurement', '政府 集中 采购']),
  ],
  openers: OPENERS,
  head: [],
});
