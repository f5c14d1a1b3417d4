import type { ConditionAnswer, Stage } from '@yardstick/engine'
import type { Condition } from '@yardstick/model'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import './condition.css'
import { GroupBody } from './condition-rows.tsx'
import { ConditionText } from './condition-text.tsx'
import { type DraftGroup, draftOf, type Whole, wholeOf } from './draft.ts'
import { update } from './draft-moves.ts'
import { type Editing, EditingContext, type ShownAnswer } from './editing.ts'
import type { Fact } from './facts.ts'
import { useAnswers } from './use-answers.ts'
import { useDrag } from './use-drag.ts'
import { conditionWords } from './words.ts'

export interface ConditionEditorProps {
  /** Undefined where nothing is said yet; the editor then begins with an empty line. */
  readonly value: Condition | undefined
  /** Only whole conditions come out; with `joinKey`, quick changes of one kind can be one undo step. */
  readonly onChange: (next: Condition, joinKey?: string) => void
  /** What can be asked about here (`factsOf`). */
  readonly facts: readonly Fact[]
  /** When the condition is asked, for the sample's answers; null where it is asked of records, one by one. */
  readonly stage?: Stage | null
  readonly label?: string
  /** Names of the shared conditions this editor stands in: they cannot use themselves. */
  readonly inside?: readonly string[]
}

/**
 * Builds a condition: lines in groups, nested, moved by mouse and keyboard, each with the answer of the chosen sample. What
 * is unfinished lives here until it is whole; what comes from elsewhere (undo, another view) takes its place.
 */
export function ConditionEditor(props: ConditionEditorProps) {
  const { value, onChange, facts, stage = 'items', label, inside = [] } = props
  const w = useWords(conditionWords)
  const { draft, take } = useDraft(value, onChange)
  const whole = useMemo(() => wholeOf(draft), [draft])
  const asked = useMemo(
    () => (whole === undefined || stage === null ? null : [{ condition: whole.condition, stage }]),
    [whole, stage],
  )
  const answers = useAnswers(asked)
  const answerOf = useSteadyAnswers(whole, answers?.[0])
  const box = useRef<HTMLDivElement>(null)
  const focus = useRef<string | null>(null)
  // A row that was moved to another group is drawn anew there; the focus goes with it, within the same commit.
  useLayoutEffect(() => {
    if (focus.current === null) return
    box.current?.querySelector<HTMLElement>(`[data-grip="${focus.current}"]`)?.focus()
    focus.current = null
  })
  const drag = useDrag(draft, take)
  const editing: Editing = {
    root: draft,
    facts,
    stage,
    drop: drag.drop,
    onDragStart: drag.onDragStart,
    answerOf,
    take: (next, options) => {
      focus.current = options?.focus ?? null
      take(next, options?.join)
    },
    change: (key, change, join) => take(update(draft, key, change), join),
    nested: ({ value: shared, onChange: changeShared, label: name }) => (
      <ConditionEditor
        value={shared}
        onChange={changeShared}
        facts={facts}
        stage={stage}
        label={name}
        inside={[...inside, name]}
      />
    ),
  }
  return (
    <EditingContext.Provider value={editing}>
      <section
        ref={box}
        className="condition"
        aria-label={label ?? w.condition}
        onDragOver={drag.onDragOver}
        onDrop={drag.onDrop}
        onDragLeave={drag.onDragLeave}
        onDragEnd={drag.onDragEnd}
      >
        <GroupBody group={draft} inside={inside} />
        <ConditionText
          condition={whole?.condition}
          stored={value}
          facts={facts}
          onRead={(read) => {
            take(draftOf(read))
          }}
        />
      </section>
    </EditingContext.Provider>
  )
}

/** Until the answers to a change are there the old ones stay, marked as such, so that nothing jumps. */
function useSteadyAnswers(whole: Whole | undefined, answers: readonly ConditionAnswer[] | undefined) {
  const [known, setKnown] = useState<ReadonlyMap<string, ConditionAnswer>>(new Map())
  const fresh = useMemo(() => {
    if (whole === undefined || answers === undefined) return undefined
    const byPointer = new Map(answers.map((each) => [each.pointer, each]))
    return new Map(
      [...whole.pointerByKey].flatMap(([key, pointer]) => {
        const answer = byPointer.get(pointer)
        return answer === undefined ? [] : [[key, answer] as const]
      }),
    )
  }, [whole, answers])
  if (fresh !== undefined && fresh !== known) setKnown(fresh)
  return (key: string): ShownAnswer | undefined => {
    if (!(whole?.pointerByKey.has(key) ?? false)) return undefined
    const answer = (fresh ?? known).get(key)
    return answer === undefined ? undefined : { answer, isOld: fresh === undefined }
  }
}

/** The draft beside the stored condition: it sends what is whole, and starts anew where the stored one is another. */
function useDraft(value: Condition | undefined, onChange: ConditionEditorProps['onChange']) {
  const [state, setState] = useState(() => ({ draft: draftOf(value), seen: value }))
  let { draft } = state
  if (state.seen !== value) {
    if (!isSame(value, wholeOf(draft)?.condition)) draft = draftOf(value)
    setState({ draft, seen: value })
  }
  const take = (next: DraftGroup, join?: string) => {
    setState(({ seen }) => ({ draft: next, seen }))
    const condition = wholeOf(next)?.condition
    if (condition !== undefined && !isSame(condition, value)) onChange(condition, join)
  }
  return { draft, take }
}

function isSame(one: Condition | undefined, other: Condition | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
