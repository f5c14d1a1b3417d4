import type { DifferenceSentence } from '../../evaluation/compare-schemes.ts'
import { useWords } from '../words.ts'
import './two-versions.css'
import { twoVersionsWords } from './words.ts'

const order = ['scheme', 'indicator', 'item', 'measure', 'rule', 'condition', 'grade', 'case'] as const

/**
 * 文字: what differs, grouped by what it is about.
 *
 * onOpen  leads to an indicator, where there is a way to it
 */
export function TwoSentences({
  sentences,
  onOpen,
}: {
  sentences: readonly DifferenceSentence[]
  onOpen?: ((indicator: string) => (() => void) | undefined) | undefined
}) {
  const w = useWords(twoVersionsWords)
  return order
    .map((of) => ({ of, all: sentences.filter((each) => each.of === of) }))
    .filter(({ all }) => all.length > 0)
    .map(({ of, all }) => (
      <section key={of} className="sentences">
        <h3>
          {w.parts[of]} <span>{all.length}</span>
        </h3>
        <ul>
          {all.map((each) => {
            const open = of === 'indicator' ? onOpen?.(each.id) : undefined
            return (
              <li key={`${each.id} ${each.change} ${each.text}`}>
                <span className={`change-mark change-${each.change}`}>{w.changes[each.change]}</span>
                {open === undefined ? (
                  <span>{each.text}</span>
                ) : (
                  <button type="button" title={w.toIndicator} onClick={open}>
                    {each.text}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      </section>
    ))
}
