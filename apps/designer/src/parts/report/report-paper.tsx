import type { DocumentBlock, DocumentPart, TextDocument } from '@yardstick/exchange/document'
import { useWords } from '../words.ts'
import { PaperChart } from './paper-chart.tsx'
import { PaperTable } from './paper-table.tsx'
import './report-paper.css'
import './report-print.css'
import { reportWords } from './words.ts'

/**
 * A document as it prints: cover, pages, annexes. On the screen they stand below each other, on paper each begins a page.
 * A marked place is a button where `onPlace` takes it, and says which field is to be filled in.
 */
export function ReportPaper({
  document,
  onPlace,
}: {
  document: TextDocument
  onPlace?: ((field: string) => void) | undefined
}) {
  const language = document.language === 'zh' ? 'zh-CN' : 'en'
  const last = document.parts.length - 1
  return (
    <article className="papers" lang={language}>
      {document.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and never move
        <Part key={at} part={part} foot={at === last ? document.foot : []} onPlace={onPlace} />
      ))}
    </article>
  )
}

function Part({
  part,
  foot,
  onPlace,
}: {
  part: DocumentPart
  foot: readonly string[]
  onPlace: ((field: string) => void) | undefined
}) {
  return (
    <section className={`paper paper-${part.shape}`}>
      {part.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names; all are drawn anew together
        <Block key={at} block={block} onPlace={onPlace} />
      ))}
      {foot.map((text) => (
        <p key={text} className="paper-foot">
          {text}
        </p>
      ))}
    </section>
  )
}

const headings = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const

function Block({ block, onPlace }: { block: DocumentBlock; onPlace: ((field: string) => void) | undefined }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level]
      return (
        <Heading className={`paper-heading paper-heading-${block.level}`} data-field={block.field}>
          {block.text}
        </Heading>
      )
    }
    case 'place':
      return <Place block={block} onPlace={onPlace} />
    case 'table':
      return <PaperTable table={block.table} />
    case 'chart':
      return <PaperChart chart={block.chart} />
    case 'title':
      return <p className="paper-title">{block.text}</p>
    default:
      return (
        <>
          {block.text.split('\n').map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
            <p key={at} className={`paper-${block.kind}`}>
              {text}
            </p>
          ))}
        </>
      )
  }
}

function Place({
  block,
  onPlace,
}: {
  block: Extract<DocumentBlock, { kind: 'place' }>
  onPlace: ((field: string) => void) | undefined
}) {
  const w = useWords(reportWords)
  const { field, name, text } = block
  return (
    <p className="paper-place">
      {field === undefined || onPlace === undefined ? (
        <mark>{text}</mark>
      ) : (
        <button type="button" title={w.place(name)} onClick={() => onPlace(field)}>
          {text}
        </button>
      )}
    </p>
  )
}
