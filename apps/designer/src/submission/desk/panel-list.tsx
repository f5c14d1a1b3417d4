import { entryOf, type Leaf, stackOf } from '@yardstick/model'
import { useWords } from '../../parts/words.ts'
import { useDesk } from './desk-context.ts'
import { panelOf, panelScores, shownNames } from './panel.ts'
import { deskWords } from './words.ts'

/** A panel's scores side by side, and what the rule makes of them. */
export function PanelList({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const { document, own, results, may } = useDesk()
  const panel = panelOf(leaf)
  if (panel === undefined) return null
  const { top, below } = stackOf(entryOf(document.judgements, leaf.id))
  // What was put in the place of the panel's score does not take its scores away.
  const layer = [top, ...below].find((each) => each?.layer === 'judged')
  const { experts, wanted } = panelScores(leaf, panel, layer, own)
  const names = shownNames(experts.map(({ who }) => who))
  // The server tells of the others once the own score stands beside theirs.
  const isBlind = may.judged === 'own' && !experts.some((each) => each.isOwn)
  const score = layer === top ? results.get(leaf.id)?.score : undefined
  return (
    <div className="desk-panel">
      <p>
        {w.panel} <span className="desk-faint">{w.panelRules[panel.rule]}</span>
      </p>
      {experts.length > 0 && (
        <ul>
          {experts.map((each) => (
            <li key={each.who} className={each.isLeftOut ? 'desk-left-out' : ''}>
              <span title={each.who}>
                {names.get(each.who)}
                {each.isOwn && <small> {w.own}</small>}
              </span>
              <strong>{each.score}</strong>
              <span>
                {each.isOutlier && (
                  <span className="badge badge-warn" title={w.outlierHint}>
                    {w.outlier}
                  </span>
                )}
                {each.isLeftOut && (
                  <span className="badge" title={w.leftOutHint}>
                    {w.leftOut}
                  </span>
                )}
              </span>
              {each.why !== undefined && <q>{each.why}</q>}
            </li>
          ))}
        </ul>
      )}
      <p className="desk-faint">
        {isBlind
          ? w.blind
          : wanted > 0
            ? `${w.experts(experts.length)} · ${w.wanted(wanted)}`
            : score != null && experts.length > 0 && w.panelScore(score)}
      </p>
    </div>
  )
}
