import { useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import { templateWords } from './words.ts'

/** From any page of 模板库 to its list. */
export function BackLink() {
  const w = useWords(templateWords)
  return (
    <a className="templates-back" href={hrefOf('templates')}>
      <span aria-hidden="true">‹ </span>
      {w.library}
    </a>
  )
}
