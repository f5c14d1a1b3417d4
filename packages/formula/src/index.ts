export { type Checked, checkFormula, type Declared } from './check.ts'
export { type Completion, completions, type SignatureHelp, signatureAt } from './complete.ts'
export { evaluateFormula, evaluateNode, type Read } from './evaluate.ts'
export { type Expression, namesIn } from './expression.ts'
export {
  type CallNode,
  type ChainNode,
  type CompareNode,
  type Formula,
  type Node,
  partsOfNode,
  type ValueType,
} from './formula.ts'
export { type FunctionEntry, type FunctionName, functions } from './functions.ts'
export { type HighlightKind, type HighlightPiece, highlight } from './highlight.ts'
export { type LinearFractional, linearFractional } from './linear.ts'
export { bracketName, writeName } from './name.ts'
export { normaliseFormula } from './normalise.ts'
export { MAX_DEPTH, MAX_LENGTH, parseFormula } from './parse.ts'
export { pinyinInitials, pinyinKeys, search, searchRank } from './pinyin.ts'
export { printFormula } from './print.ts'
export { printExcel } from './print-excel.ts'
export { printWithValues, type ValuePrinting } from './print-values.ts'
export { readsAll } from './reads-all.ts'
export { renameInFormula } from './rename.ts'
export { fieldInfo, itemInfo, measureInfo, type NameInfo, type Scope, scopeOf } from './scope.ts'
export type { Span } from './token.ts'
