import { type Indicator, isBranch } from '@yardstick/model'
import { Checkbox } from 'antd'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { TargetField } from '../parts/method/target-field.tsx'
import { lockBasis } from '../parts/sharing/lock-basis.ts'
import { fixedPointsText, lockText, pointsText } from '../parts/sharing/lock-text.ts'
import { Locked, LockNote } from '../parts/sharing/locked.tsx'
import { useLimits } from '../parts/sharing/use-limits.ts'
import { sharingWords } from '../parts/sharing/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { setField, setPoints, setTarget } from './edit-node.ts'
import { inspectorWords } from './words.ts'

/** What every indicator has: its name and number, points, target of a leaf, core and bonus. */
export function NodeHead({ node, path, isWeighed }: { node: Indicator; path: readonly string[]; isWeighed: boolean }) {
  const w = useWords(inspectorWords)
  const sharing = useWords(sharingWords)
  const language = useLanguage()
  const limits = useLimits()
  const locked = lockText(limits, node, language)
  const fixedPoints = fixedPointsText(limits, node, language)
  const range = limits.pointsOf(node.id)
  const basis = useDesigner((state) => lockBasis(state.design!.scheme, node.id))
  return (
    <div className="inspector-head">
      {path.length > 1 && <p className="inspector-path">{path.slice(0, -1).join(' / ')}</p>}
      {locked !== undefined && <LockNote reason={locked} basis={basis} />}
      <div className="inspector-name">
        <Locked reason={locked}>
          <TextField
            value={node.name}
            isOptional={false}
            rows={1}
            label={w.name}
            check={(text) => !/[[\]\n]/.test(text) && text.length <= 200}
            onCommit={(name) => setField(node, 'name', name!, 'name')}
          />
        </Locked>
      </div>
      <FieldRow label={w.points}>
        <Locked reason={fixedPoints}>
          <DecimalField
            value={node.points}
            label={w.points}
            width={72}
            onCommit={(points) => setPoints([node], points!)}
          />
        </Locked>
        {range !== undefined && fixedPoints === undefined && (
          <span className="points-range" title={pointsText(limits, node.id, language)}>
            {sharing.points(range.least, range.most)}
          </span>
        )}
        <Locked reason={locked}>
          {isWeighed && (
            <>
              <span className="field-label">{w.weight}</span>
              <DecimalField
                value={node.weight}
                label={w.weight}
                width={64}
                isOptional
                onCommit={(weight) => setField(node, 'weight', weight, 'weights')}
              />
            </>
          )}
          <Checkbox
            checked={node.kind === 'bonus'}
            onChange={(event) => setField(node, 'kind', event.target.checked ? 'bonus' : undefined, 'kind')}
          >
            {w.bonus}
          </Checkbox>
          <Checkbox
            checked={node.core === true}
            onChange={(event) => setField(node, 'core', event.target.checked || undefined, 'core')}
          >
            {w.core}
          </Checkbox>
        </Locked>
      </FieldRow>
      {!isBranch(node) && (
        <FieldRow label={w.target}>
          <Locked reason={locked}>
            <TargetField
              value={node.target}
              label={w.target}
              placeholder={w.targetPlaceholder}
              onCommit={(target) => setTarget(node, target)}
            />
          </Locked>
        </FieldRow>
      )}
    </div>
  )
}
