import { limitsOf } from '@yardstick/model'
import { useMemo } from 'react'
import { lockTextOf } from '../parts/sharing/lock-text.ts'
import type { SheetColumn } from '../parts/sheet/column.ts'
import { useLanguage } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'

/**
 * Columns whose cells can only be read where those above have locked what stands in the row: what a locked indicator reads.
 * They are the same objects as long as the scheme comes from the same template.
 */
export function useLockedColumns<R extends { readonly id: string }>(
  columns: readonly SheetColumn<R>[],
  of: 'item' | 'measure',
): readonly SheetColumn<R>[] {
  const language = useLanguage()
  const lineage = useDesigner((state) => state.design!.scheme.lineage)
  return useMemo(() => {
    if (lineage === undefined || lineage.mode === 'copy') return columns
    const lockedBy = ({ id }: R) => {
      const { design } = designer.getState()
      return design === null ? undefined : lockTextOf(limitsOf(design.scheme), of, id, id, language)
    }
    return columns.map((column) => ({
      ...column,
      canEdit: (row: R) => (column.canEdit?.(row) ?? true) && lockedBy(row) === undefined,
      describe: lockedBy,
      look: (row: R) => {
        const look = column.look?.(row)
        return lockedBy(row) === undefined
          ? look
          : [look, 'items-locked'].filter((each) => each !== undefined).join(' ')
      },
    }))
  }, [columns, lineage, of, language])
}
