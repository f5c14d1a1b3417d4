import { type Branch, type Combine, Exact, isBranch, type Place, roundingOf, sum } from '@yardstick/model'
import { Button, Checkbox } from 'antd'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { lockText } from '../parts/sharing/lock-text.ts'
import { Locked } from '../parts/sharing/locked.tsx'
import { useLimits } from '../parts/sharing/use-limits.ts'
import { sharingWords } from '../parts/sharing/words.ts'
import { useLate } from '../parts/use-late.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { areReasonsBehind } from '../store/results.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { Alternatives, firstAlternatives } from './alternatives.tsx'
import { setField } from './edit-node.ts'
import { NodeHead } from './node-head.tsx'
import { RoundingField } from './rounding-field.tsx'
import { SharingSection } from './sharing-section.tsx'
import { inspectorWords } from './words.ts'

/** A branch: how its children come together, and whether their points agree with its own. */
export function BranchInspector({ place }: { place: Place<Branch> }) {
  const w = useWords(inspectorWords)
  const sharing = useWords(sharingWords)
  const scheme = useDesigner((state) => state.design!.scheme)
  const result = useDesigner((state) => state.results.evaluation?.indicators.find((each) => each.id === place.node.id))
  const isRenewing = useLate(useDesigner(areReasonsBehind))
  const { node } = place
  const language = useLanguage()
  const locked = lockText(useLimits(), node, language)
  const combine = node.combine ?? 'sum'
  const kind = typeof combine === 'string' ? combine : 'alternatives'
  const choose = (next: Exclude<Combine, object> | 'alternatives') => {
    if (next === kind) return
    setField(node, 'combine', next === 'alternatives' ? firstAlternatives(node, scheme.items) : next, 'combine')
  }
  const canAlternate = kind === 'alternatives' || firstAlternatives(node, scheme.items) !== undefined
  const { alternatives, ...others } = w.combines
  return (
    <div className="inspector">
      <NodeHead node={node} path={place.path} isWeighed={place.parent?.combine === 'weighted-mean'} />
      <div className="inspector-body">
        {result !== undefined && (
          <div className={isRenewing ? 'reasons-behind' : ''}>
            <p className="inspector-sentence">{result.sentence}</p>
          </div>
        )}
        <Locked reason={locked}>
          <FieldRow label={w.combine} hint={canAlternate ? undefined : w.noChoiceItem}>
            <ChoiceField
              value={kind}
              choices={canAlternate ? w.combines : (others as typeof w.combines)}
              label={w.combine}
              onChange={(next) => choose(next!)}
            />
          </FieldRow>
          {typeof combine === 'object' && <Alternatives node={node} combine={combine} />}
          <FieldRow label="">
            <Checkbox
              checked={node.individual === true}
              onChange={(event) => setField(node, 'individual', event.target.checked || undefined, 'individual')}
            >
              {w.individual}
            </Checkbox>
          </FieldRow>
          {node.individual === true && <p className="method-note">{w.individualHint}</p>}
        </Locked>
        <Children node={node} kind={kind} />
        <Locked reason={locked}>
          <RoundingField
            value={node.rounding}
            inherited={roundingOf(scheme, 'branch')}
            label={w.rounding}
            onChange={(rounding) => setField(node, 'rounding', rounding, 'rounding')}
          />
          {(['definition', 'basis', 'note'] as const).map((key) => (
            <FieldRow key={key} label={w[key]}>
              <TextField
                value={node[key]}
                rows={1}
                label={w[key]}
                onCommit={(text) => setField(node, key, key === 'basis' ? text?.replace(/\s*\n\s*/g, ' ') : text, key)}
              />
            </FieldRow>
          ))}
        </Locked>
        <h3 className="inspector-title">{sharing.heading}</h3>
        <SharingSection node={node} />
      </div>
    </div>
  )
}

/** The children with their points, or their weights where these count, and whether they agree with the branch. */
function Children({ node, kind }: { node: Branch; kind: string }) {
  const w = useWords(inspectorWords)
  const counted = node.children.filter((child) => child.kind !== 'bonus')
  const total = sum(counted.map((child) => Exact.of(child.points)))
  const own = Exact.of(node.points)
  const isSum = kind === 'sum'
  const isWeighed = kind === 'weighted-mean'
  const isRight = isSum ? total.equals(own) : counted.every((child) => Exact.of(child.points).equals(own))
  const difference = total.minus(own)
  return (
    <section>
      <h3 className="inspector-title">
        {isWeighed ? w.weights : w.children}
        {!isWeighed && counted.length > 0 && (
          <span className={isRight ? 'method-right' : 'method-wrong'}>
            {isSum
              ? isRight
                ? w.childSumRight(total.toText())
                : (difference.sign < 0 ? w.childSumShort : w.childSumOver)(total.toText(), difference.abs().toText())
              : w.eachFull}
          </span>
        )}
      </h3>
      <ul className="inspector-children">
        {node.children.map((child) => (
          <li key={child.id}>
            <Button
              type="link"
              onClick={() =>
                designer.setView(({ selection }) => ({
                  selection: { ...selection, active: child.id, ids: [child.id] },
                }))
              }
            >
              {child.name}
            </Button>
            {child.kind === 'bonus' && <span className="inspector-tag">{w.bonus}</span>}
            {isBranch(child) && <span className="inspector-sub">({child.children.length})</span>}
            {isWeighed ? (
              <DecimalField
                value={child.weight}
                label={`${w.weight} ${child.name}`}
                placeholder={w.weightMissing}
                width={72}
                isOptional
                onCommit={(weight) => setField(child, 'weight', weight, 'weights')}
              />
            ) : (
              <strong>{child.points}</strong>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
