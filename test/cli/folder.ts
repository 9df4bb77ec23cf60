import { folderOf, type Plan, type PlannedFile } from '../support/generate/folder.ts';
import type { Sandbox } from './harness.ts';

/** Enough reports that threads are started, few enough that a test is quick. */
export const PLAN: Plan = { organs: 40, years: [2022, 2023, 2024], seed: 7, faults: 200, breaks: 50 };

/** Writes a generated folder into a sandbox. */
export function writeReports(sandbox: Sandbox, folder: string, plan: Plan = PLAN): PlannedFile[] {
  const files = [...folderOf(plan)];
  for (const { path, bytes } of files) sandbox.write(`${folder}/${path}`, bytes);
  return files;
}
