import { SettingOutlined } from '@ant-design/icons'
import { leaves, roundingOf, type ScoringMethod, walk } from '@yardstick/model'
import { Button } from 'antd'
import { methodWords } from '../parts/method/words.ts'
import { OriginCard } from '../parts/sharing/origin-card.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { roundingSentence } from './rounding-words.ts'
import { inspectorWords } from './words.ts'

/** The scheme at a glance: shown while nothing is selected. */
export function SchemeCard() {
  const w = useWords(inspectorWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const methods = useWords(methodWords).methods
  const scheme = useDesigner((state) => state.design!.scheme)
  const all = walk(scheme)
  const leafPlaces = leaves(scheme)
  const counts = new Map<ScoringMethod, number>()
  for (const { node } of leafPlaces) counts.set(node.scoring.method, (counts.get(node.scoring.method) ?? 0) + 1)
  const rules = scheme.rules?.length ?? 0
  return (
    <div className="inspector-card">
      <p className="inspector-pick">{w.pick}</p>
      <h2>{scheme.name}</h2>
      <p className="inspector-sub">
        {[scheme.region?.name, scheme.year, scheme.departmentTypes?.join(signs.list), scheme.version]
          .filter((each) => each !== undefined)
          .join(' · ')}
      </p>
      <dl className="inspector-facts">
        <dt>{w.full}</dt>
        <dd>
          {scheme.fullScore}
          {scheme.ceiling !== undefined && ` · ${w.ceiling} ${scheme.ceiling}`}
        </dd>
        <dt>{w.rounding}</dt>
        <dd>{roundingSentence(roundingOf(scheme, 'leaf'), language)}</dd>
        <dt>{w.methodsUsed}</dt>
        <dd>
          {[...counts]
            .sort((a, b) => b[1] - a[1])
            .map(([method, count]) => `${methods[method]} ${count}`)
            .join(' · ')}
        </dd>
      </dl>
      <ul className="inspector-counts">
        <li>{w.indicators(leafPlaces.length, all.length - leafPlaces.length)}</li>
        <li>{w.data(scheme.items.length, scheme.measures?.length ?? 0)}</li>
        {rules > 0 && <li>{w.ruleCount(rules)}</li>}
        <li>{w.caseCount(scheme.cases?.length ?? 0)}</li>
      </ul>
      {scheme.source !== undefined && (
        <dl className="inspector-facts">
          <dt>{w.source}</dt>
          <dd>{scheme.source.title}</dd>
        </dl>
      )}
      <OriginCard />
      <Button icon={<SettingOutlined />} onClick={() => designer.setView({ dialog: { kind: 'scheme' } })}>
        {w.settings}
      </Button>
    </div>
  )
}
