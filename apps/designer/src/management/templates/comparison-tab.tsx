import { SwapOutlined } from '@ant-design/icons'
import type { Scheme } from '@yardstick/model'
import { Button, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { searchRank } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { TwoSentences } from '../../parts/two-versions/two-sentences.tsx'
import { TwoTable } from '../../parts/two-versions/two-table.tsx'
import { useComparison } from '../../parts/two-versions/use-comparison.ts'
import { useWords } from '../../parts/words.ts'
import { goTo } from '../../server/place.ts'
import { type Template, type TemplateHead, templatePath } from '../../server/templates.ts'
import { pageWords } from './page-words.ts'
import type { Templates } from './use-templates.ts'

type Reading = 'text' | 'table'

/** 比较: this template beside another one or another version of it, as sentences or as a coloured table. */
export function ComparisonTab({
  template,
  scheme,
  path: [other, as],
  templates,
}: {
  template: Template
  scheme: Scheme
  /** What the address names: the hash of the other, and how the two are read. */
  path: readonly string[]
  templates: Templates
}) {
  const w = useWords(pageWords)
  const signs = useWords(signWords)
  const reading: Reading = as === 'table' ? 'table' : 'text'
  // Unless the address says otherwise: the version before this one, what it was adapted from, or none.
  const beside = (other === '' ? undefined : other) ?? nearestOf(template, templates)
  const show = (next: Reading) => goTo('templates', template.hash, 'comparison', beside ?? '', next)
  const { value: read, trouble, reload } = useAnswer<Template>(beside === undefined ? undefined : templatePath(beside))
  const found = useMemo(() => (read === undefined ? undefined : schemeOf(read, scheme)), [read, scheme])
  const comparison = useComparison(found, found === undefined ? undefined : scheme)
  const nameOf = ({ publisher, name, version }: Pick<TemplateHead, 'publisher' | 'name' | 'version'>) =>
    signs.aside(name, [publisher, version].join(' '))
  const options = templates.heads
    .filter(({ hash, schemes }) => hash !== template.hash && schemes.length > 0)
    .sort((a, b) => closeness(b, template) - closeness(a, template))
    .map((head) => ({ value: head.hash, label: nameOf(head) }))
  return (
    <div className="templates-comparison">
      <div className="management-bar">
        <Select
          className="templates-with"
          aria-label={w.from}
          prefix={w.from}
          placeholder={w.pickPlaceholder}
          value={beside ?? null}
          options={options}
          popupMatchSelectWidth={false}
          showSearch={{ filterOption: (typed, option) => searchRank(option?.label ?? '', typed) !== undefined }}
          onChange={(next) => goTo('templates', template.hash, 'comparison', next, reading)}
        />
        <Button
          type="text"
          icon={<SwapOutlined />}
          aria-label={w.swap}
          title={w.swap}
          disabled={beside === undefined}
          onClick={() => beside !== undefined && goTo('templates', beside, 'comparison', template.hash, reading)}
        />
        <span className="templates-to" title={nameOf(template)}>
          {signs.headed(w.to, nameOf(template))}
        </span>
        <Segmented<Reading>
          aria-label={w.reading}
          value={reading}
          onChange={show}
          options={(['text', 'table'] as const).map((value) => ({ value, label: w.readings[value] }))}
        />
        <span className="management-count" role="status">
          {comparison !== null && w.count(comparison.sentences.length)}
        </span>
      </div>
      <Trouble of={trouble} onRetry={reload} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
      <section className="templates-compared" tabIndex={0} aria-label={w.readings[reading]}>
        {beside === undefined ? (
          <p className="two-notice">{w.pick}</p>
        ) : read === undefined || found === undefined || comparison === null ? (
          trouble === undefined && <p className="two-notice">{w.comparing}</p>
        ) : comparison.sentences.length === 0 ? (
          <p className="two-notice">{w.same}</p>
        ) : reading === 'text' ? (
          <TwoSentences sentences={comparison.sentences} />
        ) : (
          <TwoTable
            before={{ scheme: found, texts: comparison.before, name: nameOf(read) }}
            after={{ scheme, texts: comparison.after, name: nameOf(template) }}
          />
        )}
      </section>
    </div>
  )
}

/** The scheme of another package that goes with this one: of the same id, or the one it was adapted from, or its first. */
function schemeOf({ package: { schemes } }: Template, { id, lineage }: Scheme): Scheme | undefined {
  return (
    schemes.find((each) => each.id === id) ??
    schemes.find((each) => each.id === lineage?.template.scheme || each.lineage?.template.scheme === id) ??
    schemes[0]
  )
}

function nearestOf(template: Template, { groups, heads }: Templates): string | undefined {
  const group = groups.find(({ newest, older }) => [newest, ...older].some(({ hash }) => hash === template.hash))
  const versions = group === undefined ? [] : [group.newest, ...group.older]
  const before = versions[versions.findIndex(({ hash }) => hash === template.hash) + 1] ?? versions[0]
  if (before !== undefined && before.hash !== template.hash) return before.hash
  return template.provenance.find(({ hash }) => heads.some((each) => each.hash === hash))?.hash
}

/** Other versions of the same template first, then those it was adapted from or into, then the rest. */
function closeness(head: TemplateHead, { id, publisher, provenance }: Template): number {
  if (head.id === id && head.publisher === publisher) return 2
  return head.id === id || provenance.some(({ hash }) => hash === head.hash) ? 1 : 0
}
