import {
  CheckOutlined,
  CloseOutlined,
  DownOutlined,
  HolderOutlined,
  LockFilled,
  MoreOutlined,
  QuestionOutlined,
  RightOutlined,
} from '@ant-design/icons'
import type { Rule } from '@yardstick/model'
import { Button } from 'antd'
import { MenuButton } from '../parts/menu-button.tsx'
import { lockTextOf } from '../parts/sharing/lock-text.ts'
import { Locked, LockNote } from '../parts/sharing/locked.tsx'
import { useLimits } from '../parts/sharing/use-limits.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { changeOfRule, draftOfRule } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { ruleSentence } from './rule-sentence.ts'
import type { RuleTrial } from './rule-trial.ts'
import { ruleWords } from './words.ts'

export interface RuleCardProps {
  readonly rule: Rule
  readonly isOpen: boolean
  readonly trial: RuleTrial | undefined
  readonly actions: {
    readonly toggle: () => void
    readonly duplicate: () => void
    readonly remove: () => void
    /** By so many places in the list. */
    readonly move: (by: 1 | -1) => void
    readonly dragStart: (event: React.DragEvent) => void
  }
}

/** A rule: its kind and name, what it says in one sentence, what it did to the sample; opened, its form. */
export function RuleCard({ rule, isOpen, trial, actions }: RuleCardProps) {
  const w = useWords(ruleWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const draft = draftOfRule(rule)
  const locked = lockTextOf(useLimits(), 'rule', rule.id, rule.name, language)
  return (
    <article className="rules-card" data-rule={rule.id} aria-label={`${w.kinds[draft.effect]} ${rule.name}`}>
      <div className="rules-card-head">
        <button
          type="button"
          className="rules-grip"
          draggable
          title={w.move}
          aria-label={w.move}
          onDragStart={actions.dragStart}
          onKeyDown={(event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined
            if (!event.altKey || by === undefined) return
            event.preventDefault()
            actions.move(by)
          }}
        >
          <HolderOutlined />
        </button>
        <span className={`rules-kind rules-kind-${draft.effect}`}>{w.kinds[draft.effect]}</span>
        <button type="button" className="rules-name" aria-expanded={isOpen} onClick={actions.toggle}>
          {isOpen ? <DownOutlined /> : <RightOutlined />} {rule.name}
        </button>
        {locked !== undefined && <LockFilled className="rules-lock" title={locked} aria-label={locked} />}
        {trial !== undefined && <TrialBadge trial={trial} />}
        <MenuButton
          menu={{
            items: [
              { key: 'duplicate', label: w.duplicate, onClick: actions.duplicate },
              { key: 'up', label: w.up, onClick: () => actions.move(-1) },
              { key: 'down', label: w.down, onClick: () => actions.move(1) },
              { key: 'remove', label: w.remove, danger: true, disabled: locked !== undefined, onClick: actions.remove },
            ],
          }}
        >
          <Button type="text" icon={<MoreOutlined />} title={w.more} aria-label={w.more} />
        </MenuButton>
      </div>
      {isOpen ? (
        <Locked reason={locked}>
          {locked !== undefined && <LockNote reason={locked} />}
          <RuleForm
            draft={draft}
            onChange={(next, join) => {
              const edit = changeOfRule(rule, next)
              const label = { zh: ruleWords.zh.edits.change, en: ruleWords.en.edits.change }
              if (edit !== undefined)
                designer.edit(label, edit, join === undefined ? {} : { join: `rule ${rule.id} ${join}` })
            }}
          />
        </Locked>
      ) : (
        <p className="rules-sentence">{ruleSentence(draft, scheme, language)}</p>
      )}
    </article>
  )
}

function TrialBadge({ trial: { truth, did } }: { trial: RuleTrial }) {
  const w = useWords(ruleWords).trial
  return (
    <span className={`rules-trial rules-trial-${truth}`}>
      {ICONS[truth]} {w[truth]}
      {did !== undefined && <span className="rules-did">{did}</span>}
    </span>
  )
}

const ICONS = { true: <CheckOutlined />, false: <CloseOutlined />, unknown: <QuestionOutlined /> }
