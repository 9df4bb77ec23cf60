import { decodePath } from '../text/decode-path.ts';

/** The path of a document's address, for globs; an address without one (untitled:) as it is. */
export function pathOf(uri: string): string {
  return decodePath(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, ''));
}

/** The last parts of an address, which people know it by: `栖云县水利局-2024.md` */
export function nameOf(uri: string, parts = 1): string {
  return decodePath(uri.split('/').slice(-parts).join('/'));
}

/** The way to a file from the one of these folders that it is in, as a person who stands there writes it. */
export function pathFrom(folders: readonly string[], uri: string): string {
  const folder = folders.find((each) => uri.startsWith(`${each}/`));
  if (folder === undefined) return nameOf(uri);
  const inside = decodePath(uri.slice(folder.length + 1));
  return folders.length > 1 ? `${nameOf(folder)}/${inside}` : inside;
}
