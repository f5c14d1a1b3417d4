import { DownOutlined } from '@ant-design/icons'
import type { ColumnRole } from '@yardstick/exchange/indicator-table'
import { memo } from 'react'
import { MenuButton } from '../../parts/menu-button.tsx'
import { useWords } from '../../parts/words.ts'
import { importWords } from '../words.ts'
import { hueOf, roleOrder } from './column-roles.ts'

/** Above each column what it was taken for; a press chooses something else. */
export const RoleHead = memo(function RoleHead({
  roles,
  lefts,
  onRole,
}: {
  roles: readonly (ColumnRole | undefined)[]
  lefts: readonly number[]
  onRole: (column: number, role: ColumnRole | undefined) => void
}) {
  const w = useWords(importWords)
  const nameOf = (role: ColumnRole | undefined, column: number) => {
    if (role === undefined) return w.unused
    if (role !== 'level') return w.roles[role]
    return w.level(roles.slice(0, column + 1).filter((each) => each === 'level').length)
  }
  const labelOf = (role: ColumnRole | undefined) =>
    role === undefined ? w.unused : role === 'level' ? w.levelRole : w.roles[role]
  return (
    <div role="row" aria-rowindex={1} className="import-roles">
      <span className="import-number" role="columnheader" aria-label={w.rowNumber} />
      {lefts.slice(0, -1).map((left, column) => {
        const role = roles[column]
        const name = nameOf(role, column)
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            key={column}
            role="columnheader"
            className="import-role"
            style={{ left, width: lefts[column + 1]! - left }}
          >
            <MenuButton
              rootClassName="import-role-menu"
              menu={{
                items: [...roleOrder, undefined].map((each) => ({
                  key: each ?? 'unused',
                  label: labelOf(each),
                  onClick: () => onRole(column, each),
                })),
                selectedKeys: [role ?? 'unused'],
              }}
            >
              <button type="button" className={`import-is-${hueOf(role)}`} aria-label={w.columnIs(column + 1, name)}>
                <span>{name}</span>
                <DownOutlined />
              </button>
            </MenuButton>
          </span>
        )
      })}
    </div>
  )
})
