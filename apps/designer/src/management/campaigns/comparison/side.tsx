import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../parts/words.ts'
import { comparisonWords } from './words.ts'

/** What explains a mark: its heading with a way back, one sentence, and its list. */
export function Side({
  title,
  seen,
  back,
  more,
  children,
}: {
  title: string
  seen: string
  /** The address without it. */
  back: string
  more?: ReactNode
  children: ReactNode
}) {
  const w = useWords(comparisonWords)
  return (
    <section className="comparison-side" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {more}
        <Button type="text" icon={<CloseOutlined />} href={back} title={w.close} aria-label={w.close} />
      </header>
      {seen !== '' && <p className="list-note">{seen}</p>}
      {children}
    </section>
  )
}
