import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The version in package.json, which always lies one folder above the bundle (`dist/cli.js`). It is read only when
 * asked for, so that a bundle copied away from its package still checks reports.
 */
export function readVersion(): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
    const version = (manifest as { readonly version?: unknown }).version;
    return typeof version === 'string' ? version : '未知 unknown';
  } catch {
    return '未知 unknown';
  }
}
