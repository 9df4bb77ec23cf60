// Settings of the workspace, set and put back.
import * as vscode from 'vscode';
import { closeAll } from './report.ts';

const changed = new Set<string>();

/** Sets a setting for the workspace; undefined removes it. Resolves when extensions have been told. */
export async function set(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes what a test opened and puts back what it set. */
export async function putBack(): Promise<void> {
  await closeAll();
  for (const name of changed) await set(name, undefined);
  changed.clear();
}
