import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'

/** One bar: what it stands for, how long it is (0…1), and what is written at its end. */
export interface Bar {
  readonly name: string
  readonly share: number
  readonly text: string
}

const ROW = 26
const NAME = 116
const BAR = 220
const TEXT = 170

/** Lying bars, each with its name before and its figure behind. */
export function BarRows({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const signs = useWords(signWords)
  const height = bars.length * ROW
  const spoken = bars.map(({ name, text }) => `${name} ${text}`).join(signs.semicolon)
  return (
    <figure className="bars">
      <svg
        viewBox={`0 0 ${NAME + BAR + TEXT} ${height}`}
        width={NAME + BAR + TEXT}
        height={height}
        role="img"
        aria-label={signs.headed(label, spoken)}
      >
        {bars.map(({ name, share, text }, index) => {
          const width = Math.max(share > 0 ? 2 : 0, Math.min(1, share) * BAR)
          const y = index * ROW
          return (
            <g key={name} transform={`translate(0 ${y})`}>
              <title>{`${name} ${text}`}</title>
              <text className="bars-name" x={NAME - 8} y={ROW / 2} textAnchor="end" dominantBaseline="central">
                {shortened(name)}
              </text>
              <rect className="bars-ground" x={NAME} y={5} width={BAR} height={ROW - 10} rx={2} />
              <rect className="bars-bar" x={NAME} y={5} width={width} height={ROW - 10} rx={2} />
              <text className="bars-text" x={NAME + BAR + 8} y={ROW / 2} dominantBaseline="central">
                {text}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** What has no room ends in dots; its whole name is in the title. */
function shortened(name: string): string {
  const wide = [...name].map((each) => (each > '\u2e80' ? 2 : 1))
  let width = 0
  const at = wide.findIndex((each) => {
    width += each
    return width > 16
  })
  return at < 0 ? name : `${[...name].slice(0, at).join('')}…`
}
