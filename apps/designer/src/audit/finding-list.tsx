import {
  CheckCircleOutlined,
  CloseCircleFilled,
  DownOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  UpOutlined,
} from '@ant-design/icons'
import type { Issue } from '@yardstick/model'
import { Button, Tooltip } from 'antd'
import { useEffect, useRef } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import type { Findings } from './use-findings.ts'
import { auditWords } from './words.ts'

const ICONS = { error: CloseCircleFilled, warning: ExclamationCircleFilled, hint: InfoCircleFilled } as const

/** What was found, in the order of the sheet: where, what was expected, what is printed. */
export function FindingList({ issues, findings }: { issues: readonly Issue[]; findings: Findings }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const { at, goTo, step } = findings
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <section className="audit-findings" aria-label={w.findings}>
      <h2>
        {w.findings}
        {issues.length > 0 && (
          <span className="audit-steps">
            <span aria-live="polite">{w.position(at + 1, issues.length)}</span>
            <Tooltip title={`${w.previous} (Shift+F8)`}>
              <Button type="text" icon={<UpOutlined />} aria-label={w.previous} onClick={() => step(-1)} />
            </Tooltip>
            <Tooltip title={`${w.next} (F8)`}>
              <Button type="text" icon={<DownOutlined />} aria-label={w.next} onClick={() => step(1)} />
            </Tooltip>
          </span>
        )}
      </h2>
      {issues.length === 0 ? (
        <div className="audit-clean">
          <CheckCircleOutlined />
          <p>{w.clean}</p>
          <p className="audit-fine">{w.cleanMore}</p>
        </div>
      ) : (
        <ol ref={list}>
          {issues.map((issue, index) => {
            const Icon = ICONS[issue.severity]
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings may be alike, and never move
              <li key={index}>
                <button
                  type="button"
                  className={`audit-finding audit-finding-${issue.severity}`}
                  aria-current={index === at || undefined}
                  onClick={() => goTo(index)}
                >
                  <span className="audit-finding-head">
                    <b>{index + 1}</b>
                    <Icon aria-label={w.severity[issue.severity]} />
                    <span>{issue.where.length === 0 ? w.whole : issue.where.join(' / ')}</span>
                  </span>
                  <span>{issueText({ ...issue, where: [] }, language)}</span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
