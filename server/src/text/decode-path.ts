/** A part of an address as people write it; what cannot be decoded stays. Never throws. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
