import { Button } from 'antd'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { SaveFileButton } from './save-file-button.tsx'
import { shellWords } from './words.ts'

/** Asked where leaving would lose what could not be stored. */
export function LeaveDialog() {
  const w = useWords(shellWords)
  const { trouble = 'broken' } = useDesigner((state) => state.sync)
  const stay = () => designer.setView({ dialog: null })
  return (
    <Modal
      width={440}
      title={w.leaveTitle}
      onCancel={stay}
      footer={[
        <Button key="leave" danger onClick={() => designer.close(true)}>
          {w.leave}
        </Button>,
        <Button key="stay" onClick={stay}>
          {w.stay}
        </Button>,
        <SaveFileButton key="file" />,
      ]}
    >
      <p>{w.leaveText(w.troubles[trouble])}</p>
    </Modal>
  )
}
