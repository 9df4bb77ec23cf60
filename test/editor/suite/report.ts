// The report of fixtures/report.txt in all the states that tests want it in.
import { ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

export const EXTENSION = 'zfxxgk.zfxxgk-report';

/**
 * The extension runs in a worker of the page, as in an editor without Node, and not beside the suite. Then VS Code tells the
 * suite less of it: neither where it lies nor the addresses in its findings.
 */
export const IN_BROWSER = process.env.EDITOR_HOST === 'browser';

/** Parts of row labels of the fixture, which no other line has. */
export const RECEIVED = '一、本年新收政府信息公开申请数量';
export const CARRIED_IN = '二、上年结转政府信息公开申请数量';
export const SECRET = '1.属于国家秘密';
export const REPEATED = '2.重复申请';
export const OUTCOMES = '（七）总计';
/** The only row of table 4. */
export const REVIEWS = '0\t4\t27\t0\t31';

/** Columns of table 3, counted from the right because the left is merged cells. */
export const TOTAL = -1;
export const PERSONS = -7;

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  ok(first, 'the suite runs over a folder');
  return first.uri;
}

/** A report that adds up. */
export function goodReport(): string {
  return readFileSync(join(folder().fsPath, 'report.txt'), 'utf8');
}

/** Where a value stands: the tab-separated field of the line that holds the label. */
export function cellSpan(text: string, label: string, column: number): { start: number; end: number } {
  const at = text.indexOf(label);
  ok(at >= 0, `no line holds ${label}`);
  const from = text.lastIndexOf('\n', at) + 1;
  const line = /[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
  const fields = line.split('\t');
  const index = fields.length + column;
  const start = from + fields.slice(0, index).join('\t').length + 1;
  return { start, end: start + (fields[index]?.length ?? 0) };
}

/** The text with another value in one cell. */
export function withCell(text: string, label: string, column: number, value: string): string {
  const { start, end } = cellSpan(text, label, column);
  return text.slice(0, start) + value + text.slice(end);
}

export function cellRange(document: vscode.TextDocument, label: string, column: number): vscode.Range {
  const { start, end } = cellSpan(document.getText(), label, column);
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export async function show(uri: vscode.Uri, column = vscode.ViewColumn.Active): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, column);
  return document;
}

/** Writes a file of its own for a test; names never repeat, so that no test sees another's findings. */
export async function write(text: string, ending = '.txt'): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), `draft-${randomUUID()}${ending}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function showText(text: string, ending?: string): Promise<vscode.TextDocument> {
  return show(await write(text, ending));
}

/** Replaces a range the way typing over a selection does. */
export async function typeOver(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(range.start, range.end);
  await vscode.commands.executeCommand('type', { text });
}

/** Reverted first: closing a changed file would ask whether to save it, and nobody is there to answer. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllGroups');
}
