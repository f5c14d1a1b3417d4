import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MinusSquareOutlined,
  PlusOutlined,
  PlusSquareOutlined,
  SearchOutlined,
  SubnodeOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RowAction } from '../parts/sheet/keys.ts'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { noAdding } from './no-adding.ts'
import { foldAll } from './view-actions.ts'
import { gridWords } from './words.ts'

/** A visible button for every command that has a key which a browser or an input method might take. */
export function Toolbar({
  onRows,
  onFind,
}: {
  onRows: (action: RowAction | 'insert-under') => void
  onFind: () => void
}) {
  const w = useWords(gridWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const active = useDesigner((state) => state.view.selection.active)
  const adding = noAdding(scheme, active, language)
  const button = (label: string, keys: string, icon: ReactNode, run: () => void, text?: string, refused?: string) => (
    <Button
      type="text"
      icon={icon}
      title={refused ?? (keys === '' ? label : signs.aside(label, keys))}
      aria-label={refused === undefined ? label : signs.aside(label, refused)}
      disabled={refused !== undefined}
      // The cell that is edited stays in charge of the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {text}
    </Button>
  )
  return (
    <div className="grid-tools" role="toolbar" aria-label={w.tools}>
      {button(w.insert, 'Ctrl+Shift+=', <PlusOutlined />, () => onRows('insert'), w.insert, adding.after)}
      {button(w.insertUnder, '', <SubnodeOutlined />, () => onRows('insert-under'), undefined, adding.under)}
      {button(w.remove, 'Ctrl+-', <DeleteOutlined />, () => onRows('remove'))}
      <span className="grid-tools-gap" />
      {button(w.outdent, 'Alt+Shift+←', <MenuFoldOutlined />, () => onRows('outdent'))}
      {button(w.indent, 'Alt+Shift+→', <MenuUnfoldOutlined />, () => onRows('indent'))}
      {button(w.up, 'Alt+Shift+↑', <ArrowUpOutlined />, () => onRows('up'))}
      {button(w.down, 'Alt+Shift+↓', <ArrowDownOutlined />, () => onRows('down'))}
      <span className="grid-tools-gap" />
      {button(w.foldAll, '', <MinusSquareOutlined />, () => foldAll(true))}
      {button(w.unfoldAll, '', <PlusSquareOutlined />, () => foldAll(false))}
      {button(w.find, 'Ctrl+F', <SearchOutlined />, onFind)}
      <span className="grid-tools-end" />
      <Button type="text" onClick={() => designer.setView({ dialog: { kind: 'import', tables: null } })}>
        {w.again}
      </Button>
      <Button
        type="text"
        onClick={() => designer.setView({ dialog: { kind: 'weights', branch: branchOfSelection() } })}
      >
        {w.weights}
      </Button>
    </div>
  )
}

function branchOfSelection(): string | null {
  return designer.getState().view.selection.active
}
