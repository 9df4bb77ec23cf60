// A finding as soon as a 0 is typed into notes.txt, gone with the next change: what is left of the time is the editor's.
const { Diagnostic, languages, workspace } = require('vscode');

exports.activate = () => {
  const findings = languages.createDiagnosticCollection('instant');
  workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges: [change] }) => {
    if (!change || !uri.path.endsWith('/notes.txt')) return;
    const range = change.range.with({ end: change.range.end.translate(0, 1) });
    findings.set(uri, change.text === '0' ? [new Diagnostic(range, 'instant')] : []);
  });
};
