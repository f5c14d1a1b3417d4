/** What a reading of an indicator table left out or is unsure of. `row` and `column` count from 0 in the table that was read. */
export type Doubt =
  /** The columns were told from their contents. */
  | { readonly kind: 'no-header' }
  /** No indicators were found at all. */
  | { readonly kind: 'nothing-found' }
  /** A column nobody asked for; its texts are not read. */
  | { readonly kind: 'column-left-out'; readonly column: number; readonly text: string }
  | { readonly kind: 'row-left-out'; readonly row: number; readonly as: LeftOut; readonly text: string }
  | { readonly kind: 'points-unreadable'; readonly row: number; readonly text: string }
  /** 25% was read as 25 points. */
  | { readonly kind: 'points-in-percent'; readonly row: number; readonly text: string }
  /** The points of the indicators below do not add up to those of this one. */
  | { readonly kind: 'points-sum'; readonly row: number; readonly expected: string; readonly found: string }
  /** The total row says something else than the top level adds up to. */
  | { readonly kind: 'total-differs'; readonly row: number; readonly expected: string; readonly found: string }
  /** More than one cell claims a field; the texts were joined or, of points, the first was kept. */
  | { readonly kind: 'points-twice'; readonly row: number; readonly text: string }
  /** It stood a column beside where it belongs, as of a table turned into text; it was moved there. */
  | { readonly kind: 'row-moved'; readonly row: number; readonly text: string }
  /** One merged cell of points for several indicators, as of those of which one counts. */
  | { readonly kind: 'points-shared'; readonly row: number; readonly rows: number; readonly text: string }
  /** The rows of one indicator have points each; they were added. `text`: 1、1、2. */
  | { readonly kind: 'points-added'; readonly row: number; readonly text: string; readonly found: string }
  /** Its number stands deeper than one below the row before; it was put one below. */
  | { readonly kind: 'level-jump'; readonly row: number }

/** unnamed: something is written there, but there is no indicator for it to be of. */
type LeftOut = 'title' | 'header' | 'total' | 'note' | 'unnamed'
