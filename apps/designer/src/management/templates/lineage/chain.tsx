import { ArrowRightOutlined } from '@ant-design/icons'
import { useWords } from '../../../parts/words.ts'
import { hrefOf } from '../../../server/place.ts'
import { type Ancestor, isTrusted, type Template } from '../../../server/templates.ts'
import { TrustMark } from '../trust-mark.tsx'
import { templateWords } from '../words.ts'
import { lineageWords } from './words.ts'

/** The way a template has come, from the first to this one: whose each is, of when, and whether its signature holds. */
export function Chain({ template }: { template: Template }) {
  const w = useWords(lineageWords)
  const { provenance } = template
  const first = [...provenance].reverse()
  const areVerified = provenance.every(({ trust }) => isTrusted(trust))
  const signed = provenance.filter(({ trust }) => trust !== 'built-in').length
  const verified = [...(signed > 0 ? [w.allVerified(signed)] : []), ...(signed < provenance.length ? [w.builtIn] : [])]
  return (
    <>
      <ol className="templates-chain" aria-label={w.chain}>
        {first.map((each) => (
          <li key={each.hash}>
            <Stop stop={each} />
            <ArrowRightOutlined aria-label={w.step} />
          </li>
        ))}
        <li>
          <Stop stop={{ ...template, isKnown: false }} isHere />
        </li>
      </ol>
      <p className={areVerified ? 'templates-chain-note' : 'templates-chain-note templates-warning'}>
        {provenance.length === 0 ? w.origin : areVerified ? verified.join('') : w.someUnknown}
      </p>
    </>
  )
}

function Stop({ stop, isHere = false }: { stop: Ancestor; isHere?: boolean }) {
  const w = useWords(lineageWords)
  const t = useWords(templateWords)
  const { name, publisher, version, region, date, trust, hash, isKnown } = stop
  return (
    <div className={isHere ? 'templates-stop templates-stop-here' : 'templates-stop'}>
      <span className="templates-stop-head">
        {region === null ? t.everywhere : region.name}
        {isHere && <span className="badge badge-accent">{w.here}</span>}
      </span>
      {isKnown ? (
        <a href={hrefOf('templates', hash)} title={w.open(name)}>
          {name}
        </a>
      ) : (
        <b title={name}>{name}</b>
      )}
      <span title={publisher}>{publisher}</span>
      <span className="list-faint">{[w.version(version), date].filter((each) => each !== null).join(' · ')}</span>
      <TrustMark trust={trust} />
    </div>
  )
}
