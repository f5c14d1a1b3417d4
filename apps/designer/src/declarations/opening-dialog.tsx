import { isBranch, walk } from '@yardstick/model'
import { Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { labelOf, openingEdit } from './actions.ts'
import { declarationWords } from './words.ts'

/** What of the scheme a declaration may set: targets of these leaves, own leaves under these branches. */
export function OpeningDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(declarationWords)
  const scheme = useDesigner(({ design }) => design!.scheme)
  const nodes = useMemo(
    () =>
      walk(scheme).map(({ node, path }) => ({
        id: node.id,
        isLeaf: !isBranch(node),
        isOpen: isBranch(node) ? node.individual === true : node.declared !== undefined,
        mayBe: isBranch(node) || node.target !== undefined || node.declared !== undefined,
        label: path.join(' / '),
      })),
    [scheme],
  )
  const [policy, setPolicy] = useState(
    scheme.declarations === undefined || scheme.declarations === 'none' ? 'optional' : scheme.declarations,
  )
  const [leaves, setLeaves] = useState(() => nodes.filter(({ isLeaf, isOpen }) => isLeaf && isOpen).map(({ id }) => id))
  const [branches, setBranches] = useState(() =>
    nodes.filter(({ isLeaf, isOpen }) => !isLeaf && isOpen).map(({ id }) => id),
  )
  const options = (isLeaf: boolean) =>
    nodes.filter((node) => node.isLeaf === isLeaf && node.mayBe).map(({ id, label }) => ({ value: id, label }))
  const apply = () => {
    const edit = openingEdit(scheme, nodes, new Set([...leaves, ...branches]), policy)
    if (designer.edit(labelOf('open'), edit).length === 0) onClose()
  }
  return (
    <Modal title={w.openingTitle} okText={w.ok} cancelText={w.cancel} onOk={apply} onCancel={onClose} width={620}>
      <div className="declarations-opening">
        <Radio.Group
          aria-label={w.policy}
          value={policy}
          onChange={({ target }) => setPolicy(target.value)}
          options={[
            { value: 'optional', label: w.policies.optional },
            { value: 'required', label: w.policies.required },
            { value: 'none', label: w.policies.none },
          ]}
        />
        <span>{w.openLeaves}</span>
        <Select
          mode="multiple"
          aria-label={w.openLeaves}
          placeholder={w.openLeavesHint}
          value={leaves}
          options={options(true)}
          optionFilterProp="label"
          onChange={setLeaves}
        />
        <span>{w.openBranches}</span>
        <Select
          mode="multiple"
          aria-label={w.openBranches}
          placeholder={w.openBranchesHint}
          value={branches}
          options={options(false)}
          optionFilterProp="label"
          onChange={setBranches}
        />
      </div>
    </Modal>
  )
}
