import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { annotateDocx } from '../../server/src/import/annotate-docx.ts';
import { importDocx } from '../../server/src/import/docx.ts';
import { editDocx } from '../../server/src/import/edit-docx.ts';
import { DOCX_SHAPES, renderDocx } from '../support/docx.ts';
import { type Numbers, numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';

/** LIBREOFFICE names the program, `soffice`; Debian has it in the package libreoffice-writer-nogui. */
const OFFICE = process.env.LIBREOFFICE;

describe.skipIf(!OFFICE)('LibreOffice opens what was written (skipped unless LIBREOFFICE names it)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zfxxgk-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The content of a document as an OpenDocument text. */
  function converted(bytes: Uint8Array): string {
    writeFileSync(join(folder, 'a.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'odt', '--outdir', folder, join(folder, 'a.docx')];
    execFileSync(OFFICE as string, args, { stdio: 'ignore', timeout: 120_000 });
    return new TextDecoder().decode(unzipSync(readFileSync(join(folder, 'a.odt')))['content.xml']);
  }

  const ANNOTATION = /<office:annotation [\s\S]*?<\/office:annotation>/g;
  const plain = (xml: string) => xml.replace(ANNOTATION, '').replace(/<[^>]*>/g, '');

  test.each(DOCX_SHAPES)('a report as %s writes it, changed and annotated', (shape) => {
    const [report] = fc.sample(numbers, { seed: 21, numRuns: 1 }) as [Numbers];
    const bytes = renderDocx(report, shape, plainStyle);
    const read = importDocx(bytes);
    if (read.kind !== 'imported') throw new Error(read.reason);
    const cells = [...read.text.matchAll(/(?<=\t)\d(?=[\t\n])/g)].slice(0, 9);
    const spans = cells.map(({ index }) => ({ start: index, end: index + 1 }));
    const edited = editDocx(
      bytes,
      spans.map((span) => ({ span, newText: '4321' })),
    );
    if (edited.kind !== 'edited') throw new Error(edited.reason);
    const before = plain(converted(bytes));
    expect(plain(converted(edited.bytes)).split('4321')).toHaveLength(cells.length + 1);
    const remarks = spans.map((span, at) => ({ span, paragraphs: [`第${at}条`, '可以改'] }));
    const annotated = annotateDocx(bytes, remarks, new Date());
    if (annotated.kind !== 'annotated') throw new Error(annotated.reason);
    const xml = converted(annotated.bytes);
    expect(plain(xml)).toBe(before);
    expect(xml.match(/政府信息公开年报助手/g)).toHaveLength(cells.length);
    // Each begins right before the digit that it is about.
    const digits = [...xml.matchAll(ANNOTATION)].map(
      ({ index, 0: { length } }) => xml.slice(index + length).replace(/<[^>]*>/g, '')[0],
    );
    expect(digits).toEqual(cells.map(([digit]) => digit));
  });
});
