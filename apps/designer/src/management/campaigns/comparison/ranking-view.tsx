import { OrderedListOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { search } from '../../../parts/pinyin.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { Refused } from '../../../server/client.ts'
import { goTo, hrefOf } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import type { Regions } from '../../regions.ts'
import { SearchField } from '../../search-field.tsx'
import { managementWords } from '../../words.ts'
import { resultLook } from '../result-look.ts'
import type { Ranked } from '../scoring.ts'
import { scoringWords } from '../scoring-words.ts'
import { campaignWords } from '../words.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Legend } from './legend.tsx'
import { Picture } from './picture.tsx'
import { rankingPicture } from './ranking-picture.ts'
import { rateOf } from './score-table.ts'
import { SortedTable } from './sorted-table.tsx'
import { standingOf, tiedRanks } from './standing.ts'
import { ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'

interface Answer {
  readonly run: string
  readonly ranking: readonly Ranked[]
}

const keyOf = ({ submission }: Ranked) => submission
const placeOf = ({ place }: Ranked) => String(place)

/** 排名: all results of a run, the highest total first; who shares a total shares the rank. */
export function RankingView({
  campaign,
  run,
  regions,
}: {
  campaign: WholeCampaign
  run: string | undefined
  regions: Regions
}) {
  const w = useWords(comparisonWords)
  const s = useWords(scoringWords)
  const m = useWords(managementWords)
  const signs = useWords(signWords)
  const [typed, setTyped] = useState('')
  const [shownRun, setShownRun] = useState<string>()
  const read = useMemo(
    () => (answer: Answer) => {
      setShownRun(answer.run)
      return answer.ranking
    },
    [],
  )
  const pages = usePages(`/api/campaigns/${campaign.id}/ranking`, { run }, read, placeOf, true)
  const resultOf = useMemo(
    () => (row: Ranked) => ['result', shownRun ?? run ?? '', row.submission] as const,
    [shownRun, run],
  )
  const columns = useRankingColumns(campaign.id, regions, pages.rows, resultOf)
  const shown = useMemo(() => sortedColumns(columns, w.noValue), [columns, w])
  const [draw, drawFile] = useMemo(() => {
    const said = {
      nameOf: ({ department, project }: Ranked) => w.subject(department.name, project),
      scoreOf: ({ total, fullScore, grade }: Ranked) =>
        [total === null ? w.noValue : s.full(total, fullScore), grade ?? ''].join(' '),
    }
    return [rankingPicture(pages.rows, said), rankingPicture(pages.rows, { ...said, isFile: true })]
  }, [pages.rows, w, s])
  const isUnscored = pages.trouble instanceof Refused && pages.trouble.status === 409
  if (isUnscored || (pages.rows.length === 0 && pages.isWhole)) {
    return <Empty icon={<OrderedListOutlined />} title={s.rankingNone} text={s.rankingNoneText} />
  }
  const { scored, best, worst, tied } = standingOf(pages.rows)
  const said = (row: Ranked | undefined) =>
    row === undefined || row.total === null ? w.noValue : signs.aside(row.total, row.department.name)
  const rows =
    typed.trim() === ''
      ? pages.rows
      : search(pages.rows, typed, ({ department, project }) => [department.name, project, department.type])
  const seen = w.rankingSeen(scored, said(best), said(worst), tied)
  return (
    <ViewFrame
      seen={pages.isWaiting ? m.loading : seen}
      legend={<Legend />}
      controls={
        <>
          <SearchField value={typed} onChange={setTyped} />
          <ExportMenu
            campaign={campaign}
            picture="ranking"
            seen={seen}
            isWhole={pages.isWhole}
            file={{ draw: drawFile, width: Math.max(1_000, Math.min(4_000, pages.rows.length * 24)), height: 420 }}
            lists={() => [listOf(w.pictures.ranking, [seen], columns, pages.rows)]}
          />
        </>
      }
    >
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      <Picture
        draw={draw}
        label={signs.headed(w.rankingChart, seen)}
        height={180}
        onPick={({ index }) => {
          const row = pages.rows[index]
          if (row !== undefined) goTo('campaigns', campaign.id, ...resultOf(row))
        }}
      />
      <SortedTable
        label={w.pictures.ranking}
        columns={shown}
        rows={rows}
        rowKey={keyOf}
        first={{ column: 'rank', isDown: false }}
        isWaiting={pages.isWaiting}
        empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
      />
    </ViewFrame>
  )
}

function useRankingColumns(
  campaign: string,
  regions: Regions,
  ranking: readonly Ranked[],
  resultOf: (row: Ranked) => readonly string[],
): readonly DataColumn<Ranked>[] {
  const w = useWords(comparisonWords)
  const s = useWords(scoringWords)
  const c = useWords(campaignWords)
  return useMemo(() => {
    const tied = tiedRanks(ranking)
    return [
      {
        ...{ id: 'rank', title: w.rank, width: '92px', kind: 'number' },
        value: ({ rank }) => (rank === null ? null : String(rank)),
        cell: ({ rank }, text) => (
          <>
            {rank !== null && tied.has(rank) && <span className="list-faint comparison-tied">{w.tied}</span>}
            {text}
          </>
        ),
      },
      {
        ...{ id: 'name', title: w.department, width: 'minmax(200px, 3fr)' },
        value: ({ department }) => department.name,
        cell: (row, text) => (
          <a className="list-link" href={hrefOf('campaigns', campaign, ...resultOf(row))}>
            {text}
          </a>
        ),
      },
      ...(ranking.every(({ project }) => project === '')
        ? []
        : [{ id: 'project', title: c.project, width: 'minmax(110px, 2fr)', value: ({ project }: Ranked) => project }]),
      { id: 'type', title: c.type, width: '110px', value: ({ department }) => department.type },
      {
        ...{ id: 'region', title: c.region, width: 'minmax(120px, 1fr)' },
        value: ({ department }) => regions.text(department.region),
      },
      { id: 'total', title: w.total, width: '90px', kind: 'number', value: ({ total }) => total },
      { id: 'full', title: w.full, width: '76px', kind: 'number', value: ({ fullScore }) => fullScore },
      {
        ...{ id: 'rate', title: w.rate, width: '90px', kind: 'rate' },
        value: ({ total, fullScore }) => rateOf(total, fullScore)?.toText() ?? null,
        key: ({ total, fullScore }) => rateOf(total, fullScore),
      },
      { id: 'grade', title: w.grade, width: '80px', value: ({ grade }) => grade },
      {
        ...{ id: 'state', title: s.state, width: '90px' },
        value: ({ state }) => s.resultStates[state],
        cell: ({ state }, text) => (
          <span className={`badge ${resultLook[state]}`} title={s.resultNotes[state]}>
            {text}
          </span>
        ),
      },
    ]
  }, [w, s, c, campaign, regions, ranking, resultOf])
}
