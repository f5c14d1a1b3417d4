import { Button, Checkbox } from 'antd'
import { signWords } from '../parts/sign-words.ts'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { resolveRemark } from '../server/schemes.ts'
import type { Remark } from '../store/server-side.ts'
import { designer } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { whenText } from './when-text.ts'
import { reviewWords } from './words.ts'

/** One remark: on what, by whom, and whether it is done. */
export function RemarkRow({
  remark: { id, indicator, text, writtenBy, writtenAt, isResolved },
  name,
  mayResolve,
}: {
  remark: Remark
  /** Of the indicator, while it is there. */
  name: string | undefined
  mayResolve: boolean
}) {
  const w = useWords(reviewWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const [isBusy, doIt] = useDoing()
  const resolve = (resolved: boolean) => {
    const { designId } = designer.getState()
    if (designId !== null) void doIt(() => resolveRemark(designId, id, resolved))
  }
  return (
    <li className={isResolved ? 'review-resolved' : ''}>
      <Checkbox
        checked={isResolved}
        disabled={!mayResolve || isBusy}
        onChange={(event) => resolve(event.target.checked)}
        aria-label={signs.headed(w.resolved, text.slice(0, 40))}
      >
        {w.resolved}
      </Checkbox>
      {indicator === null || name === undefined ? (
        <span className="review-at">{indicator === null ? w.whole : w.gone}</span>
      ) : (
        <Button type="link" className="review-at" title={w.goTo(name)} onClick={() => select(indicator)}>
          {name}
        </Button>
      )}
      <span className="review-text">{text}</span>
      <span className="review-by">{w.by(whoText(writtenBy, language), whenText(writtenAt, language))}</span>
    </li>
  )
}

/** In the table, or in the graph where that is open. */
function select(id: string): void {
  designer.setView(({ selection, tab }) => ({
    tab: tab === 'graph' ? tab : 'table',
    selection: { ...selection, active: id, ids: [id] },
  }))
}
