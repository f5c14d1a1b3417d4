import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DownloadOutlined,
  PlusOutlined,
  UploadOutlined,
} from '@ant-design/icons'
import { App, Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { FileButton } from '../parts/file-button.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { BoundaryDialog } from './boundary-dialog.tsx'
import { expectScores, forgetExpected } from './expected-scores.ts'
import { hasExpected } from './has-expected.ts'
import { addSample, addSubmissions, labelOf } from './sample-actions.ts'
import { exportCases, readSubmissions } from './sample-files.ts'
import { TargetsButton } from './targets-button.tsx'
import type { CaseScores } from './use-case-scores.ts'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

/** What can be done with samples, and how the tests among them stand. */
export function SampleToolbar({
  scores,
  rows,
  isExpanded,
  onExpand,
  children,
}: {
  scores: CaseScores
  /** The samples that are selected. */
  rows: readonly number[]
  isExpanded: boolean
  onExpand: (isExpanded: boolean) => void
  children: ReactNode
}) {
  const w = useWords(viewWords)
  const t = useWords(trialWords)
  const cases = useCases()
  const [isBoundaryOpen, setBoundaryOpen] = useState(false)
  const chosen = rows.length > 0 ? rows : cases.map((_, index) => index)
  // What a case expects is said of the scheme as it stands, without a declaration.
  const scored = chosen.filter((index) => (scores.scores[index]?.differences ?? null) !== null)
  const expect = () => {
    designer.edit(
      labelOf('expect'),
      expectScores(designer.getState().design!.scheme, scored, (index) => scores.scores[index]),
    )
  }
  const forget = () => designer.edit(labelOf('forget'), forgetExpected(designer.getState().design!.scheme, chosen))
  return (
    <div className="trial-toolbar" role="toolbar" aria-label={w.toolbar}>
      <Button icon={<PlusOutlined />} onClick={() => addSample({ name: t.newName })}>
        {t.add}
      </Button>
      <TargetsButton />
      <ImportButton />
      <MenuButton
        menu={{
          items: [
            { key: 'one', label: w.exportSelected(chosen.length), onClick: () => exportCases(chosen, 'json') },
            { key: 'lines', label: w.exportLines(chosen.length), onClick: () => exportCases(chosen, 'ndjson') },
          ],
        }}
      >
        <Button icon={<DownloadOutlined />} disabled={cases.length === 0}>
          {w.export}
        </Button>
      </MenuButton>
      <MenuButton
        menu={{
          items: [
            { key: 'expect', label: w.expect(scored.length), disabled: scored.length === 0, onClick: expect },
            { key: 'forget', label: w.forget(chosen.length), onClick: forget },
            { type: 'divider' },
            { key: 'boundary', label: w.boundary, onClick: () => setBoundaryOpen(true) },
          ],
        }}
      >
        <Button>{w.tests}</Button>
      </MenuButton>
      <TestState scores={scores} />
      <span className="trial-gap" />
      <Checkbox checked={isExpanded} onChange={(event) => onExpand(event.target.checked)}>
        {w.expand}
      </Checkbox>
      {children}
      {isBoundaryOpen && <BoundaryDialog onClose={() => setBoundaryOpen(false)} />}
    </div>
  )
}

function TestState({ scores: { scores, done, count } }: { scores: CaseScores }) {
  const w = useWords(viewWords)
  const cases = useCases()
  const isDeclared = useDesigner(({ view }) => view.declaration !== null)
  const expecting = cases.flatMap((each, index) => (hasExpected(each.expected) ? [scores[index]] : []))
  const tests = expecting.flatMap((score) => (score?.differences == null ? [] : [score.differences]))
  const failed = tests.filter((differences) => differences.length > 0).length
  return (
    <span className="trial-tests" role="status">
      {done < count && <span>{w.progress(done, count)}</span>}
      {isDeclared && expecting.length > 0 && <span>{w.untested}</span>}
      {tests.length > 0 && (
        <span className="trial-good">
          <CheckCircleOutlined /> {w.passed(tests.length - failed)}
        </span>
      )}
      {failed > 0 && (
        <span className="trial-bad">
          <CloseCircleOutlined /> {w.failed(failed)}
        </span>
      )}
    </span>
  )
}

function ImportButton() {
  const w = useWords(viewWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const onFiles = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
    const { submissions, problems } = readSubmissions(texts, language)
    if (submissions.length > 0) {
      addSubmissions(submissions)
      message.success(w.imported(submissions.length))
    }
    if (problems.length > 0) message.warning({ content: problems.slice(0, 3).join(' '), duration: 10 })
  }
  return (
    <FileButton
      icon={<UploadOutlined />}
      label={w.import}
      accept=".json,.ndjson,application/json"
      onFiles={(files) => void onFiles(files)}
    />
  )
}
