import { Button } from 'antd'
import { hrefOf } from '../../server/place.ts'
import { useServer } from '../../server/session.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { signWords } from '../sign-words.ts'
import { useWords } from '../words.ts'
import { originWords } from './origin-words.ts'
import './sharing.css'
import { useUpstream } from './use-upstream.ts'

/** 来源: the template a scheme was adopted from, how far it has been changed, and whether there is a newer one. */
export function OriginCard() {
  const w = useWords(originWords)
  const signs = useWords(signWords)
  const lineage = useDesigner((state) => state.design!.scheme.lineage)
  const origins = useDesigner((state) => state.results.origins)
  const upstream = useUpstream()
  const hasServer = useServer().state === 'there'
  if (lineage === undefined) return null
  const { template, mode, offered = [] } = lineage
  const counts = { same: 0, changed: 0, points: 0, added: 0 }
  for (const each of Object.values(origins ?? {})) counts[each]++
  const newest = upstream?.newer[0]
  const name = upstream?.current?.name ?? template.id
  const text = w.from(template.publisher, name, template.version)
  const isReference = mode === 'reference'
  return (
    <section className="origin-card" aria-label={w.origin}>
      <h3>{w.origin}</h3>
      <p>
        {hasServer && upstream?.current != null ? (
          <a href={hrefOf('templates', template.hash)} title={w.inLibrary}>
            {text}
          </a>
        ) : (
          text
        )}{' '}
        <span className="origin-mode">{w.modes[mode]}</span>
      </p>
      {newest !== undefined ? (
        <p className="origin-newer">
          {w.newer(newest.version)}{' '}
          <Button type="link" onClick={() => designer.setView({ dialog: { kind: 'upstream' } })}>
            {w.see}
          </Button>
        </p>
      ) : (
        upstream !== null && <p className="origin-note">{upstream.current === null ? w.unknown : w.upToDate}</p>
      )}
      {origins !== null && (
        <p className="origin-note">{w.counts(counts.same, counts.changed + counts.points, counts.added)}</p>
      )}
      {isReference && hasServer && (
        <p className="origin-actions">
          {offered.length > 0 && (
            <Button onClick={() => designer.setView({ dialog: { kind: 'parameters' } })}>
              {w.parameters(offered.length)}
            </Button>
          )}
          <Button onClick={() => designer.setView({ dialog: { kind: 'contribute' } })}>
            {w.contribute}
            {signs.open}
          </Button>
        </p>
      )}
    </section>
  )
}
