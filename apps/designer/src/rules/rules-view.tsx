import { PlusOutlined } from '@ant-design/icons'
import { stageOfRule } from '@yardstick/engine'
import type { Rule, RuleEffect } from '@yardstick/model'
import { App, Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../parts/announce.ts'
import { useAnswers } from '../parts/condition/use-answers.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { EmptyRules } from './empty-rules.tsx'
import { NewRuleCard } from './new-rule-card.tsx'
import { RuleCard } from './rule-card.tsx'
import { effects, freeRuleId, newRule } from './rule-draft.ts'
import { ruleTrial } from './rule-trial.ts'
import './rules.css'
import { ruleWords } from './words.ts'

const NO_RULES: readonly Rule[] = []

/** 加扣分: the rules of the scheme as cards, each tried at once on the chosen sample. */
export function RulesView() {
  const w = useWords(ruleWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const evaluation = useDesigner((state) => state.results.evaluation)
  const sample = useDesigner((state) => state.view.sample)
  const rules = scheme.rules ?? NO_RULES
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [writing, setWriting] = useState<RuleEffect | null>(null)
  const asked = useMemo(() => rules.map((rule) => ({ condition: rule.conditions, stage: stageOfRule(rule) })), [rules])
  const answers = useAnswers(asked)
  const actions = useRuleActions(rules, setOpen)
  const list = useRef<HTMLDivElement>(null)
  useFocusedRule(list, setOpen)
  const drag = useCardDrag(rules, actions.moveTo)
  const sampleName = sample === null ? undefined : scheme.cases?.[sample]?.name
  return (
    <div className="rules">
      <div className="rules-bar">
        <h2>{w.title}</h2>
        <span className="rules-count">{w.count(rules.length)}</span>
        <span className="rules-sample">{sampleName === undefined ? w.trial.none : w.trial.title(sampleName)}</span>
        <MenuButton
          menu={{
            items: effects.map((effect) => ({
              key: effect,
              label: (
                <span className="rules-menu-item">
                  <span>{w.kinds[effect]}</span>
                  <small>{w.kindHints[effect]}</small>
                </span>
              ),
              onClick: () => setWriting(effect),
            })),
          }}
        >
          <Button type="primary" icon={<PlusOutlined />}>
            {w.add}
          </Button>
        </MenuButton>
      </div>
      <section
        className="rules-list"
        aria-label={w.title}
        ref={list}
        onDragOver={drag.onDragOver}
        onDrop={drag.onDrop}
        onDragEnd={drag.onDragEnd}
      >
        {writing !== null && (
          <NewRuleCard
            key={writing}
            start={newRule(
              writing,
              (scheme.grades ?? []).map((grade) => grade.name),
            )}
            onDone={(added) => {
              setWriting(null)
              if (added !== null) setOpen((before) => new Set([...before, added]))
            }}
          />
        )}
        {rules.length === 0 && writing === null && <EmptyRules onBlank={() => setWriting('deduct')} />}
        {rules.map((rule, index) => (
          <div key={rule.id} className={drag.markOf(index)}>
            <RuleCard
              rule={rule}
              isOpen={open.has(rule.id)}
              trial={ruleTrial(rule, answers?.[index], evaluation, scheme, language)}
              actions={{
                toggle: () => setOpen((before) => toggled(before, rule.id)),
                duplicate: () => actions.duplicate(rule, index),
                remove: () => actions.remove(rule),
                move: (by) => actions.moveTo(rule.id, index + by),
                dragStart: (event) => drag.onDragStart(rule.id, event),
              }}
            />
          </div>
        ))}
      </section>
    </div>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

function useRuleActions(
  rules: readonly Rule[],
  setOpen: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
) {
  const w = useWords(ruleWords)
  const { message } = App.useApp()
  const label = (key: keyof typeof w.edits) => ({ zh: ruleWords.zh.edits[key], en: ruleWords.en.edits[key] })
  return {
    duplicate(rule: Rule, index: number) {
      const copy = { ...rule, id: freeRuleId(rules, rule.event.type), name: w.copyName(rule.name) }
      designer.edit(label('duplicate'), { type: 'add-rule', index: index + 1, rule: copy })
      setOpen((before) => new Set([...before, copy.id]))
    },
    remove(rule: Rule) {
      const refused = designer.edit(label('remove'), { type: 'remove-rule', id: rule.id })
      if (refused.length > 0) return
      const undo = () => {
        designer.undo()
        message.destroy('rule-removed')
      }
      const content = (
        <span>
          {w.removed(rule.name)}{' '}
          <Button type="link" onClick={undo}>
            {w.undo}
          </Button>
        </span>
      )
      message.info({ key: 'rule-removed', content, duration: 6 })
    },
    /** `index` counts among the rules as they stand once this one has left its place. */
    moveTo(id: string, index: number) {
      if (index < 0 || index >= rules.length) return
      designer.edit(label('move'), { type: 'move-rule', id, index })
      announce(w.moved(index + 1, rules.length))
    },
  }
}

/** Another panel asked for a rule, by its id or its place: it is opened and brought into view. */
function useFocusedRule(
  list: React.RefObject<HTMLDivElement | null>,
  setOpen: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
) {
  const focus = useDesigner((state) => state.view.focus)
  useEffect(() => {
    if (focus?.tab !== 'rules') return
    const rules = designer.getState().design?.scheme.rules ?? []
    const index = /^\/rules\/(\d+)/.exec(focus.pointer)?.[1]
    const rule = index === undefined ? rules.find((each) => each.id === focus.pointer) : rules[Number(index)]
    if (rule === undefined) return
    setOpen((before) => new Set([...before, rule.id]))
    requestAnimationFrame(() => {
      const card = [...(list.current?.querySelectorAll<HTMLElement>('[data-rule]') ?? [])].find(
        (each) => each.dataset['rule'] === rule.id,
      )
      card?.scrollIntoView({ block: 'nearest' })
      card?.querySelector<HTMLElement>('.rules-name')?.focus()
    })
  }, [focus, list, setOpen])
}

/** Cards dragged by their grips; a line shows between which two one would fall. */
function useCardDrag(rules: readonly Rule[], moveTo: (id: string, index: number) => void) {
  const dragged = useRef<string | null>(null)
  const [gap, setGap] = useState<number | null>(null)
  const end = () => {
    dragged.current = null
    setGap(null)
  }
  return {
    markOf: (index: number) =>
      gap === index
        ? 'rules-drop-before'
        : gap === rules.length && index === rules.length - 1
          ? 'rules-drop-after'
          : '',
    onDragStart(id: string, event: React.DragEvent) {
      dragged.current = id
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
      const card = (event.currentTarget as HTMLElement).closest('[data-rule]')
      if (card !== null) event.dataTransfer.setDragImage(card, 8, 8)
    },
    onDragOver(event: React.DragEvent) {
      if (dragged.current === null) return
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-rule]') : null
      if (card === null) return
      event.preventDefault()
      const index = rules.findIndex((rule) => rule.id === card.dataset['rule'])
      const { top, bottom } = card.getBoundingClientRect()
      setGap(event.clientY < (top + bottom) / 2 ? index : index + 1)
    },
    onDrop(event: React.DragEvent) {
      const id = dragged.current
      const to = gap
      end()
      const from = rules.findIndex((rule) => rule.id === id)
      if (id === null || to === null || from < 0) return
      event.preventDefault()
      if (to !== from && to !== from + 1) moveTo(id, to > from ? to - 1 : to)
    },
    onDragEnd: end,
  }
}
