// Where things stand in the fixture, as the editor counts: from 1.
import { readFileSync } from 'node:fs';
import { EDITOR } from '../harness/paths.mjs';

/** @typedef {import('../../../embedded-editor/workbench.mjs').Place} Place */

/** The report of the fixtures, which adds up. */
export const GOOD = readFileSync(`${EDITOR}fixtures/report.txt`, 'utf8');

export const RECEIVED = '一、本年新收政府信息公开申请数量';
export const SECRET = '1.属于国家秘密';
export const TOTAL = -1;
export const PERSONS = -7;

/**
 * The first character of a value: the tab-separated field of the line that holds the label.
 * @param {string} text
 * @param {string} label
 * @param {number} column negative: counted from the right
 * @returns {Place & { value: string }}
 */
export function cell(text, label, column) {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes(label));
  const fields = (lines[line] ?? '').split('\t');
  const index = fields.length + column;
  return { line: line + 1, column: fields.slice(0, index).join('\t').length + 2, value: fields[index] ?? '' };
}

/**
 * The text with another value in one cell.
 * @param {string} text
 * @param {string} label
 * @param {number} column
 * @param {string} value
 */
export function withCell(text, label, column, value) {
  const at = cell(text, label, column);
  const lines = text.split('\n');
  const line = lines[at.line - 1] ?? '';
  lines[at.line - 1] = line.slice(0, at.column - 1) + value + line.slice(at.column - 1 + at.value.length);
  return lines.join('\n');
}
