import { handOver } from '../parts/handed-over.ts'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { designer, useDesigner } from '../store/use-designer.ts'

/** A file dropped on the indicators is a newer table of theirs: it is held against the design first. */
export function useTableDrop(): boolean {
  const isOn = useDesigner(({ view }) => view.dialog === null && (view.tab === 'table' || view.tab === 'graph'))
  return useFileDrop(isOn, (data) => {
    const file = data.files[0]
    if (file === undefined) return
    handOver([file])
    designer.setView({ dialog: { kind: 'import', tables: null } })
  })
}
