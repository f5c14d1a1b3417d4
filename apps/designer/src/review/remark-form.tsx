import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { addRemark } from '../server/schemes.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

/** A new remark, on the selected indicator or on the whole scheme. */
export function RemarkForm({ nameOf }: { nameOf: ReadonlyMap<string, string> }) {
  const w = useWords(reviewWords)
  const active = useDesigner((state) => state.view.selection.active)
  const [isWhole, setIsWhole] = useState(false)
  const [text, setText] = useState('')
  const [isBusy, doIt] = useDoing()
  const name = active === null ? undefined : nameOf.get(active)
  const indicator = isWhole || name === undefined ? undefined : active!
  const add = async () => {
    const { designId } = designer.getState()
    if (designId === null || text.trim() === '') return
    const remark = { text: text.trim(), ...(indicator === undefined ? {} : { indicator }) }
    if (await doIt(() => addRemark(designId, remark))) setText('')
  }
  return (
    <form
      className="review-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Radio.Group
        aria-label={w.at}
        value={indicator === undefined ? 'whole' : 'selected'}
        onChange={(event) => setIsWhole(event.target.value === 'whole')}
        options={[
          ...(name === undefined ? [] : [{ value: 'selected', label: w.selected(name) }]),
          { value: 'whole', label: w.whole },
        ]}
      />
      <div className="review-line">
        <Input.TextArea
          aria-label={w.text}
          placeholder={w.textPlaceholder}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={text.trim() === ''}>
          {w.add}
        </Button>
      </div>
    </form>
  )
}
