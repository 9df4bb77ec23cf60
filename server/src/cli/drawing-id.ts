import { Hash } from '../text/hash.ts';
import type { Source } from './source.ts';

/** The id of a report's drawing on a page with many, with which the ids in it begin. */
export function drawingId({ path }: Pick<Source, 'path'>): string {
  const hash = new Hash();
  for (let at = 0; at < path.length; at++) hash.add(path.charCodeAt(at));
  return `r${hash
    .halves()
    .map((half) => half.toString(36))
    .join('')}`;
}
