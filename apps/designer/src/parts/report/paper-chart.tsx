import type { DocumentChart } from '@yardstick/exchange/document'
import { Exact } from '@yardstick/model'
import { showRate } from '@yardstick/wording'
import { signWords } from '../sign-words.ts'
import { useWords } from '../words.ts'

const WIDTH = 560
const NAME = 168
const TEXT = 66
const ROW = 34
const HEAD = 34
const BAR = WIDTH - NAME - TEXT

/** Bars of shares, as the report's chart in Word: names before, figures behind, sharp on any paper. */
export function PaperChart({ chart: { title, bars } }: { chart: DocumentChart }) {
  const signs = useWords(signWords)
  const shown = bars.map(({ name, share }) => ({ name, share: Exact.of(share), text: showRate(Exact.of(share)) }))
  const spoken = shown.map(({ name, text }) => `${name} ${text}`).join(signs.semicolon)
  const height = HEAD + bars.length * ROW + 8
  return (
    <figure className="paper-chart">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={signs.headed(title, spoken)}>
        <text className="paper-chart-title" x={WIDTH / 2} y={20} textAnchor="middle">
          {title}
        </text>
        <line className="paper-chart-axis" x1={NAME} x2={NAME} y1={HEAD} y2={height - 4} />
        {shown.map(({ name, share, text }, at) => {
          // A share becomes a length here, no figure.
          const width = Math.max(0, Math.min(1, Number(share.toFixed(6)))) * BAR
          const y = HEAD + at * ROW
          return (
            <g key={name}>
              <text x={NAME - 8} y={y + ROW / 2} textAnchor="end" dominantBaseline="central">
                {shortened(name)}
              </text>
              <rect x={NAME} y={y + 7} width={width} height={ROW - 14} />
              <text x={NAME + width + 6} y={y + ROW / 2} dominantBaseline="central">
                {text}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** What has no room ends in dots; the table beside the chart has it whole. */
function shortened(name: string): string {
  let width = 0
  const at = [...name].findIndex((each) => {
    width += each > '\u2e80' ? 2 : 1
    return width > 24
  })
  return at < 0 ? name : `${[...name].slice(0, at).join('')}…`
}
