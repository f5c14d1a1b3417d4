import { ImportOutlined } from '@ant-design/icons'
import './workbook.css'

/** Stands over the page while files are held over it. */
export function DropTarget({ title, text }: { title: string; text: string }) {
  return (
    <div className="workbook-drop" aria-hidden="true">
      <ImportOutlined />
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  )
}
