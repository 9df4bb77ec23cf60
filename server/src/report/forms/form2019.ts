import { columns, group, reviewTable, row } from './build.ts';
import type { Form, TableForm } from './form.ts';
import { REQUESTS_2019 } from './requests.ts';

const DOCUMENTS = columns('count', '本年新制作数量', '本年新公开数量', '对外公开总数量');
const ITEMS = [
  ...columns('count', '上一年项目数量'),
  ...columns('change', '本年增/减'),
  ...columns('count', '处理决定数量'),
];
const FEES = [...columns('count', '上一年项目数量'), ...columns('change', '本年增/减')];
const PURCHASES = [...columns('count', '采购项目数量'), ...columns('amount', '采购总金额')];

const PROACTIVE: TableForm = {
  number: 2,
  rows: [
    ...group('第二十条第（一）项', [row('规章', DOCUMENTS), row('规范性文件', DOCUMENTS, '行政规范性文件')]),
    ...group('第二十条第（五）项', [row('行政许可', ITEMS), row('其他对外管理服务事项', ITEMS)]),
    ...group('第二十条第（六）项', [row('行政处罚', ITEMS), row('行政强制', ITEMS)]),
    ...group('第二十条第（八）项', [row('行政事业性收费', FEES)]),
    ...group('第二十条第（九）项', [row('政府集中采购', PURCHASES)]),
  ],
  identities: [],
  openers: ['第二十条第一项', '信息内容'],
  head: [],
};

/** The form for reports on 2019 and 2020, 国办公开办函〔2019〕60号. */
export const FORM_2019: Form = {
  year: '2019',
  source: '国办公开办函〔2019〕60号',
  tables: [PROACTIVE, REQUESTS_2019, reviewTable()],
};
