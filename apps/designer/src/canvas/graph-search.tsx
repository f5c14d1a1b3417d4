import { SearchOutlined } from '@ant-design/icons'
import { walk } from '@yardstick/model'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { search } from '../parts/pinyin.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { canvasWords } from './words.ts'

/** Looks through all indicators, folded ones too; Enter and F3 go on to the next, with Shift to the one before. */
export function GraphSearch({ onFind }: { onFind: (id: string) => void }) {
  const w = useWords(canvasWords)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const active = useDesigner((state) => state.view.selection.active)
  const [typed, setTyped] = useState('')
  const hits = useMemo(
    () =>
      typed.trim() === ''
        ? []
        : search(walk({ indicators }), typed, ({ node }) => [node.name, node.code ?? '']).map(({ node }) => node.id),
    [indicators, typed],
  )
  const at = active === null ? -1 : hits.indexOf(active)
  const go = (step: 1 | -1) => {
    const next = hits[(Math.max(at, step > 0 ? -1 : 0) + step + hits.length) % hits.length]
    if (next !== undefined) onFind(next)
  }
  return (
    <Input
      className="graph-search"
      prefix={<SearchOutlined />}
      allowClear
      aria-label={w.search}
      placeholder={w.search}
      value={typed}
      suffix={
        <span className="graph-hits">
          {typed.trim() === '' ? '' : hits.length === 0 ? w.noHits : w.hits(at + 1, hits.length)}
        </span>
      }
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Enter' || event.key === 'F3') {
          event.preventDefault()
          go(event.shiftKey ? -1 : 1)
        }
        if (event.key === 'Escape') setTyped('')
      }}
    />
  )
}
