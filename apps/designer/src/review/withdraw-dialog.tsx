import { App } from 'antd'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { withdrawReview } from '../server/schemes.ts'
import { designer } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** Asked, since a review that was begun ends with it. */
export function WithdrawDialog() {
  const w = useWords(reviewWords)
  const { message } = App.useApp()
  const [isBusy, doIt] = useDoing()
  const send = async () => {
    const { designId } = designer.getState()
    if (designId === null || !(await doIt(() => withdrawReview(designId)))) return
    message.success(w.withdrawn)
    close()
  }
  return (
    <Modal
      width={460}
      title={w.withdraw}
      okText={w.withdraw}
      cancelText={w.cancel}
      okButtonProps={{ loading: isBusy }}
      onOk={send}
      onCancel={close}
    >
      <p>{w.withdrawText}</p>
    </Modal>
  )
}
