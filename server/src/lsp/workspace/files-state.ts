/**
 * How far the files of the workspace have been read.
 *
 *     unread ──wanted──▶ reading ──finished──▶ read
 *                        ▲     │                │
 *                        │     └──cancelled──▶ stopped
 *                        └──── outdated ────────┴── asked
 */
export type FilesState = 'unread' | 'reading' | 'read' | 'stopped';

/**
 * - `wanted`: a report was found; those of other years are needed, as far as nobody has stopped the reading.
 * - `asked`: a person or the client asks for all reports; the disk may have changed unseen.
 * - `outdated`: other folders or settings, or a folder was renamed.
 * - `finished`: every file has been read.
 * - `cancelled`: a person has stopped the reading.
 */
export type FilesEvent = 'wanted' | 'asked' | 'outdated' | 'finished' | 'cancelled';

const TRANSITIONS: Readonly<Record<FilesState, Readonly<Partial<Record<FilesEvent, FilesState>>>>> = {
  unread: { wanted: 'reading', asked: 'reading' },
  reading: { asked: 'reading', outdated: 'reading', finished: 'read', cancelled: 'stopped' },
  read: { asked: 'reading', outdated: 'reading' },
  stopped: { asked: 'reading', outdated: 'reading' },
};

/** The state after an event; undefined when the event changes nothing. From reading to reading it begins anew. */
export function stateAfter(state: FilesState, event: FilesEvent): FilesState | undefined {
  return TRANSITIONS[state][event];
}
