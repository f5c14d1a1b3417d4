import type { Leaf, Place } from '@yardstick/model'
import { useId, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { BasisTab } from './basis-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NodeHead } from './node-head.tsx'
import { RuleTab } from './rule-tab.tsx'
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
  return (
    <div className="inspector">
      <NodeHead node={node} path={place.path} isWeighed={place.parent?.combine === 'weighted-mean'} />
      <TabRow tabs={w.tabs} chosen={tab} onChoose={choose} label={w.inspector} panelId={id} />
      <div className="inspector-body" id={id} role="tabpanel">
        {tab === 'rule' && <RuleTab leaf={node} />}
        {tab === 'source' && <SourceTab leaf={node} />}
        {tab === 'basis' && <BasisTab leaf={node} />}
        {tab === 'history' && <HistoryTab id={node.id} />}
      </div>
    </div>
  )
}
