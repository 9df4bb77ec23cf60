import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, findingsNow, ruleOf, rules, textIs, until } from './events.ts';
import {
  CARRIED_IN,
  cellRange,
  closeAll,
  goodReport,
  IN_BROWSER,
  PERSONS,
  show,
  showText,
  withCell,
  write,
} from './report.ts';

const DOCUMENTS = '行政规范性文件\t';
const CARRIED_OUT = '四、结转下年度继续办理';
/** What the report of fixtures/report.txt takes in, and 3 more of 自然人. */
const THREE_MORE = [11, 0, 0, 5, 5, 6, 27];
/** Every test writes reports of an organ of its own, so that it links to no other test's. */
let organs = 0;

/** A report on 2023, and one on the year before that carries over 3 more of 自然人 than it takes in. */
function twoYears(): { now: string; before: string } {
  const [mark, other] = ['甲子', '乙丑', '丙寅', '丁卯'][organs++] as string;
  const organ = `${mark}溪县档案局`;
  const titled = (year: number) => goodReport().replace(/^.*年政府信息公开/, `${organ}${year}年政府信息公开`);
  const carried = THREE_MORE.reduce(
    (text, value, at) => withCell(text, CARRIED_OUT, at + PERSONS, String(value)),
    titled(2022),
  );
  // What is in force is left open, and no two reports have prose in common.
  return {
    now: withOwnProse(titled(2023), mark as string),
    before: withOwnProse(withCell(carried, DOCUMENTS, -1, ''), other as string),
  };
}

/** The report with a sign between the characters of its prose, but for what is said of the fee. */
function withOwnProse(text: string, sign: string): string {
  const own = (line: string) => (line.endsWith('。') && !line.includes('处理费') ? [...line].join(sign) : line);
  return text.split('\n').map(own).join('\n');
}

describe('the report of the year before', () => {
  afterEach(closeAll);

  it('is found in the folder; the hover on 上年结转 leads to its 结转下年度', async () => {
    const { now, before } = twoYears();
    const other = await write(before);
    const document = await showText(now);
    const found = await rules(document.uri, 'carryover-mismatch', 'carryover-mismatch');
    if (!IN_BROWSER) equal(found[0]?.relatedInformation?.[0]?.location.uri.toString(), other.toString());
    const at = cellRange(document, CARRIED_IN, PERSONS).start;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join();
    const link = /\]\(((?:file|vscode-remote):[^)]*#L\d+)\)/.exec(text)?.[1];
    ok(link, text);
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(link));
    const editor = await until(vscode.window.onDidChangeTextEditorSelection, () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === other.toString() && active.selection.start.line > 0
        ? active
        : undefined;
    });
    match(editor.document.lineAt(editor.selection.start.line).text, new RegExp(CARRIED_OUT));
  });

  it('gives its numbers to the row 二 by a quick fix, as one step to undo', async () => {
    const { now, before } = twoYears();
    await write(before);
    const document = await showText(now);
    await rules(document.uri, 'carryover-mismatch', 'carryover-mismatch');
    const range = cellRange(document, CARRIED_IN, PERSONS);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
      10,
    );
    const fix = actions.find(({ title }) => title.includes("last year's numbers"));
    ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    ok(document.getText() !== now);
    await findings(document.uri, (found) => !found.map(ruleOf).includes('carryover-mismatch'));
    await vscode.commands.executeCommand('undo');
    await textIs(document, now);
  });
});

describe('command zfxxgk.checkWorkspace', () => {
  afterEach(closeAll);

  it('shows the findings of reports that are not open, and takes them away when one is', async () => {
    const { now, before } = twoYears();
    await write(before);
    const uri = await write(now);
    await vscode.commands.executeCommand('zfxxgk.checkWorkspace');
    equal(findingsNow(uri).map(ruleOf).join(), 'carryover-mismatch,carryover-mismatch');
    const document = await show(uri);
    // Those of the document alone: not the same findings twice.
    await rules(document.uri, 'carryover-mismatch', 'carryover-mismatch');
  });
});
