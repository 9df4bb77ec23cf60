import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { anyNumbers } from '../../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../../support/generate/render.ts';
import { mutate } from './mutators.ts';
import { pick, randomOf } from './random.ts';

/** A damaged report, and how it came about. */
export interface Document {
  readonly text: string;
  /** The layout of the report that was damaged, or the name of the file that it was published in. */
  readonly source: string;
  /** The kinds of damage, in the order in which they were done. */
  readonly applied: readonly string[];
}

interface Source {
  readonly name: string;
  readonly text: string;
}

/** Documents that are made of the same reports: drawing reports takes longer than damaging them. */
export const DRAWN_TOGETHER = 2000;

/** Reports of each layout among which these documents are made; in either form and every style. */
const OF_EACH_LAYOUT = 8;

/** One document in so many is made of a published report. */
const PUBLISHED = 8;

const report = fc.tuple(anyNumbers, style);

function draw(seed: number): Source[] {
  return LAYOUTS.flatMap((name, index) =>
    fc
      .sample(report, { seed: seed * LAYOUTS.length + index, numRuns: OF_EACH_LAYOUT })
      .map(([numbers, look]) => ({ name, text: render(numbers, name, look).text })),
  );
}

const SHARED = resolve('../shared/reports');

/** Published reports and samples of layouts beside the repository, in the order of their names; none elsewhere. */
const published: readonly Source[] = ['real', 'layouts'].flatMap((folder) => {
  const path = resolve(SHARED, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => !name.endsWith('.json'));
  return names.sort().map((name) => ({ name, text: readFileSync(resolve(path, name), 'utf8') }));
});

/** How many published reports there are to be damaged. */
export const publishedCount = published.length;

let drawn: { readonly key: string; readonly sources: readonly Source[] } | undefined;

/** The reports that a document may be made of; the last ones are kept. */
function sourcesOf(seed: number, batch: number): readonly Source[] {
  const key = `${seed} ${batch}`;
  if (drawn?.key !== key) drawn = { key, sources: draw(seed * 1000 + batch) };
  return drawn.sources;
}

/**
 * Document number so-and-so of a seed: always the same, whichever were made before it. One that is made of generated
 * reports alone does not change when no published ones are there.
 */
export function documentOf(seed: number, number: number): Document {
  const random = randomOf(seed, number);
  const generated = sourcesOf(seed, Math.floor(number / DRAWN_TOGETHER));
  const draw = () => {
    const one = pick(random, generated);
    const other = random(PUBLISHED);
    const index = random(1000);
    return other === 0 && published.length > 0 ? (published[index % published.length] as Source) : one;
  };
  const source = draw();
  const { text, applied } = mutate(source.text, random, () => draw().text);
  return { text, source: source.name, applied };
}
