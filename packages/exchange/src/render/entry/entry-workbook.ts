import { unitItems } from '@yardstick/model'
import type { Workbook } from '../workbook.ts'
import { ChoiceLists } from './entry-choices.ts'
import { claimsSheet } from './entry-claims-sheet.ts'
import { dataSheet } from './entry-data-sheet.ts'
import { guideSheet, identitySheet } from './entry-guide-sheet.ts'
import { identityOf } from './entry-identity.ts'
import { listSheets } from './entry-list-sheet.ts'
import { unitsSheet } from './entry-units-sheet.ts'
import type { EntryContext, EntryWorkbookInput } from './entry-workbook-input.ts'
import { listSheetNames } from './entry-workbook-keys.ts'
import { entryWords } from './entry-workbook-words.ts'

export { entryTable } from './entry-table.ts'
export type { EntryWorkbookInput } from './entry-workbook-input.ts'

/**
 * The workbook that one department fills in: 填报说明, 数据填报 by indicator, 下属单位 where the scheme brings units together, a
 * sheet for each list item, 自评 where asked for, and a hidden sheet that says what it was made for. `readEntryWorkbook` takes it back.
 */
export function entryWorkbook(input: EntryWorkbookInput): Workbook {
  const { scheme, language } = input
  const words = entryWords[language]
  const context: EntryContext = {
    ...input,
    words,
    sheetByList: listSheetNames(scheme, [words.guide, words.data, words.units, words.claims, IDENTITY_SHEET]),
    choices: new ChoiceLists(IDENTITY_SHEET),
  }
  const ofUnits = unitItems(scheme, input.present)
  const sheets = [
    guideSheet(context, ofUnits.length > 0),
    dataSheet(context),
    ...(ofUnits.length > 0 ? [unitsSheet(context, ofUnits)] : []),
    ...listSheets(context),
    ...(input.hasClaims === true ? [claimsSheet(context)] : []),
  ]
  return {
    title: words.heading(scheme.name),
    language,
    sheets: [...sheets, identitySheet(IDENTITY_SHEET, identityOf(input), context.choices)],
  }
}

const IDENTITY_SHEET = 'yardstick'
