import { Suspense } from 'react'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { type LazyPart, lazyPart, useFetchAhead } from '../parts/lazy-part.tsx'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Dialog } from '../store/view.ts'
import { shellWords } from './words.ts'

const dialogs: { readonly [K in Dialog['kind']]: LazyPart<object> } = {
  palette: lazyPart(async () => (await import('../palette/palette-dialog.tsx')).PaletteDialog),
  shortcuts: lazyPart(async () => (await import('../palette/shortcuts-dialog.tsx')).ShortcutsDialog),
  weights: lazyPart(async () => (await import('../weights/weights-dialog.tsx')).WeightsDialog),
  export: lazyPart(async () => (await import('../manual/export-dialog.tsx')).ExportDialog),
  import: lazyPart(async () => (await import('../importing/reimport-dialog.tsx')).ReimportDialog),
  'save-point': lazyPart(async () => (await import('../versions/save-point-dialog.tsx')).SavePointDialog),
  formula: lazyPart(async () => (await import('../formula/formula-dialog.tsx')).FormulaDialog),
  leave: lazyPart(async () => (await import('./leave-dialog.tsx')).LeaveDialog),
  merge: lazyPart(async () => (await import('../merging/merge-dialog.tsx')).MergeDialog),
  submit: lazyPart(async () => (await import('../review/submit-dialog.tsx')).SubmitDialog),
  decide: lazyPart(async () => (await import('../review/decide-dialog.tsx')).DecideDialog),
  publish: lazyPart(async () => (await import('../review/publish-dialog.tsx')).PublishDialog),
  withdraw: lazyPart(async () => (await import('../review/withdraw-dialog.tsx')).WithdrawDialog),
  library: lazyPart(async () => (await import('../management/library/take-over-dialog.tsx')).TakeOverDialog),
  'library-put': lazyPart(async () => (await import('../management/library/put-dialog.tsx')).PutDialog),
  given: lazyPart(async () => (await import('../sharing/given-dialog.tsx')).GivenDialog),
  upstream: lazyPart(async () => (await import('../sharing/update/update-dialog.tsx')).UpdateDialog),
  parameters: lazyPart(async () => (await import('../sharing/update/parameters-dialog.tsx')).ParametersDialog),
  'make-template': lazyPart(async () => (await import('../sharing/signing/make-dialog.tsx')).MakeDialog),
  contribute: lazyPart(async () => (await import('../sharing/signing/contribute-dialog.tsx')).ContributeDialog),
  proposals: lazyPart(async () => (await import('../sharing/proposals/proposals-dialog.tsx')).ProposalsDialog),
  scheme: lazyPart(async () => (await import('../inspector/scheme-dialog.tsx')).SchemeDialog),
}

/** The one dialog that is open. Each closes itself with `setView({ dialog: null })`. */
export function Dialogs() {
  const dialog = useDesigner((state) => state.view.dialog)
  // The palette is typed into at once: it is there before it is asked for, or its first letters would go elsewhere.
  useFetchAhead(...Object.values(dialogs))
  const w = useWords(shellWords)
  if (dialog === null) return null
  const Dialog = dialogs[dialog.kind]
  const within = (fault: React.ReactNode) => (
    <Modal title={w.product} footer={null} onCancel={() => designer.setView({ dialog: null })}>
      {fault}
    </Modal>
  )
  return (
    <ErrorBoundary key={dialog.kind} within={within}>
      <Suspense fallback={null}>
        <Dialog />
      </Suspense>
    </ErrorBoundary>
  )
}
