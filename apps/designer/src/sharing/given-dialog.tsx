import { Tabs } from 'antd'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { BoundaryList } from './boundary-list.tsx'
import { ParameterList } from './parameter-list.tsx'
import './sharing-dialogs.css'
import { givenWords } from './words.ts'

/** 参数与可改范围: what the author of the scheme gives to those who adopt it; each change is made at once and can be undone. */
export function GivenDialog() {
  const w = useWords(givenWords)
  const sharing = useDesigner((state) => state.design!.scheme.sharing)
  return (
    <Modal
      title={w.title}
      width={1060}
      footer={null}
      style={{ top: 32 }}
      onCancel={() => designer.setView({ dialog: null })}
    >
      <p className="given-intro">{w.intro}</p>
      <Tabs
        items={[
          {
            key: 'parameters',
            label: w.parameters(sharing?.parameters?.length ?? 0),
            children: <ParameterList />,
          },
          {
            key: 'boundaries',
            label: w.boundaries(sharing?.boundaries?.length ?? 0),
            children: <BoundaryList />,
          },
        ]}
      />
    </Modal>
  )
}
