/** What the worker is asked besides scores and issues, as a part of its own (`vite/worker-beside-page.mjs` names it). */
export {
  boundaryCases,
  conditionAnswers,
  fullMarks,
  previewFormula,
  readNames,
  shortfalls,
} from '@yardstick/engine'
export { adaptationOf } from './adaptation.ts'
export { auditSheet } from './audit-sheet.ts'
export { compareMerge } from './compare-merge.ts'
export { compareSchemes, impactOf } from './compare-schemes.ts'
export { manualTexts } from './manual-texts.ts'
export { officeFile, shortfallsApart } from './office-files.ts'
export { prepareProposal } from './prepare-proposal.ts'
export { prepareUpdate } from './prepare-update.ts'
export { sampleApart } from './sample-apart.ts'
export { workbookOf } from './workbook-of.ts'
