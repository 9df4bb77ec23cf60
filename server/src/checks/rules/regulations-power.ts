import { type Cell, findRow, findTable, numberIn, type Table } from '../../report/report.ts';
import type { Rule } from '../finding.ts';
import { cellData } from '../finding-data.ts';
import { columnName } from '../wording/names.ts';

interface RegulationsPower {
  readonly table: Table;
  readonly cell: Cell;
  readonly value: number;
  readonly agency: string;
}

/**
 * 规章 are made by ministries, provinces and cities with districts alone (《中华人民共和国立法法》第九十一条、第九十三条), never
 * by a town, a street office or a county's bureau: such a number is mostly that of the row below.
 */
export const regulationsPower: Rule<RegulationsPower> = {
  code: 'regulations-power',
  title: { zh: '无权制定规章的机关填了规章', en: 'An organ that cannot make 规章 reports some' },
  severity: 'information',
  find({ report }, emit) {
    const table = findTable(report, 2);
    const row = findRow(table, 'regulations');
    if (!table || !row || row.cells.every((cell) => !numberIn(cell)) || !cannotMake(report.agency)) return;
    const cell = row.cells.find((each) => numberIn(each));
    const value = numberIn(cell);
    if (cell && value) emit(cell.span, { table, cell, value, agency: report.agency });
  },
  message: {
    zh: ({ table, cell, value, agency }) =>
      `“规章”${columnName(table.form, cell.row, cell.column)}写 ${value}，应为 0：${agency}无权制定规章（立法法），可能是行政规范性文件的数填错了行。请核对。`,
    en: ({ table, cell, value, agency }) =>
      `${columnName(table.form, cell.row, cell.column)} of 规章 is ${value}, should be 0: ${agency} cannot make 规章 (立法法). Is it the number of the row below?`,
  },
  data: ({ table, cell, value }) => ({ stated: value, computed: 0, ...cellData(table, cell) }),
};

const TOWNS = ['镇人民政府', '乡人民政府', '民族乡人民政府', '街道办事处', '镇政府', '乡政府', '街道办'];
const BUREAUS = ['局', '委员会', '办公室', '管理处'];
/** Places with 区 in their names that are no district of a city. */
const NO_DISTRICTS = ['自治区', '特别行政区', '地区', '新区', '开发区', '园区', '示范区', '高新区'];

function cannotMake(agency: string): boolean {
  if (TOWNS.some((end) => agency.endsWith(end))) return true;
  if (!BUREAUS.some((end) => agency.endsWith(end))) return false;
  if (/[县旗]/.test(agency)) return true;
  return agency.includes('区') && !NO_DISTRICTS.some((name) => agency.includes(name));
}
