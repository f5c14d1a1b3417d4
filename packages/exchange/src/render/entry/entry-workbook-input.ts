import type { Scheme, Subject, Submission } from '@yardstick/model'
import type { ChoiceLists } from './entry-choices.ts'
import type { EntryWords } from './entry-workbook-words.ts'

export interface EntryWorkbookInput {
  /** Bound to the declaration, where there is one. */
  readonly scheme: Scheme
  /** Content hashes of the published scheme and of the declaration, so that a file made for another version is noticed. */
  readonly schemeHash?: string
  readonly declarationHash?: string
  readonly subject: Subject
  readonly period: string
  /** What has been reported so far; it stands in the cells. */
  readonly present?: Submission
  /** Last year's submission, whose values stand beside the cells. */
  readonly last?: Submission
  readonly language: 'zh' | 'en'
  /** Whether indicators are self-scored. */
  readonly hasClaims?: boolean
}

/** What every sheet of a department's workbook is made from. */
export interface EntryContext extends EntryWorkbookInput {
  readonly words: EntryWords
  /** Names of sheets by the id of their list item. */
  readonly sheetByList: ReadonlyMap<string, string>
  readonly choices: ChoiceLists
}
