import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from './events.ts';
import { cellRange, goodReport, PERSONS, RECEIVED, SECRET, showText, TOTAL, typeOver, withCell } from './report.ts';
import { putBack, set } from './settings.ts';

describe('source.fixAll.zfxxgk on save', () => {
  afterEach(putBack);

  it('corrects what is certain before the file is written', async () => {
    await set('editor.codeActionsOnSave', { 'source.fixAll.zfxxgk': 'explicit' });
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '176');
    await rules(document.uri, 'row-total', 'carry-balance');
    await document.save();
    equal(document.getText(), goodReport());
    equal(readFileSync(document.uri.fsPath, 'utf8'), goodReport());
    await rules(document.uri);
  });

  it('leaves a doubtful addend to its reader', async () => {
    await set('editor.codeActionsOnSave', { 'source.fixAll.zfxxgk': 'explicit' });
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, SECRET, PERSONS), '11');
    await rules(document.uri, 'cell-suspect', 'row-total', 'outcome-total');
    await document.save();
    equal(document.getText(), withCell(goodReport(), SECRET, PERSONS, '11'));
  });

  it('does nothing unless it is asked for', async () => {
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '176');
    await document.save();
    equal(readFileSync(document.uri.fsPath, 'utf8'), withCell(goodReport(), RECEIVED, TOTAL, '176'));
  });
});
