import { UpstreamNotice } from '../parts/sharing/upstream-notice.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { type Tab, tabs } from '../store/view.ts'
import { shellWords } from './words.ts'

/** The views as tabs; arrow keys move between them, as in any list of tabs. */
export function TabBar() {
  const active = useDesigner((state) => state.view.tab)
  const w = useWords(shellWords)
  const open = (tab: Tab) => designer.setView({ tab })
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(active) + step + tabs.length) % tabs.length]!
    open(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <nav className="tab-bar" aria-label={w.views} data-region="tabs">
      <div className="tab-list" role="tablist" aria-label={w.views} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            type="button"
            key={tab}
            id={`tab-${tab}`}
            role="tab"
            className="tab"
            aria-selected={tab === active}
            aria-controls={tab === active ? `view-${tab}` : undefined}
            tabIndex={tab === active ? 0 : -1}
            onClick={() => open(tab)}
          >
            {w.tabs[tab]}
          </button>
        ))}
      </div>
      <UpstreamNotice />
    </nav>
  )
}
