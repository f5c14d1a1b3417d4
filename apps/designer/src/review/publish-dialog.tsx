import { App } from 'antd'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { publish } from '../server/schemes.ts'
import { designer } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** Asked, since a published version can be retired and never changed. */
export function PublishDialog() {
  const w = useWords(reviewWords)
  const { message } = App.useApp()
  const [isBusy, doIt] = useDoing()
  const send = async () => {
    const { designId } = designer.getState()
    if (designId === null) return
    let number = 0
    const work = async () => {
      number = (await publish(designId)).number
    }
    if (!(await doIt(work))) return
    message.success(w.publishedAs(number))
    close()
  }
  return (
    <Modal
      width={460}
      title={w.publishTitle}
      okText={w.publish}
      cancelText={w.cancel}
      okButtonProps={{ loading: isBusy }}
      onOk={send}
      onCancel={close}
    >
      <p>{w.publishText}</p>
    </Modal>
  )
}
