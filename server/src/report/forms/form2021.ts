import { columns, group, reviewTable, row } from './build.ts';
import type { Form, TableForm } from './form.ts';
import { REQUESTS_2021 } from './requests.ts';

const DOCUMENTS = columns('count', '本年制发件数', '本年废止件数', '现行有效件数');
const DECISIONS = columns('count', '本年处理决定数量');
const FEES = columns('amount', '本年收费金额（单位：万元）');

const PROACTIVE: TableForm = {
  number: 2,
  rows: [
    ...group('第二十条第（一）项', [row('规章', DOCUMENTS), row('行政规范性文件', DOCUMENTS, '规范性文件')]),
    ...group('第二十条第（五）项', [row('行政许可', DECISIONS)]),
    ...group('第二十条第（六）项', [row('行政处罚', DECISIONS), row('行政强制', DECISIONS)]),
    ...group('第二十条第（八）项', [row('行政事业性收费', FEES)]),
  ],
  identities: [],
  openers: ['第二十条第一项', '信息内容'],
  head: [],
};

/** The form for reports on 2021 and later, 国办公开办函〔2021〕30号. */
export const FORM_2021: Form = {
  year: '2021',
  source: '国办公开办函〔2021〕30号',
  tables: [PROACTIVE, REQUESTS_2021, reviewTable()],
};
