import type { ReactNode } from 'react'
import '../parts/plain-table.css'
import { useWords } from '../parts/words.ts'
import { givenWords } from './words.ts'

/** What is given to those who adopt the scheme, a row each; the last column takes one away. */
export function GivenTable({
  columns,
  children,
}: {
  columns: readonly (keyof (typeof givenWords)['zh']['columns'])[]
  children: ReactNode
}) {
  const w = useWords(givenWords)
  return (
    <div className="given-scroll">
      <table className="plain-table given-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`given-${column}`}>
                {w.columns[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
