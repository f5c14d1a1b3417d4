import { Button } from 'antd'
import { useWords } from '../parts/words.ts'
import type { TemplateSummary } from '../storage/templates.ts'
import { openingWords } from './words.ts'

/** A published report with its total, opened scored at one click. */
export function ExampleCard({
  example,
  isBusy,
  onOpen,
}: {
  example: TemplateSummary | undefined
  isBusy: boolean
  onOpen: () => void
}) {
  const { example: w } = useWords(openingWords)
  const { name = '', region = '', year, leaves = 0, published } = example ?? {}
  return (
    <section className="opening-example" aria-labelledby="opening-example">
      <h2 id="opening-example">{w.title}</h2>
      {example !== undefined && (
        <>
          <p className="opening-example-name">
            <strong>{name}</strong>
            <span>{[region, year].join(' ')}</span>
          </p>
          <p className="opening-fine">{w.line(leaves)}</p>
          {published != null && published.total !== null && (
            <div className="opening-score">
              <strong>{w.score(published.total, published.grade)}</strong>
              <ul>
                {published.parts.map((part) => (
                  <li key={part.name} title={w.part(part.name, part.score ?? '–', part.points)}>
                    <span>{part.name.replace(/指标$/, '')}</span>
                    <progress
                      aria-label={w.part(part.name, part.score ?? '–', part.points)}
                      max={part.points}
                      value={part.score ?? '0'}
                    />
                    <span>{`${part.score ?? '–'}/${part.points}`}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Button type="primary" size="middle" loading={isBusy} onClick={onOpen}>
            {w.open}
          </Button>
        </>
      )}
    </section>
  )
}
