import type { BoundaryCases } from '@yardstick/engine'
import { leaves } from '@yardstick/model'
import { Checkbox, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { useBoundScheme } from './bound-scheme.ts'
import { labelOf } from './sample-actions.ts'
import { casesOf, freeName, insertCases, laidOver } from './sample-edits.ts'
import { chosenSample } from './use-sample.ts'
import { viewWords } from './view-words.ts'

/** Cases at the edges of a leaf's rule: just below, on, just above; missing; not applicable. Those ticked are added. */
export function BoundaryDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(viewWords)
  const scheme = useBoundScheme()
  const all = useMemo(() => leaves(scheme), [scheme])
  const active = useDesigner(({ view }) => view.selection.active)
  const [leaf, setLeaf] = useState(() => (all.find(({ node }) => node.id === active) ?? all[0])?.node.id)
  const [found, setFound] = useState<BoundaryCases | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    let isOver = false
    setFound(null)
    setLeft(new Set())
    if (leaf === undefined) return
    engineOf()
      .boundaryCases(leaf, wantedOf(designer.getState()))
      .then((cases) => !isOver && setFound(cases))
    return () => {
      isOver = true
    }
  }, [leaf])
  const cases = found?.ok === true ? found.cases : []
  const chosen = cases.filter((_, index) => !left.has(index))
  const add = () => {
    const base = chosenSample(designer.getState()).sample?.submission
    let named = casesOf(scheme)
    const added = chosen.map(({ case: each }) => {
      const submission =
        base === undefined || found?.ok !== true ? each.submission : laidOver(base, each.submission, found.item)
      const own = { ...each, submission, name: freeName(each.name, named) }
      named = [...named, own]
      return own
    })
    designer.edit(labelOf('boundary'), insertCases(scheme, casesOf(scheme).length, added))
    onClose()
  }
  return (
    <Modal
      title={w.boundaryTitle}
      width={640}
      okText={w.addCases(chosen.length)}
      cancelText={w.cancel}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={add}
      onCancel={onClose}
    >
      <Select
        aria-label={w.leaf}
        className="trial-boundary-leaf"
        showSearch={{ optionFilterProp: 'label' }}
        value={leaf ?? null}
        options={all.map(({ node, path }) => ({ value: node.id, label: path.join(' / ') }))}
        onChange={(next) => setLeaf(next ?? undefined)}
      />
      {found?.ok === false && <p className="trial-note">{w.boundaryRefusals[found.refused]}</p>}
      {found?.ok === true && <p className="trial-note">{w.boundaryItem(found.item)}</p>}
      <div className="trial-doubts">
        {cases.map(({ case: each, kind }, index) => (
          <div key={each.name} className="trial-boundary">
            <Checkbox
              checked={!left.has(index)}
              onChange={({ target }) => {
                const next = new Set(left)
                if (target.checked) next.delete(index)
                else next.add(index)
                setLeft(next)
              }}
            >
              {each.name}
            </Checkbox>
            <span className="trial-goal">{w.kinds[kind]}</span>
            <strong>{w.expects(Object.values(each.expected.scores ?? {})[0] ?? null)}</strong>
          </div>
        ))}
      </div>
    </Modal>
  )
}
