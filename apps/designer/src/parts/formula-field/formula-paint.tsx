import { highlight, type Scope } from '@yardstick/formula'
import type { Issue } from '@yardstick/model'

/**
 * A formula's text with its words coloured and its faults underlined. It lies under the input that is typed into, letter
 * under letter, so nothing here may change the width of the text.
 */
export function FormulaPaint({ text, scope, issues }: { text: string; scope: Scope; issues: readonly Issue[] }) {
  return (
    <>
      {paintedPieces(text, scope, issues).map(({ from, to, className }) => (
        <span key={from} className={className}>
          {text.slice(from, to)}
        </span>
      ))}
    </>
  )
}

interface Painted {
  readonly from: number
  readonly to: number
  readonly className: string
}

/** The whole text cut wherever a colour or an underline begins or ends. */
function paintedPieces(text: string, scope: Scope, issues: readonly Issue[]): Painted[] {
  const pieces = highlight(text, scope)
  const faults = issues.flatMap(({ span, severity }) =>
    span === undefined
      ? []
      : [{ from: Math.min(span.from, text.length - 1), to: Math.max(span.to, span.from + 1), severity }],
  )
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...pieces, ...faults])
    for (const at of [from, to]) if (at > 0 && at < text.length) cuts.add(at)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!
    const piece = pieces.find((each) => each.from <= from && to <= each.to)
    const fault = faults.find((each) => each.from <= from && to <= each.to)
    const names = [piece && `ff-${piece.kind}`, fault && `ff-fault-${fault.severity}`]
    return { from, to, className: names.filter((each) => each !== undefined).join(' ') }
  })
}
