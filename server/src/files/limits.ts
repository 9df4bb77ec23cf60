/**
 * Reports have some kilobytes. What is larger than this takes a minute and gigabytes of memory to read, and is something
 * else: UTF-16 code units of a text, and bytes of a file of text.
 */
export const LARGEST_TEXT = 16 * 1024 * 1024;

/** Bytes of a file of Word, Excel or a PDF, which may hold pictures. */
export const LARGEST_OFFICE_FILE = 64 * 1024 * 1024;

/** Reports have a few kilobytes; a larger file of text than this is not read unasked. */
export const LARGEST_UNASKED = 2 * 1024 * 1024;

/** Settings have some lines, and a dismissed finding a few more. */
export const LARGEST_SETTINGS = 1024 * 1024;
