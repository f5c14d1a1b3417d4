import { SwapOutlined } from '@ant-design/icons'
import { Exact } from '@yardstick/model'
import { type ReactNode, useMemo, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { search } from '../../../parts/pinyin.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { Refused } from '../../../server/client.ts'
import { goTo, hrefOf } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import { SearchField } from '../../search-field.tsx'
import { managementWords } from '../../words.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Picture } from './picture.tsx'
import { pointsText } from './self-rating.ts'
import { slopePicture } from './slope-picture.ts'
import { SortedTable } from './sorted-table.tsx'
import { Beside, ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'
import { type ComparedRow, type Comparison, changeOf, rateIn } from './years.ts'
import { yearsWords } from './years-words.ts'

const placeOf = ({ place }: ComparedRow) => String(place)

/** The same departments in two campaigns, the largest rise first. */
export function YearsDepartments({
  campaign,
  earlier,
  choice,
}: {
  campaign: WholeCampaign
  earlier: string
  choice: ReactNode
}) {
  const w = useWords(comparisonWords)
  const y = useWords(yearsWords)
  const m = useWords(managementWords)
  const signs = useWords(signWords)
  const [typed, setTyped] = useState('')
  const [whole, setWhole] = useState<Comparison>()
  const read = useMemo(
    () => (answer: Comparison) => {
      setWhole(answer)
      return answer.rows
    },
    [],
  )
  const pages = usePages(`/api/campaigns/${campaign.id}/comparison`, { with: earlier }, read, placeOf, true)
  const run = whole?.after.run
  const columns = useMemo(() => columnsOf(pages.rows, w, y, campaign.id, run), [pages.rows, w, y, campaign.id, run])
  const drawn = useMemo(
    () =>
      pages.rows.flatMap((row) => {
        const [before, after, change] = [rateIn(row.before), rateIn(row.after), changeOf(row)]
        return before === null || after === null || change === null ? [] : [{ row, before, after, change }]
      }),
    [pages.rows],
  )
  const draw = useMemo(
    () =>
      slopePicture(
        drawn.map(({ row, before, after, change }) => ({
          name: w.subject(row.department.name, row.project),
          before: Number(before.toFixed(6)),
          after: Number(after.toFixed(6)),
          text: signs.aside(
            y.fromTo(row.before.total ?? w.noValue, row.after.total ?? w.noValue),
            w.points100(pointsText(change.rate)),
          ),
        })),
        { before: whole?.before.period ?? '', after: whole?.after.period ?? '' },
      ),
    [drawn, w, y, signs, whole?.before.period, whole?.after.period],
  )
  if (pages.trouble instanceof Refused && pages.trouble.status === 409)
    return (
      <ViewFrame controls={choice} seen="">
        <Empty icon={<SwapOutlined />} title={y.unscored} text={y.unscoredText} />
      </ViewFrame>
    )
  const rows =
    typed.trim() === ''
      ? pages.rows
      : search(pages.rows, typed, ({ department, project }) => [department.name, project, department.type])
  const seen = whole === undefined ? m.loading : seenOf(whole, y)
  const notes = whole === undefined ? [] : notesOf(whole, drawn, y, signs.list)
  const open = (row: ComparedRow | undefined) => {
    const submission = row?.after.submission
    if (run !== undefined && submission != null) goTo('campaigns', campaign.id, 'result', run, submission)
  }
  return (
    <ViewFrame
      seen={seen}
      notes={notes}
      legend={
        <ul className="legend">
          {(['up', 'down'] as const).map((way) => (
            <li key={way}>
              <span className={`legend-mark legend-${way}`} aria-hidden="true" />
              {y[way]}
            </li>
          ))}
        </ul>
      }
      controls={
        <>
          {choice}
          <SearchField value={typed} onChange={setTyped} />
          <ExportMenu
            campaign={campaign}
            picture="years"
            seen={seen}
            isWhole={pages.isWhole}
            file={drawn.length === 0 ? undefined : { draw, width: 900, height: 640 }}
            lists={() => [listOf(w.pictures.years, [seen, ...notes], columns, pages.rows)]}
          />
        </>
      }
    >
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      <Beside
        picture={<Picture draw={draw} label={seen} onPick={({ index }) => open(drawn[index]?.row)} />}
        table={
          <SortedTable
            label={w.pictures.years}
            columns={sortedColumns(columns, w.noValue)}
            rows={rows}
            rowKey={placeOf}
            first={{ column: 'change', isDown: true }}
            isWaiting={pages.isWaiting}
            empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
          />
        }
      />
    </ViewFrame>
  )
}

type Words = (typeof yearsWords)['zh']

function seenOf({ before, after, summary }: Comparison, y: Words): string {
  return y.seen(before.period, after.period, summary.both, summary.up, summary.down, summary.same)
}

/** Who is in one year only, and who went from which grade to which. */
function notesOf(
  { summary, grades }: Comparison,
  drawn: readonly { readonly change: { readonly points: string | null } }[],
  y: Words,
  comma: string,
): string[] {
  const moved = grades.filter((each) => each.before !== each.after)
  const only = [
    ...(summary.onlyBefore > 0 ? [y.onlyBefore(summary.onlyBefore)] : []),
    ...(summary.onlyAfter > 0 ? [y.onlyAfter(summary.onlyAfter)] : []),
  ]
  const grade = (name: string | null) => name ?? y.ungraded
  const moves = moved.map((each) => y.moved(grade(each.before), grade(each.after), each.count))
  return [
    ...(moves.length === 0 ? [] : [`${y.movedLabel} ${moves.join(comma)}`]),
    ...(only.length === 0 ? [] : [only.join(comma)]),
    ...(drawn.some(({ change }) => change.points === null) ? [y.rates] : []),
  ]
}

function columnsOf(
  rows: readonly ComparedRow[],
  w: (typeof comparisonWords)['zh'],
  y: Words,
  campaign: string,
  run: string | undefined,
): DataColumn<ComparedRow>[] {
  const isOfRates = rows.some((row) => changeOf(row)?.points === null)
  const hundred = Exact.integer(100)
  const total = (side: 'before' | 'after', title: string): DataColumn<ComparedRow> => ({
    ...{ id: side, title, width: '84px', kind: 'number' },
    value: (row) => row[side].total,
  })
  const rate = (side: 'before' | 'after', title: string): DataColumn<ComparedRow> => ({
    ...{ id: `${side}-rate`, title, width: '92px', kind: 'rate' },
    value: (row) => rateIn(row[side])?.toText() ?? null,
  })
  const pair = (id: string, title: string, of: (side: ComparedRow['before']) => string | number | null) => ({
    ...{ id, title, width: '84px' },
    value: ({ before, after }: ComparedRow) => y.fromTo(of(before) ?? w.noValue, of(after) ?? w.noValue),
  })
  return [
    {
      ...{ id: 'name', title: w.department, width: 'minmax(150px, 3fr)' },
      value: ({ department, project }) => w.subject(department.name, project),
      cell: ({ after }, text) =>
        run === undefined || after.submission === null ? (
          text
        ) : (
          <a className="list-link" href={hrefOf('campaigns', campaign, 'result', run, after.submission)}>
            {text}
          </a>
        ),
    },
    total('before', y.before),
    total('after', y.after),
    ...(isOfRates ? [rate('before', y.beforeRate), rate('after', y.afterRate)] : []),
    {
      ...{ id: 'change', title: isOfRates ? y.rateChange : y.change, width: '92px', kind: 'number' },
      value: (row) =>
        isOfRates ? (changeOf(row)?.rate.times(hundred).toText() ?? null) : (changeOf(row)?.points ?? null),
      cell: (row, text) => {
        const change = changeOf(row)
        if (change === null) return text
        const sign = change.rate.sign
        const said = isOfRates || change.points === null ? pointsText(change.rate) : signed(change.points)
        return <span className={sign > 0 ? 'comparison-up' : sign < 0 ? 'comparison-down' : ''}>{said}</span>
      },
    },
    pair('grade', y.grades, ({ grade }) => grade),
    pair('rank', y.ranks, ({ rank }) => rank),
  ]
}

function signed(difference: string): string {
  if (difference === '0') return difference
  return difference.startsWith('-') ? `−${difference.slice(1)}` : `+${difference}`
}
