import { decodePath } from '../text/decode-path.ts';
import type { IsWanted } from './disk.ts';

const REPORT_FILE = /\.(?:txt|md|html?)$/i;

/** Whether a file of this name may hold a report. */
export function isWanted(name: string, isOther: IsWanted = () => false): boolean {
  return REPORT_FILE.test(name) || isOther(name);
}

/** node_modules and what begins with a dot belong to programs. */
export function isPassedBy(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a search would come upon a file, by its way from the folder that is searched, with `/`. */
export function isSearched(way: string, isOther?: IsWanted): boolean {
  return isWanted(way.slice(way.lastIndexOf('/') + 1), isOther) && !way.split('/').some(isPassedBy);
}

/** Whether a file in a folder would be found by a search, by their addresses. */
export function covers(folder: string, uri: string, isOther?: IsWanted): boolean {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(base) && isSearched(decodePath(uri.slice(base.length)), isOther);
}
