import { DownloadOutlined } from '@ant-design/icons'
import type { List } from '@yardstick/exchange/render/list-workbook'
import { App, Button } from 'antd'
import { download, fileNameOf } from '../../../parts/download.ts'
import { MenuButton } from '../../../parts/menu-button.tsx'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { CAPTION, captioned } from './captioned.ts'
import { paperColours } from './colours.ts'
import type { Draw } from './picture.tsx'
import type { Picture } from './pictures.ts'
import { comparisonWords } from './words.ts'

/** A picture as a file: how it is drawn, and how large. */
export interface PictureFile {
  readonly draw: Draw
  readonly width: number
  readonly height: number
  /** It says itself what it shows. */
  readonly isCaptioned?: true
}

type Kind = 'png' | 'svg' | 'xlsx' | 'csv'

/** 导出: what is seen, as a picture for a report and as data for Excel. What writes them is loaded when it is wanted. */
export function ExportMenu({
  campaign,
  picture,
  seen,
  isWhole = true,
  file,
  lists,
}: {
  campaign: WholeCampaign
  picture: Picture
  /** The sentence that says what is seen. */
  seen: string
  /** While not all rows are there, nothing goes out. */
  isWhole?: boolean
  /** Undefined where nothing is drawn. */
  file: PictureFile | undefined
  /** The first one is what CSV holds. */
  lists: () => readonly List[]
}) {
  const w = useWords(comparisonWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const title = w.fileName(campaign.name, w.pictures[picture])
  const make: Readonly<Record<Kind, () => Promise<Blob>>> = {
    png: async () => pngOf(file!, title, seen),
    svg: async () => svgOf(file!, title, seen),
    xlsx: async () => {
      const [{ listWorkbook }, { writeWorkbook }] = await Promise.all([
        import('@yardstick/exchange/render/list-workbook'),
        import('@yardstick/exchange/write/xlsx'),
      ])
      const madeAt = new Date().toISOString()
      const bytes = await writeWorkbook(listWorkbook({ title, language, madeAt, lists: lists() }))
      return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: EXCEL })
    },
    csv: async () => {
      const [{ listTable }, { writeCsv }] = await Promise.all([
        import('@yardstick/exchange/render/list-workbook'),
        import('@yardstick/exchange/table'),
      ])
      return new Blob([writeCsv(listTable(lists()[0]!))], { type: 'text/csv;charset=utf-8' })
    },
  }
  const give = async (kind: Kind) => {
    try {
      const name = fileNameOf(title, kind)
      download(name, await make[kind]())
      message.success(w.exported(name))
    } catch {
      message.error(w.exportFailed)
    }
  }
  return (
    <MenuButton
      disabled={!isWhole}
      menu={{
        items: [
          { key: 'png', label: w.exportPng, disabled: file === undefined },
          { key: 'svg', label: w.exportSvg, disabled: file === undefined },
          { type: 'divider' },
          { key: 'xlsx', label: w.exportExcel },
          { key: 'csv', label: w.exportCsv },
        ],
        onClick: ({ key }) => void give(key as Kind),
      }}
    >
      <Button icon={<DownloadOutlined />} disabled={!isWhole}>
        {w.exportAs}
      </Button>
    </MenuButton>
  )
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function pngOf(file: PictureFile, title: string, seen: string): Promise<Blob> {
  const { canvasOfChart } = await import('../../../parts/chart/draw-chart.ts')
  const { option, size } = onPaper(file, title, seen)
  const canvas = canvasOfChart(option, size)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  )
}

async function svgOf(file: PictureFile, title: string, seen: string): Promise<Blob> {
  const { svgOfChart } = await import('../../../parts/chart/draw-chart.ts')
  const { option, size } = onPaper(file, title, seen)
  return new Blob([svgOfChart(option, size)], { type: 'image/svg+xml' })
}

/** In the colours of paper, under its caption. */
function onPaper({ draw, width, height, isCaptioned }: PictureFile, title: string, seen: string) {
  const colours = paperColours()
  const option = { backgroundColor: colours.surface, ...draw(colours) }
  return isCaptioned === true
    ? { option, size: { width, height } }
    : { option: captioned(option, { title, seen, width }, colours), size: { width, height: height + CAPTION } }
}
