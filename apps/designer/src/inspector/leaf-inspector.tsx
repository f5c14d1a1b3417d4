import type { Leaf, Place } from '@yardstick/model'
import { useEffect, useId, useState } from 'react'
import { lockText } from '../parts/sharing/lock-text.ts'
import { Locked } from '../parts/sharing/locked.tsx'
import { useLimits } from '../parts/sharing/use-limits.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { BasisTab } from './basis-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NodeHead } from './node-head.tsx'
import { RuleTab } from './rule-tab.tsx'
import { SharingSection } from './sharing-section.tsx'
import { SourceTab } from './source-tab.tsx'
import { TabRow } from './tabs.tsx'
import { inspectorWords } from './words.ts'

type Tab = keyof typeof inspectorWords.zh.tabs

/** The tab a person was last on, kept while they go from row to row. */
let lastTab: Tab = 'rule'

/** A leaf: how it scores, where its value comes from, what it rests on, what was done to it. */
export function LeafInspector({ place }: { place: Place<Leaf> }) {
  const w = useWords(inspectorWords)
  const [tab, setTab] = useState(lastTab)
  const id = useId()
  const choose = (next: Tab) => {
    lastTab = next
    setTab(next)
  }
  const { node } = place
  const language = useLanguage()
  const locked = lockText(useLimits(), node, language)
  useFocus(place.pointer, choose)
  return (
    <div className="inspector">
      <NodeHead node={node} path={place.path} isWeighed={place.parent?.combine === 'weighted-mean'} />
      <TabRow tabs={w.tabs} chosen={tab} onChoose={choose} label={w.inspector} panelId={id} />
      <div className="inspector-body" id={id} role="tabpanel">
        {tab === 'rule' && <RuleTab leaf={node} locked={locked} onSource={() => choose('source')} />}
        <Locked reason={locked}>
          {tab === 'source' && <SourceTab leaf={node} />}
          {tab === 'basis' && <BasisTab leaf={node} />}
        </Locked>
        {tab === 'sharing' && <SharingSection node={node} />}
        {tab === 'history' && <HistoryTab id={node.id} />}
      </div>
    </div>
  )
}

/** The last wish that was followed: coming back to the leaf later does not follow it again. */
let followed = 0

/** Whoever leads to a field of this leaf by its pointer gets the tab that has it. */
function useFocus(own: string, choose: (tab: Tab) => void): void {
  const focus = useDesigner((state) => state.view.focus)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is followed once
  useEffect(() => {
    if (focus === null || focus.count === followed || focus.tab !== 'table' || !focus.pointer.startsWith(`${own}/`))
      return
    followed = focus.count
    const [field = ''] = focus.pointer.slice(own.length + 1).split('/')
    const tab = TABS[field]
    if (tab !== undefined) choose(tab)
  }, [focus?.count, own])
}

const TABS: { readonly [field: string]: Tab } = {
  scoring: 'rule',
  target: 'rule',
  points: 'rule',
  actual: 'source',
  missing: 'source',
  notApplicable: 'source',
  rounding: 'source',
  weighUnitsBy: 'source',
  declared: 'source',
  basis: 'basis',
  dataSource: 'basis',
  evidence: 'basis',
  definition: 'basis',
  standard: 'basis',
  note: 'basis',
}
