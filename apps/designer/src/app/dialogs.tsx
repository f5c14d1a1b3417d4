import { lazy, Suspense, useEffect } from 'react'
import { useDesigner } from '../store/use-designer.ts'
import type { Dialog } from '../store/view.ts'

const dialogs: { readonly [K in Dialog['kind']]: React.ComponentType } = {
  palette: lazy(async () => ({ default: (await import('../palette/palette-dialog.tsx')).PaletteDialog })),
  shortcuts: lazy(async () => ({ default: (await import('../palette/shortcuts-dialog.tsx')).ShortcutsDialog })),
  weights: lazy(async () => ({ default: (await import('../weights/weights-dialog.tsx')).WeightsDialog })),
  export: lazy(async () => ({ default: (await import('../manual/export-dialog.tsx')).ExportDialog })),
  'save-point': lazy(async () => ({ default: (await import('../versions/save-point-dialog.tsx')).SavePointDialog })),
  formula: lazy(async () => ({ default: (await import('../formula/formula-dialog.tsx')).FormulaDialog })),
  scheme: lazy(async () => ({ default: (await import('../inspector/scheme-dialog.tsx')).SchemeDialog })),
}

/** What has been fetched ahead is drawn at once, without waiting for its turn. */
const ready: { [K in Dialog['kind']]?: React.ComponentType } = {}

/** The one dialog that is open. Each closes itself with `setView({ dialog: null })`. */
export function Dialogs() {
  const dialog = useDesigner((state) => state.view.dialog)
  // The palette is typed into at once: it is there before it is asked for, or its first letters would go elsewhere.
  useEffect(() => {
    const timer = setTimeout(async () => {
      ready.palette = (await import('../palette/palette-dialog.tsx')).PaletteDialog
    }, 1_000)
    return () => clearTimeout(timer)
  }, [])
  if (dialog === null) return null
  const Dialog = ready[dialog.kind] ?? dialogs[dialog.kind]
  return (
    <Suspense fallback={null}>
      <Dialog />
    </Suspense>
  )
}
