import type { ScoringMethod } from '@yardstick/model'

/** A little picture of each scoring method, as strokes on 16 × 16: the shape of its score curve, where it has one. */
export const METHOD_STROKES: { readonly [M in ScoringMethod]: string } = {
  ratio: 'M2 14L9 5H14M2 2V14H14',
  steps: 'M2 3H5V6H8V9H11V12H14',
  bands: 'M2 13H6M6 9H10M10 4H14M6 9V13M10 4V9',
  curve: 'M2 13L6 10L9 5L14 3',
  pass: 'M2 13H8V4H14',
  checklist: 'M2 4L3.5 5.5L6 2.5M8 4H14M2 11L3.5 12.5L6 9.5M8 11H14',
  levels: 'M3 14V10M8 14V6M13 14V2',
  judgement: 'M3 13L4 10L11 3L13 5L6 12Z',
  formula: 'M6 14C8 14 7 2 10 2M5 7H11',
  table: 'M2 3H14V13H2ZM2 7H14M7 3V13',
  'share-met': 'M8 2A6 6 0 1 0 14 8H8Z',
  rank: 'M2 14V9H6V5H10V11H14V14Z',
}
/** A branch: its children come together. */
export const BRANCH_STROKES = 'M3 8H7M7 8V3H13M7 8H13M7 8V13H13'
/** The scheme. */
export const SCHEME_STROKES = 'M3 2H11L13 4V14H3ZM6 7H10M6 10H10'
