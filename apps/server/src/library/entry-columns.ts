import { type IndicatorModule, indicatorModule, isLeaf, validateAs } from '@yardstick/model'
import { kept } from '../document-text.ts'
import { wrongData } from '../refusal.ts'

/** A module as the library keeps it; its name unless it is given another one. */
export function entryColumns({ name, module }: { readonly name?: string | undefined; readonly module: unknown }) {
  const read = validateAs<IndicatorModule>(indicatorModule, module)
  if (!read.ok) throw wrongData(read.issues.map((each) => ({ ...each, pointer: `/module${each.pointer}` })))
  const { indicators } = read.value
  const isOne = indicators.length === 1 && indicators.every(isLeaf)
  return {
    kind: isOne ? ('indicator' as const) : ('module' as const),
    name: name ?? read.value.name,
    ...kept(read.value),
  }
}
