import { FileSearchOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { copyText } from '../../parts/copy-text.ts'
import { momentText } from '../../parts/date-text.ts'
import { Modal } from '../../parts/modal.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { goTo } from '../../server/place.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, PagedTable } from '../list-table.tsx'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import './audit-log.css'
import { actionText, detailText, type Entry, targetText } from './entry-text.ts'
import { auditWords } from './words.ts'

interface Head {
  readonly number: number
  readonly hash: string
}

interface Answer {
  readonly head: Head
  readonly entries: readonly Entry[]
}

const keyOf = ({ number }: Entry) => String(number)

/** 操作日志: what was done by whom, newest first; its head, to be printed. */
export function AuditLogPage({ path }: { path: readonly string[] }) {
  const w = useWords(auditWords)
  const m = useWords(managementWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const [typed, setTyped] = useState(path[0] ?? '')
  const [head, setHead] = useState<Head>()
  const [shown, setShown] = useState<Entry | 'head' | null>(null)
  const target = useDeferredValue(typed.trim())
  // The page's own address names what it is filtered by; the history leads through it.
  useEffect(() => setTyped(path[0] ?? ''), [path[0]])
  const read = useMemo(
    () => (answer: Answer) => {
      setHead(answer.head)
      return answer.entries
    },
    [],
  )
  const pages = usePages('/api/audit-log', { target }, read, keyOf)
  const columns = useMemo<ListColumn<Entry>[]>(
    () => [
      { id: 'number', title: w.number, width: '76px', align: 'end', cell: ({ number }) => number },
      { id: 'at', title: w.at, width: '150px', cell: ({ at }) => momentText(at) },
      { id: 'who', title: w.who, width: 'minmax(110px, 1fr)', cell: (entry) => <WhoText entry={entry} /> },
      {
        id: 'action',
        title: w.action,
        width: 'minmax(160px, 1fr)',
        cell: ({ action }) => actionText(action, language),
      },
      {
        id: 'target',
        title: w.target,
        width: 'minmax(200px, 2fr)',
        cell: (entry) => (
          <button
            type="button"
            className="list-link"
            title={signs.headed(w.onlyThis, entry.target)}
            onClick={() => goTo('audit-log', entry.target)}
          >
            {targetText(entry, language)}
          </button>
        ),
      },
      {
        id: 'detail',
        title: w.detail,
        width: 'minmax(200px, 3fr)',
        cell: (entry) =>
          JSON.stringify(entry.detail) === '{}' ? (
            '–'
          ) : (
            <button type="button" className="list-link list-faint" title={w.showDetail} onClick={() => setShown(entry)}>
              {detailText(entry.detail, language) || w.showDetail}
            </button>
          ),
      },
      {
        id: 'hash',
        title: w.hash,
        width: '110px',
        cell: ({ hash }) => (
          <code className="audit-hash" title={hash}>
            {hash.slice(0, 10)}
          </code>
        ),
      },
    ],
    [w, signs, language],
  )
  const isEmpty = pages.rows.length === 0 && pages.isWhole && target === ''
  return (
    <div>
      <div className="management-bar">
        <SearchField value={typed} onChange={setTyped} placeholder={w.filter} label={w.filterLabel} />
        <span className="management-count">
          {pages.rows.length === 0 ? '' : m.shown(pages.rows.length, pages.isWhole)}
        </span>
        <span className="management-gap" />
        {head !== undefined && (
          <>
            <span className="management-count">
              {w.head} <code className="audit-hash">{head.hash.slice(0, 16)}</code>
            </span>
            <Button icon={<PrinterOutlined />} onClick={() => setShown('head')}>
              {w.print}
            </Button>
          </>
        )}
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {isEmpty ? (
        <Empty icon={<FileSearchOutlined />} title={w.emptyTitle} text={w.emptyText} />
      ) : (
        <PagedTable label={m.rooms['audit-log']} columns={columns} pages={pages} rowKey={keyOf} none={w.none} />
      )}
      {shown === 'head' && head !== undefined && <HeadDialog head={head} onClose={() => setShown(null)} />}
      {shown !== null && shown !== 'head' && (
        <Modal
          title={w.of(`${shown.number}`)}
          width={680}
          onCancel={() => setShown(null)}
          footer={<Button onClick={() => setShown(null)}>{m.close}</Button>}
        >
          <p className="management-how">
            {[momentText(shown.at), actionText(shown.action, language), targetText(shown, language)].join(' · ')}
          </p>
          <p className="management-how">
            {w.hash} <code className="audit-hash">{shown.hash}</code>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
          <pre className="audit-detail" tabIndex={0}>
            {JSON.stringify(shown.detail, null, 2)}
          </pre>
        </Modal>
      )}
    </div>
  )
}

function WhoText({ entry: { who, title } }: { entry: Entry }) {
  const w = useWords(auditWords)
  const hands: Readonly<Record<string, string>> = { local: w.local, command: w.command, worker: w.worker }
  const known = hands[who] ?? title ?? who
  return <span title={who}>{known}</span>
}

/** The newest hash, as it is printed and kept apart from the server. */
function HeadDialog({ head, onClose }: { head: Head; onClose: () => void }) {
  const w = useWords(auditWords)
  const m = useWords(managementWords)
  const { message } = App.useApp()
  // As the command that verifies takes it.
  const anchor = `${head.number}:${head.hash}`
  useEffect(() => {
    document.documentElement.classList.add('audit-printing')
    return () => document.documentElement.classList.remove('audit-printing')
  }, [])
  const copy = () => {
    if (copyText(anchor)) message.success(w.copied)
  }
  return (
    <Modal
      title={w.headTitle}
      width={620}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {m.close}
        </Button>,
        <Button key="copy" onClick={copy}>
          {w.copy}
        </Button>,
        <Button key="print" type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {w.print}
        </Button>,
      ]}
    >
      <div className="audit-head">
        <p>{w.headText}</p>
        <p>
          {w.headNumber(head.number)} · {momentText(new Date().toISOString())}
        </p>
        <code>{anchor}</code>
      </div>
    </Modal>
  )
}
