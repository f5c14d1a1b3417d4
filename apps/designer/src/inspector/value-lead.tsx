import { parseFormula, printFormula, writeName } from '@yardstick/formula'
import type { Item, Leaf } from '@yardstick/model'
import { Button } from 'antd'
import { ItemPicker } from '../parts/method/item-picker.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { inspectorLabel, inspectorWords } from './words.ts'

/** Whose value the sentence speaks of: an item or measure to choose from, or the formula that has grown beyond one name. */
export function ValueLead({ leaf, onFormula }: { leaf: Leaf; onFormula: () => void }) {
  const w = useWords(inspectorWords)
  const language = useLanguage()
  const items = useDesigner((state) => state.design!.scheme.items)
  const measures = useDesigner((state) => state.design!.scheme.measures)
  const { actual } = leaf
  const parsed = actual === undefined ? undefined : parseFormula(actual)
  const expression = parsed?.ok ? parsed.value : undefined
  const name = expression?.kind === 'name' ? expression.name : undefined
  if (actual !== undefined && name === undefined) {
    return (
      <p className="inspector-lead">
        <span>{w.valueOf}</span>
        <Button type="link" title={w.actual} onClick={onFormula}>
          {expression === undefined ? actual : printFormula(expression, language)}
        </Button>
      </p>
    )
  }
  const scored = (each: { type: Item['type'] }) => SCORED.has(each.type)
  const computed = (measures ?? []).map(({ id, type, label }): Item => ({ id, type, ...(label && { label }) }))
  return (
    <div className="inspector-lead">
      <span>{w.valueOf}</span>
      <ItemPicker
        value={name}
        items={[...items, ...computed].filter(scored)}
        newType={
          leaf.target !== undefined && 'value' in leaf.target && leaf.target.value.endsWith('%') ? 'rate' : 'number'
        }
        label={w.valueOf}
        onChange={(next) =>
          designer.edit(inspectorLabel('actual'), {
            type: 'set-indicator',
            id: leaf.id,
            fields: { actual: writeName(next) },
          })
        }
      />
    </div>
  )
}

const SCORED: ReadonlySet<string> = new Set(['number', 'money', 'rate', 'count', 'date', 'boolean'])

/** Whether the rule is about the leaf's value at all. */
export function speaksOfValue({ scoring }: Leaf): boolean {
  return VALUED.has(scoring.method) || (scoring.method === 'pass' && scoring.condition === undefined)
}

const VALUED: ReadonlySet<string> = new Set(['ratio', 'steps', 'bands', 'curve', 'rank'])
