// Where the extension runs: where VS Code has Node, or in a worker of the page, as at vscode.dev.

export const IN_BROWSER = { 'remote.extensionKind': { 'zfxxgk.zfxxgk-report': ['web'] } };

/** The user's settings that make it run there. @type {Readonly<Record<string, Readonly<Record<string, unknown>>>>} */
export const HOSTS = { node: {}, browser: IN_BROWSER };
