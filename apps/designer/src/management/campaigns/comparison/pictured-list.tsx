import type { List } from '@yardstick/exchange/render/list-workbook'
import type { ReactNode } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { goTo } from '../../../server/place.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { ExportMenu } from './export-menu.tsx'
import { type Draw, Picture } from './picture.tsx'
import type { Picture as PictureName } from './pictures.ts'
import { SortedTable } from './sorted-table.tsx'
import type { Sort } from './sorting.ts'
import { Beside, ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'

/** Where the picture fills its place in the page, its file is as high as this. */
const FILE_HEIGHT = 520

/** What a picture that looks at indicators is handed by the tab it stands in. */
export interface IndicatorsSeen {
  readonly campaign: WholeCampaign
  /** Of this view; an indicator behind it opens `side`. */
  readonly address: readonly string[]
  /** Chooses the scheme, where there are several. */
  readonly scheme: ReactNode
  readonly side: ReactNode
  readonly notes: readonly string[]
  /** All rows are there. */
  readonly isWhole: boolean
}

/** A picture beside the list of what it shows, both to be exported. A mark opens what the row of the list opens. */
export function PicturedList<R>({
  campaign,
  picture,
  choices,
  seen,
  notes,
  isWhole = true,
  draw,
  height,
  marks,
  isDrawn = marks.length > 0,
  address,
  keyOf,
  name,
  columns,
  rows = marks,
  first,
  side = null,
  others,
}: {
  campaign: WholeCampaign
  picture: PictureName
  /** What is chosen beside the export. */
  choices: ReactNode
  /** The sentence that says what is seen. */
  seen: string
  notes: readonly string[]
  isWhole?: boolean
  draw: Draw
  /** In pixels; undefined fills what is there. */
  height?: number
  /** The rows behind the marks of the picture, in its order. */
  marks: readonly R[]
  /** Without it no picture is exported. */
  isDrawn?: boolean
  /** Of the view, to which the key of a row is added. */
  address: readonly string[]
  keyOf: (row: R) => string
  /** Of the list in a file; the picture's own where there is no other. */
  name?: string
  columns: readonly DataColumn<R>[]
  /** Of the list, where it has others than the marks. */
  rows?: readonly R[]
  first: Sort
  /** Stands in place of the list. */
  side?: ReactNode
  /** What the file holds besides. */
  others?: () => readonly List[]
}) {
  const w = useWords(comparisonWords)
  const label = w.pictures[picture]
  return (
    <ViewFrame
      seen={seen}
      notes={notes}
      controls={
        <>
          {choices}
          <ExportMenu
            campaign={campaign}
            picture={picture}
            seen={seen}
            isWhole={isWhole}
            file={isDrawn ? { draw, width: 900, height: height ?? FILE_HEIGHT } : undefined}
            lists={() => [listOf(name ?? label, [seen, ...notes], columns, rows), ...(others?.() ?? [])]}
          />
        </>
      }
    >
      <Beside
        picture={
          <Picture
            key={name}
            draw={draw}
            label={seen}
            {...(height === undefined ? {} : { height })}
            onPick={({ index }) => marks[index] !== undefined && goTo('campaigns', ...address, keyOf(marks[index]))}
          />
        }
        table={
          side ?? (
            <SortedTable
              key={name}
              label={label}
              columns={sortedColumns(columns, w.noValue)}
              rows={rows}
              rowKey={keyOf}
              first={first}
            />
          )
        }
      />
    </ViewFrame>
  )
}
