import { designer } from '../store/use-designer.ts'

/** Closes the dialog and shows an indicator in the table. */
export function goToIndicator(id: string): void {
  designer.setView(({ selection }) => ({
    dialog: null,
    tab: 'table',
    selection: { ...selection, active: id, ids: [id] },
  }))
}
