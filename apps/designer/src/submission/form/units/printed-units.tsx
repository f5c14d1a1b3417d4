import type { Item } from '@yardstick/model'
import { useWords } from '../../../parts/words.ts'
import { useSaid } from './unit-row.tsx'
import { UnitsHead, UnitsTotal } from './units-frame.tsx'
import type { Units } from './use-units.ts'
import { unitsWords } from './words.ts'

/** So many columns go on a page. */
const COLUMNS = 6

/** On paper the table goes down in pieces, since it cannot be scrolled. */
export function PrintedUnits({ units }: { units: Units }) {
  const w = useWords(unitsWords)
  const { items, names } = units
  if (names.length === 0) return null
  const pieces = Array.from({ length: Math.ceil(items.length / COLUMNS) }, (_, at) =>
    items.slice(at * COLUMNS, (at + 1) * COLUMNS),
  )
  return (
    <div className="form-units-printed" aria-hidden="true">
      {pieces.map((columns, at) => (
        <table key={columns[0]!.id}>
          <caption>{w.chunk(at + 1, pieces.length)}</caption>
          <UnitsHead items={columns} />
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((item) => (
                  <Printed key={item.id} units={units} name={name} item={item} />
                ))}
              </tr>
            ))}
          </tbody>
          <UnitsTotal items={columns} />
        </table>
      ))}
    </div>
  )
}

function Printed({ units, name, item }: { units: Units; name: string; item: Item }) {
  return <td>{useSaid(units, name, item)}</td>
}
