/** What the extension tells the view. */
export type ToView =
  /** The elements of the drawing from `from` on, `removed` of them, are to be these. */
  | { readonly kind: 'elements'; readonly from: number; readonly removed: number; readonly elements: readonly string[] }
  /** The caret stands in this place of the drawing, or in none. */
  | { readonly kind: 'caret'; readonly id: string | undefined };

/** What a person does in the view. */
export type FromView =
  | { readonly kind: 'ready' }
  /** A click on a place of the drawing. */
  | { readonly kind: 'reveal'; readonly id: string }
  /** A click on a button, with what it carries: `3.1`. */
  | { readonly kind: 'fix'; readonly button: string };
