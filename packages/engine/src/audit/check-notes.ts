import { Exact, type Issue, issue } from '@yardstick/model'
import { normalise } from './printed.ts'
import { knownPoints, plainName, type SheetView } from './sheet-view.ts'

/** Points that the notes under a table fix for its first level (预算执行率10分、履职效果指标50分) against the rows. */
export function checkNotes(view: SheetView): Issue[] {
  if (!view.hasPoints(0)) return []
  return (view.sheet.scoringNotes ?? []).flatMap((note, index) =>
    view.root.children.flatMap((row) => {
      const stated = statedPoints(normalise(note), plainName(row.row.name))
      const points = knownPoints(row)
      if (stated === undefined || points === undefined || points.equals(stated)) return []
      return [
        issue('AUDIT_NOTE_POINTS', {
          pointer: row.pointer,
          where: row.names,
          expected: { points: stated.toText(), note: index + 1 },
          found: points.toText(),
        }),
      ]
    }),
  )
}

/** The one number of points that the note gives the name; a name inside a longer one is not it. */
function statedPoints(note: string, name: string): Exact | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{Script=Han}\\p{L}\\d])${escaped}(?:指标)?[(]?(\\d{1,4}(?:\\.\\d{1,4})?)分`, 'gu')
  const stated = [...note.matchAll(pattern)].map((match) => match[1])
  return new Set(stated).size === 1 ? Exact.parse(stated[0] ?? '') : undefined
}
