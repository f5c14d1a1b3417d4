import { CopyOutlined, DeleteOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { addDeclaration, duplicateDeclaration, issuesOf, removeDeclaration } from './actions.ts'
import { OpeningDialog } from './opening-dialog.tsx'
import { declarationWords } from './words.ts'

/** All declarations; the one with the dot is what samples are scored under. */
export function DeclarationList({ shown, onShow }: { shown: number | null; onShow: (index: number) => void }) {
  const w = useWords(declarationWords)
  const declarations = useDesigner(({ design }) => design!.declarations)
  const scheme = useDesigner(({ design }) => design!.scheme)
  const chosen = useDesigner(({ view }) => view.declaration)
  const [isOpening, setOpening] = useState(false)
  const choose = (index: number | null) => designer.setView({ declaration: index, scratch: null })
  return (
    <aside className="declarations-list" aria-label={w.list}>
      <div className="declarations-buttons">
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            addDeclaration(w.newUnit)
            onShow(declarations.length)
          }}
        >
          {w.add}
        </Button>
        <Button
          icon={<SettingOutlined />}
          aria-label={w.settings}
          title={w.settings}
          onClick={() => setOpening(true)}
        />
      </div>
      <p className="declarations-note">{w.listHint}</p>
      <Radio.Group value={chosen ?? -1} onChange={({ target }) => choose(target.value === -1 ? null : target.value)}>
        <div className="declarations-entry">
          <Radio value={-1}>{w.none}</Radio>
        </div>
        {declarations.map((each, index) => {
          const { department, unit, project } = each.subject
          const name = project ?? unit ?? department
          const count = issuesOf(scheme, each).length
          return (
            // Declarations have no identity but their place in the list.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div key={index} className="declarations-entry" aria-current={index === shown}>
              <Radio value={index} aria-label={w.scoreUnder(name)} title={w.scoreUnder(name)} />
              <button type="button" className="declarations-name" onClick={() => onShow(index)}>
                <span>{name}</span>
                <small>
                  {each.period}
                  {count > 0 && <span className="declarations-bad"> · {w.issueCount(count)}</span>}
                </small>
              </button>
              <Button
                type="text"
                icon={<CopyOutlined />}
                aria-label={w.duplicateNamed(name)}
                title={w.duplicate}
                onClick={() => {
                  duplicateDeclaration(index, w.copySuffix)
                  onShow(index + 1)
                }}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={w.removeNamed(name)}
                title={w.remove}
                onClick={() => removeDeclaration(index)}
              />
            </div>
          )
        })}
      </Radio.Group>
      {isOpening && <OpeningDialog onClose={() => setOpening(false)} />}
    </aside>
  )
}
