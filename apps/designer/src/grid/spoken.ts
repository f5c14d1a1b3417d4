import { type Edit, Exact, type Language } from '@yardstick/model'
import { designer } from '../store/use-designer.ts'
import { givenPoints } from './rows.ts'
import { seatIn } from './structure.ts'
import { gridWords } from './words.ts'

/** What a screen reader hears after a commit: “分值 12，本级合计 98.5，还差 1.5”. */
export function spokenAfter(edits: readonly Edit[], language: Language): string {
  const w = gridWords[language]
  const { design } = designer.getState()
  const [edit] = edits
  if (design === null || edit === undefined) return ''
  if (edits.length === 1 && edit.type === 'set-points') {
    const [[id, points] = ['', '']] = Object.entries(edit.points)
    const parent = seatIn(design.scheme, id)?.parent
    const given = parent === undefined ? undefined : givenPoints(parent)
    if (parent === undefined || given === undefined) return w.spoken.set(w.columns.points, points)
    const left = Exact.of(parent.points).minus(Exact.of(given))
    const rest =
      left.sign === 0
        ? w.spoken.right
        : left.sign > 0
          ? w.spoken.short(left.toText())
          : w.spoken.over(left.negated().toText())
    return w.spoken.points(points, parent.name, given) + rest
  }
  const { history } = designer.getState()
  return history.entries[history.position - 1]?.label[language] ?? ''
}
