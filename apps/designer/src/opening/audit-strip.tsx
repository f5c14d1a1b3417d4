import { AuditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../parts/words.ts'
import { hrefOf } from '../server/place.ts'
import { openingWords } from './words.ts'

/** The way in for who has no scheme to design, but a printed table to look through. */
export function AuditStrip() {
  const { audit: w } = useWords(openingWords)
  return (
    <section className="opening-audit" aria-labelledby="opening-audit">
      <h2 id="opening-audit">
        <AuditOutlined /> {w.title}
      </h2>
      <p>{w.how}</p>
      <Button href={hrefOf('audit')}>{w.open}</Button>
    </section>
  )
}
