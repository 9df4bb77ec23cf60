import { expect, test } from 'vitest';
import { differsFrom } from '../../server/src/checks/analysis.ts';
import type { Digest } from '../../server/src/digest/digest.ts';
import { makeDigest } from '../../server/src/digest/make-digest.ts';
import { ReportIndex } from '../../server/src/digest/report-index.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { report } from '../support/report.ts';
import { titled } from '../support/years.ts';

/** A sentence that nobody else writes: characters chosen by a number. */
function sentence(seed: number): string {
  let state = seed * 2654435761 + 12345;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return (state >>> 8) % 3000;
  };
  return `${Array.from({ length: 30 }, () => String.fromCharCode(0x4e86 + next())).join('')}。`;
}

const SENTENCES = 20;
const prose = (seed: number, copied = 0, from = 0) =>
  Array.from({ length: SENTENCES }, (_, at) => sentence(at < copied ? from * 1000 + at : seed * 1000 + at)).join('\n');

const organ = (at: number) =>
  `砚泠市第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉戌亥'[Math.floor(at / 10)]}街道办事处`;

function digestOf(agency: string, five: string, year = 2024): Digest {
  const digest = makeDigest(mustAnalyse(report({ title: titled(agency, year), five })));
  if (!digest) throw new Error('a report with a title has a digest');
  return digest;
}

/** The files of the reports that are told to be copies, each with whose. */
function copiesIn(digests: readonly Digest[]): string[] {
  const index = new ReportIndex();
  for (const [at, digest] of digests.entries()) index.set({ uri: `file:///${at}.txt`, name: `${at}` }, digest);
  return digests.flatMap((digest, at) => {
    const company = index.companyOf(`file:///${at}.txt`);
    return differsFrom({ company }, digest) ? `${at} of ${company?.lookalike?.file.name}` : [];
  });
}

test('of a folder with planted copies those of 60 % and more are found on both sides, and no others', () => {
  for (const percent of [40, 50, 70, 80, 100]) {
    const digests = Array.from({ length: 40 }, (_, at) => {
      const copied = at % 4 === 1 ? (percent / 100) * SENTENCES : 0;
      return digestOf(organ(at), prose(at + 1, copied, at));
    });
    const pairs = digests.flatMap((_, at) => (at % 4 === 0 ? [`${at} of ${at + 1}`, `${at + 1} of ${at}`] : []));
    expect(copiesIn(digests), `${percent} %`).toEqual(percent > 60 ? pairs : []);
  }
});

test('a report is no copy of the same organ’s, of another year’s, or of what everybody was given', () => {
  const same = prose(7);
  expect(copiesIn([digestOf(organ(1), same), digestOf(organ(1), same), digestOf(organ(2), same, 2023)])).toEqual([]);
  expect(copiesIn([digestOf(organ(1), same), digestOf(organ(2), same)])).toEqual(['0 of 1', '1 of 0']);
  const given = Array.from({ length: 120 }, (_, at) => digestOf(organ(at), prose(at + 1, 14, 500)));
  expect(copiesIn(given)).toEqual([]);
});

test('what is put in again or taken away is known as it is by then', () => {
  const index = new ReportIndex();
  const [a, b] = [digestOf(organ(1), prose(7)), digestOf(organ(2), prose(7))];
  const put = (uri: string, digest: Digest | undefined) => index.set({ uri, name: uri }, digest);
  for (let each = 0; each < 300; each++) {
    put('file:///a', digestOf(organ(1), prose(each % 3)));
    if (each === 298) put('file:///b', b);
  }
  expect(index.companyOf('file:///a')?.lookalike).toBeUndefined();
  put('file:///a', a);
  expect(index.companyOf('file:///a')?.lookalike?.digest).toBe(b);
  expect(index.touchLookalikes('file:///a')).toEqual(['file:///a', 'file:///b']);
  put('file:///b', undefined);
  expect(index.companyOf('file:///a')?.lookalike).toBeUndefined();
});
