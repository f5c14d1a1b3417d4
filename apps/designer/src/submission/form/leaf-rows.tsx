import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Exact, type IndicatorResult } from '@yardstick/model'
import { useState } from 'react'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import type { EvidenceFile } from '../evidence.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { useUploads } from '../use-uploads.ts'
import { ClaimField } from './claim-field.tsx'
import type { EarlierValues } from './earlier-values.ts'
import { EvidenceCell } from './evidence-cell.tsx'
import type { FormLeaf } from './form-sections.ts'
import { ItemRow } from './item-row.tsx'
import { goToEntry } from './moves.ts'
import { useClaims } from './use-claims.ts'
import { formPartWords } from './words.ts'

/** One indicator: what it is worth, how it is scored, what it asks for. */
export function LeafRows({
  of,
  earlier,
  files,
  columns,
}: {
  of: FormLeaf
  earlier: EarlierValues | undefined
  files: ReadonlyMap<string, readonly EvidenceFile[]>
  columns: number
}) {
  const w = useWords(formPartWords)
  const signs = useWords(signWords)
  const { rights } = useSubmission()
  const { leaf, path, items, above } = of
  const result = useSubmissionView(({ evaluation }) => evaluation?.indicators.find(({ id }) => id === leaf.id))
  const standard = useSubmissionView(({ texts }) => texts.leaves[leaf.id]?.standard)
  const { scores } = useClaims()
  const claim = scores[leaf.id]
  const [isOpen, setIsOpen] = useState(false)
  const hasEvidence = items.length === 0 || leaf.evidence !== undefined || files.has(leaf.id)
  return (
    <tbody>
      <tr className="form-leaf">
        <th scope="rowgroup" colSpan={columns}>
          <div className="form-leaf-line">
            <span className="form-leaf-name">
              {path.slice(0, -1).map((name) => (
                <span key={name} className="form-leaf-above">
                  {name} /{' '}
                </span>
              ))}
              {leaf.name}
              {standard !== undefined && (
                <button
                  type="button"
                  className="form-more-text"
                  aria-expanded={isOpen}
                  onClick={() => setIsOpen(!isOpen)}
                >
                  {w.standard}
                  {isOpen ? <UpOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
                </button>
              )}
            </span>
            <span className="form-points">{w.points(leaf.points)}</span>
            <span className="form-points">{result?.score == null ? w.noScore : w.score(result.score)}</span>
            {rights.claim ? (
              <ClaimField leaf={leaf} />
            ) : (
              claim !== undefined && <span className="form-points">{signs.headed(w.claim, claim)}</span>
            )}
          </div>
          {isOpen && <p className="form-standard">{leaf.standard ?? standard}</p>}
          <Difference claim={claim} result={result} />
        </th>
      </tr>
      {items.map(({ item, alsoIn }) => (
        <ItemRow key={item.id} item={item} alsoIn={alsoIn} earlier={earlier} files={files.get(item.id) ?? []} />
      ))}
      {above.length > 0 && (
        <tr className="form-also">
          <td colSpan={columns}>
            {signs.headed(w.aboveLabel, '')}
            {above.map(({ item, in: where }) => (
              <button key={item.id} type="button" onClick={() => goToEntry(item.id)}>
                {w.above(item.label ?? item.id, where)}
              </button>
            ))}
          </td>
        </tr>
      )}
      {hasEvidence && (
        <LeafEvidence
          of={of}
          files={files.get(leaf.id) ?? []}
          columns={columns}
          note={items.length > 0 || above.length > 0 ? '' : w.judged}
        />
      )}
    </tbody>
  )
}

/** Evidence for the indicator itself. */
function LeafEvidence({
  of: { leaf },
  files,
  columns,
  note,
}: {
  of: FormLeaf
  files: readonly EvidenceFile[]
  columns: number
  note: string
}) {
  const uploads = useUploads(leaf.id)
  return (
    <tr className="form-item">
      <td colSpan={columns - 1} className="form-facts">
        {note}
      </td>
      <td>
        <EvidenceCell name={leaf.name} needed={leaf.evidence} isLacking={false} files={files} uploads={uploads} />
      </td>
    </tr>
  )
}

/** Where 自评分 and the score on the data differ: by how much, and what the data say. */
function Difference({ claim, result }: { claim: string | undefined; result: IndicatorResult | undefined }) {
  const w = useWords(formPartWords)
  if (claim === undefined || result?.score == null) return null
  const [said, scored] = [Exact.parse(claim), Exact.of(result.score)]
  if (said === undefined || said.equals(scored)) return null
  const isMore = scored.lessThan(said)
  const difference = (isMore ? said.minus(scored) : scored.minus(said)).toText()
  return (
    <p className="form-difference">
      <span>{isMore ? w.claimMore(difference) : w.claimLess(difference)}</span>
      <span>{result.sentence}</span>
    </p>
  )
}
