import { FileSearchOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { copyText } from '../../parts/copy-text.ts'
import { Modal } from '../../parts/modal.tsx'
import { useWords } from '../../parts/words.ts'
import { goTo } from '../../server/place.ts'
import { momentText } from '../date-text.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, PagedTable } from '../list-table.tsx'
import { SearchField } from '../search-field.tsx'
import { Trouble } from '../trouble.tsx'
import { usePages } from '../use-pages.ts'
import { managementWords } from '../words.ts'
import './audit-log.css'
import { auditWords } from './words.ts'

interface Entry {
  readonly number: number
  readonly at: string
  readonly who: string
  readonly title?: string
  readonly action: string
  readonly target: string
  readonly detail: unknown
  readonly hash: string
}

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
      { id: 'action', title: w.action, width: 'minmax(130px, 1fr)', cell: ({ action }) => actionText(action, w) },
      {
        id: 'target',
        title: w.target,
        width: 'minmax(200px, 2fr)',
        cell: ({ target }) => (
          <button
            type="button"
            className="list-link"
            title={`${w.onlyThis}: ${target}`}
            onClick={() => goTo('audit-log', target)}
          >
            {targetText(target, w)}
          </button>
        ),
      },
      {
        id: 'detail',
        title: w.detail,
        width: 'minmax(200px, 3fr)',
        cell: (entry) => (
          <button
            type="button"
            className="list-link list-faint"
            title={w.showDetail}
            aria-label={`${w.showDetail} ${entry.number}`}
            onClick={() => setShown(entry)}
          >
            {JSON.stringify(entry.detail) === '{}' ? '–' : JSON.stringify(entry.detail)?.slice(0, 200)}
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
    [w],
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
            {`${momentText(shown.at)} · ${actionText(shown.action, w)} · ${targetText(shown.target, w)}`}
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
  const known = who === 'local' ? w.local : who === 'command' ? w.command : (title ?? who)
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

/** "campaign.stage" in words; an action without any stands as it is. */
function actionText(action: string, w: typeof auditWords.zh): string {
  return w.actions[action] ?? action
}

/** "campaign 0193…" in words. */
function targetText(target: string, w: typeof auditWords.zh): string {
  const [kind = '', ...id] = target.split(' ')
  return [w.targets[kind] ?? kind, ...id].join(' ')
}
