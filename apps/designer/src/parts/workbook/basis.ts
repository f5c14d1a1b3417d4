import type { Declaration, Mapping, Subject, Submission } from '@yardstick/model'

/** What a department's workbook is made from, and what one that comes back is held against. */
export interface WorkbookBasis {
  /** The hash of the published version, which the clerk has been told. */
  readonly version: string
  /** The one that counts; null without one. */
  readonly declaration: Declaration | null
  readonly subject: Subject
  readonly period: string
  readonly present: Submission
  /** Of the year before. */
  readonly last: Submission | null
  /** Local names that a file which comes back may use; null without. */
  readonly mapping: Mapping | null
}

/** What a workbook can be handed out as. */
export type WorkbookForm = 'xlsx' | 'csv' | 'json'
