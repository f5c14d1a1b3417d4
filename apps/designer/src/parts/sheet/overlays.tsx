import type { Range } from './cell.ts'
import { type Box, boxOf, type Ground, ROW_HEIGHT } from './geometry.ts'
import type { SheetModel, SheetState } from './sheet-model.ts'

/**
 * The cursor, the range, the copied block and the drop line are drawn above the cells, once over the columns that scroll
 * and once over the fixed ones, so that moving the cursor draws no row again.
 */
export function Overlays<R>({
  model,
  state,
  ground,
  part,
  onFillStart,
  fillLabel,
}: {
  readonly model: SheetModel<R>
  readonly state: SheetState
  readonly ground: Ground<R>
  readonly part: 'fixed' | 'rest'
  readonly onFillStart: (event: React.PointerEvent) => void
  readonly fillLabel: string
}) {
  const { cursor, frame, filling, drop, editing } = state
  const clip = (range: Range | null): Box | null => {
    if (range === null) return null
    const left = part === 'fixed' ? range.left : Math.max(range.left, ground.fixedCount)
    const right = part === 'fixed' ? Math.min(range.right, ground.fixedCount - 1) : range.right
    return left > right ? null : boxOf(ground, range.top, left, range.bottom, right)
  }
  const { range } = model
  const active =
    cursor === null
      ? null
      : {
          top: cursor.active.row,
          left: cursor.active.column,
          bottom: cursor.active.row,
          right: cursor.active.column,
        }
  const rangeBox = model.isMany ? clip(range) : null
  const activeBox = clip(active)
  const frameBox = clip(frame)
  const fillingBox = clip(filling)
  const isEnd = range !== null && (part === 'fixed') === range.right < ground.fixedCount
  // The empty row has nothing to fill with.
  const handleBox = isEnd && editing === null && range.bottom < model.rowCount ? clip(range) : null
  const dropBox = part === 'fixed' && drop !== null ? dropLine(model, ground, drop) : null
  return (
    <>
      {rangeBox !== null && range !== null && (
        <div className={rangeClass(part, range, ground.fixedCount)} style={rangeBox} />
      )}
      {activeBox !== null && <div className="sheet-active" style={activeBox} />}
      {frameBox !== null && <div className="sheet-frame" style={frameBox} />}
      {fillingBox !== null && <div className="sheet-filling" style={fillingBox} />}
      {handleBox !== null && (
        <div
          className="sheet-fill-handle"
          style={{ top: handleBox.top + handleBox.height - 4, left: handleBox.left + handleBox.width - 4 }}
          title={fillLabel}
          onPointerDown={onFillStart}
        />
      )}
      {dropBox}
    </>
  )
}

/** A range over both parts has no edge where they meet. */
function rangeClass(part: 'fixed' | 'rest', { left, right }: Range, fixedCount: number): string {
  if (left >= fixedCount || right < fixedCount) return 'sheet-range'
  return part === 'fixed' ? 'sheet-range sheet-range-first' : 'sheet-range sheet-range-last'
}

function dropLine<R>(model: SheetModel<R>, ground: Ground<R>, { row, place }: NonNullable<SheetState['drop']>) {
  const index = model.source.rows.findIndex((each) => model.source.rowKey(each) === row)
  if (index < 0) return null
  const top = ground.headHeight + (place === 'after' ? index + 1 : index) * ROW_HEIGHT
  return place === 'inside' ? (
    <div className="sheet-drop-inside" style={{ top, height: ROW_HEIGHT }} />
  ) : (
    <div className="sheet-drop" style={{ top: top - 1 }} />
  )
}
