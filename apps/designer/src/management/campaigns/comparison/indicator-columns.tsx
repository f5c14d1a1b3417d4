import { hrefOf } from '../../../server/place.ts'
import type { DataColumn } from './data-column.tsx'
import type { LeafHead } from './score-table.ts'
import type { comparisonWords } from './words.ts'

type Words = (typeof comparisonWords)['zh']

/** How a list of indicators begins: the name, which opens who has how much in it, and what it belongs to. */
export function indicatorColumns<R extends Pick<LeafHead, 'id' | 'name' | 'path' | 'kind'>>(
  w: Words,
  /** Of the view, to which the indicator is added. */
  address: readonly string[],
): DataColumn<R>[] {
  return [
    {
      ...{ id: 'name', title: w.indicator, width: 'minmax(130px, 3fr)' },
      value: ({ name }) => name,
      cell: ({ id, kind }, text) => (
        <>
          <a className="list-link" href={hrefOf('campaigns', ...address, id)}>
            {text}
          </a>
          {kind === 'bonus' && <span className="badge">{w.bonus}</span>}
        </>
      ),
    },
    {
      ...{ id: 'branch', title: w.branch, width: 'minmax(80px, 2fr)' },
      value: ({ path }) => path[0] ?? null,
    },
  ]
}
