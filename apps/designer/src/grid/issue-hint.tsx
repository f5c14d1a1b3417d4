import type { Edit, Issue } from '@yardstick/model'
import { Button } from 'antd'
import { issueText } from '../parts/issue-text.tsx'
import { issuesByIndicator } from '../parts/issues-by-indicator.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { columnOfPointer } from './rows.ts'
import { gridWords } from './words.ts'

/** What is wrong in a cell, in words, with what mends it. */
export function IssueHint({ id, column }: { id: string; column: string }) {
  const issues = useDesigner((state) => state.results.issues)
  const scheme = useDesigner((state) => state.design?.scheme)
  const language = useLanguage()
  const w = useWords(gridWords)
  if (scheme === undefined) return null
  const own = (issuesByIndicator(scheme, issues).get(id) ?? []).filter(
    (issue) => columnOfPointer(issue.pointer) === column,
  )
  return (
    <div className="grid-hint">
      {own.map((issue) => (
        <div key={issue.code + issue.pointer} className={`grid-hint-${issue.severity}`}>
          <p>{issueText({ ...issue, where: issue.where.slice(-1) }, language)}</p>
          <div className="sheet-choices">
            {mendsOf(issue, w.mendFirst).map(({ label, edit }) => (
              <Button key={label[language]} onClick={() => mendIt(edit)}>
                {label[language]}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

interface LabelledMend {
  readonly label: { readonly zh: string; readonly en: string }
  readonly edit: Edit
}

/** Every cure of an issue; one without a name is called by what it is. */
export function mendsOf({ mend, mends }: Issue, plain: string): readonly LabelledMend[] {
  if (mends !== undefined && mends.length > 0) return mends
  return mend === undefined ? [] : [{ label: { zh: plain, en: plain }, edit: mend }]
}

export function mendIt(edit: Edit): void {
  designer.edit({ zh: gridWords.zh.undo.mend, en: gridWords.en.undo.mend }, edit)
}
