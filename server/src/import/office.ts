/** What the language server needs of this room: a bundle of its own, loaded when the first such file comes. */
export { annotateDocx } from './annotate-docx.ts';
export { commentsOnlyIn } from './comment-package.ts';
export { editDocx } from './edit-docx.ts';
export { importFile } from './import.ts';
export { FAILURES, NOTES, REFUSALS } from './wording.ts';
