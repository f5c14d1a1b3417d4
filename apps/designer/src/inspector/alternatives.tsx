import type { Branch, Combine, Condition, Item } from '@yardstick/model'
import { Suspense } from 'react'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { lazyPart } from '../parts/lazy-part.tsx'
import { useFacts } from '../parts/method/use-facts.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { setField } from './edit-node.ts'
import { inspectorWords } from './words.ts'

const ConditionEditor = lazyPart(async () => (await import('../parts/condition/condition-editor.tsx')).ConditionEditor)

type Alternating = Extract<Combine, object>

/** Alternatives by the first choice item there is, its choices given to the children in turn; undefined without one. */
export function firstAlternatives({ children }: Branch, items: readonly Item[]): Alternating | undefined {
  const item = items.find((each) => each.type === 'choice' && (each.choices?.length ?? 0) > 0)
  if (item === undefined || children.length === 0) return undefined
  const pairs = (item.choices ?? []).map((choice, index) => [choice, children[index % children.length]!.id])
  return { alternatives: { item: item.id, children: Object.fromEntries(pairs) } }
}

/** Which child counts in which case: by a choice item, or by a condition of each child. */
export function Alternatives({ node, combine }: { node: Branch; combine: Alternating }) {
  const w = useWords(inspectorWords)
  const items = useDesigner((state) => state.design!.scheme.items)
  const facts = useFacts()
  const { alternatives } = combine
  const set = (next: Alternating['alternatives']) => setField(node, 'combine', { alternatives: next }, 'combine')
  const names = Object.fromEntries(node.children.map((child) => [child.id, child.name]))
  if (!('item' in alternatives)) {
    const setWhen = (child: string, condition: Condition) => set({ when: { ...alternatives.when, [child]: condition } })
    return (
      <>
        {node.children.map((child) => (
          <section key={child.id}>
            <h3 className="inspector-title">{child.name}</h3>
            <Suspense fallback={null}>
              <ConditionEditor
                value={alternatives.when[child.id]}
                facts={facts}
                label={child.name}
                onChange={(condition) => setWhen(child.id, condition)}
              />
            </Suspense>
          </section>
        ))}
      </>
    )
  }
  const chosen = items.find((item) => item.id === alternatives.item)
  const choiceItems = items.filter((item) => item.type === 'choice')
  return (
    <>
      <FieldRow label={w.selectorItem}>
        <ChoiceField
          value={alternatives.item}
          choices={Object.fromEntries(choiceItems.map((item) => [item.id, item.id]))}
          label={w.selectorItem}
          onChange={(item) => {
            const next = firstAlternatives(
              node,
              choiceItems.filter((each) => each.id === item),
            )
            if (next !== undefined) set(next.alternatives)
          }}
        />
      </FieldRow>
      {(chosen?.choices ?? []).map((choice) => (
        <FieldRow key={choice} label={w.selectorChild(choice)}>
          <ChoiceField
            value={alternatives.children[choice]}
            choices={names}
            none={w.selectorNone}
            label={w.selectorChild(choice)}
            onChange={(child) => {
              const { [choice]: _, ...rest } = alternatives.children
              set({ item: alternatives.item, children: child === undefined ? rest : { ...rest, [choice]: child } })
            }}
          />
        </FieldRow>
      ))}
    </>
  )
}
