import {
  CloseCircleFilled,
  CopyOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  RightOutlined,
} from '@ant-design/icons'
import { catalogue, type Edit, type Issue, type Language, wordIssue } from '@yardstick/model'
import { App, Button, Tooltip } from 'antd'
import { memo } from 'react'
import { copyText } from '../parts/copy-text.ts'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { goToIssue } from './current-issue.ts'
import { whyOf } from './why.ts'
import { issueWords } from './words.ts'

export interface Labelled {
  readonly label: { readonly [L in Language]: string }
  readonly edit: Edit
}

const ICONS = { error: CloseCircleFilled, warning: ExclamationCircleFilled, hint: InfoCircleFilled } as const

/** One problem: where, what, why, and what mends it at one press. */
export const IssueRow = memo(function IssueRow({
  issue,
  isCurrent,
  onMend,
}: {
  issue: Issue
  isCurrent: boolean
  onMend: (issue: Issue, mend: Labelled) => void
}) {
  const w = useWords(issueWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const Icon = ICONS[issue.severity]
  const why = whyOf(issue.code, language)
  const copy = () => {
    if (copyText(technicalText(issue))) void message.success(w.copied)
  }
  return (
    <li aria-current={isCurrent || undefined}>
      <Icon className="issue-icon" aria-label={w.severity[issue.severity]} />
      <div className="issue-said">
        <button type="button" className="issue-text" onClick={() => goToIssue(issue, true)}>
          <span className="issue-where">{issue.where.length === 0 ? w.whole : issue.where.join(' / ')}</span>
          <span>{issueText({ ...issue, where: [] }, language)}</span>
        </button>
        {why !== undefined && (
          <p>
            <span>{w.why}</span> {why}
          </p>
        )}
      </div>
      <div className="issue-mends">
        {mendsOf(issue).map((mend, index) => (
          <Button
            key={mend.label.zh}
            type={index === 0 ? 'primary' : 'default'}
            className="issue-mend"
            onClick={() => onMend(issue, mend)}
          >
            {mend.label[language]}
          </Button>
        ))}
        <Tooltip title={w.goTo}>
          <Button type="text" icon={<RightOutlined />} aria-label={w.goTo} onClick={() => goToIssue(issue, true)} />
        </Tooltip>
        <Tooltip title={w.copy}>
          <Button type="text" icon={<CopyOutlined />} aria-label={w.copy} onClick={copy} />
        </Tooltip>
      </div>
    </li>
  )
})

function mendsOf({ mend, mends }: Issue): readonly Labelled[] {
  if (mends !== undefined && mends.length > 0) return mends
  return mend === undefined ? [] : [{ label: { zh: issueWords.zh.mend, en: issueWords.en.mend }, edit: mend }]
}

/** With code and pointer, which the surface leaves out; in both languages, since it goes to somebody else. */
function technicalText(issue: Issue): string {
  const { code, pointer, expected, found } = issue
  return [
    wordIssue(issue, 'zh'),
    wordIssue(issue, 'en'),
    `${code} ${catalogue[code].severity} ${pointer}`,
    JSON.stringify({ expected, found }),
  ].join('\n')
}
