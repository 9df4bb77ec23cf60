import { afterAll, beforeAll } from 'vitest';
import type { SummaryJson } from '../../server/src/cli/summary/json.ts';
import { folderOf, type PlannedFile } from '../support/generate/folder.ts';
import { newSandbox, type Run, type Sandbox } from './harness.ts';

/** A folder `organs` with the reports of twelve organs on 2023 and 2024, all of them sound. */
export function useOrgans() {
  const files: readonly PlannedFile[] = [
    ...folderOf({ organs: 12, years: [2023, 2024], seed: 5, faults: 0, breaks: 0 }),
  ];
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await newSandbox();
    for (const { path, bytes } of files) sandbox.write(`organs/${path}`, bytes);
  });
  afterAll(() => sandbox.remove());
  return {
    files,
    folder: () => sandbox.folder,
    write: (path: string, content: string | Buffer) => sandbox.write(path, content),
    run: (...args: string[]): Promise<Run> => sandbox.run(args),
    summary: (...args: string[]): Promise<Run> => sandbox.run(['summary', ...args]),
    of: (year: number) => files.filter(({ numbers }) => numbers.year === year).map(({ numbers }) => numbers),
  };
}

export const parsed = ({ out }: Run) => JSON.parse(out) as SummaryJson;
