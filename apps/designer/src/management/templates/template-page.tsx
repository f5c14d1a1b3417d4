import type { Scheme } from '@yardstick/model'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { momentText } from '../../parts/date-text.ts'
import { signWords } from '../../parts/sign-words.ts'
import { whoText } from '../../parts/who-text.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { goTo, hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import {
  isTrusted,
  removeTemplate,
  type Template,
  type TemplateHead,
  templateFileAddress,
  templatePath,
} from '../../server/templates.ts'
import { managementWords } from '../words.ts'
import { AdoptionsTab } from './adoptions-tab.tsx'
import { BackLink } from './back-link.tsx'
import { ComparisonTab } from './comparison-tab.tsx'
import { LineageTab } from './lineage/lineage-tab.tsx'
import { ModulesTab } from './modules-tab.tsx'
import { pageWords } from './page-words.ts'
import { PreviewTab } from './preview/preview-tab.tsx'
import { openProposal } from './proposal.ts'
import { type TemplateTab, tabOf, templateTabs } from './template-tabs.ts'
import { TrustNote } from './trust-note.tsx'
import type { Templates } from './use-templates.ts'
import { templateWords } from './words.ts'

/** One version of a template: who answers for it, and all there is to see before it is adopted. */
export function TemplatePage({
  path: [hash = '', part, ...rest],
  session,
  templates,
}: {
  path: readonly string[]
  session: Session
  templates: Templates
}) {
  const w = useWords(pageWords)
  const { value: template, trouble, reload } = useAnswer<Template>(templatePath(hash))
  const [schemeId, setSchemeId] = useState<string>()
  if (template === undefined) {
    const isMissing = trouble instanceof Refused && trouble.status === 404
    return (
      <>
        <div className="management-bar">
          <BackLink />
        </div>
        {isMissing ? (
          <p className="management-note">{w.missing}</p>
        ) : trouble !== undefined ? (
          <Trouble of={trouble} onRetry={reload} />
        ) : (
          <p className="management-note">{w.loading}</p>
        )}
      </>
    )
  }
  const scheme = template.package.schemes.find(({ id }) => id === schemeId) ?? template.package.schemes[0]
  const shown = tabsOf(template, scheme)
  const asked = tabOf(part)
  const tab = shown.includes(asked) ? asked : (shown[0] ?? 'readme')
  const changed = () => {
    void reload()
    void templates.reload()
  }
  return (
    <>
      <Head template={template} session={session} templates={templates} onChanged={changed} />
      <nav className="templates-tabs" aria-label={w.tabLabel}>
        {shown.map((each) => (
          <a key={each} href={hrefOf('templates', hash, each)} aria-current={each === tab ? 'page' : undefined}>
            {w.tabs[each]}
          </a>
        ))}
        <span className="management-gap" />
        {template.package.schemes.length > 1 && (
          <Select
            className="templates-scheme"
            value={scheme?.id ?? null}
            aria-label={w.schemePick}
            prefix={w.schemePick}
            options={template.package.schemes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => setSchemeId(next ?? undefined)}
          />
        )}
      </nav>
      {tab === 'preview' && scheme !== undefined && <PreviewTab key={`${hash} ${scheme.id}`} scheme={scheme} />}
      {tab === 'lineage' && scheme !== undefined && <LineageTab template={template} scheme={scheme} />}
      {tab === 'comparison' && scheme !== undefined && (
        <ComparisonTab template={template} scheme={scheme} path={rest} templates={templates} />
      )}
      {tab === 'modules' && <ModulesTab template={template} session={session} />}
      {tab === 'readme' && <Readme text={template.readme} />}
      {tab === 'adoptions' && <AdoptionsTab template={template} />}
    </>
  )
}

function tabsOf(
  { package: { schemes, modules = [] }, readme, kind }: Template,
  scheme: Scheme | undefined,
): TemplateTab[] {
  const has: { readonly [T in TemplateTab]: boolean } = {
    preview: scheme !== undefined,
    lineage: scheme !== undefined,
    comparison: scheme !== undefined,
    modules: modules.length > 0,
    readme: readme !== null,
    adoptions: schemes.length > 0 && kind === 'template',
  }
  return templateTabs.filter((tab) => has[tab])
}

function Head({
  template,
  session,
  templates,
  onChanged,
}: {
  template: Template
  session: Session
  templates: Templates
  onChanged: () => void
}) {
  const w = useWords(pageWords)
  const { hash, name, version, proposal, package: whole } = template
  return (
    <header className="templates-head">
      <div className="templates-title">
        <BackLink />
        <h2 title={name}>{name}</h2>
        {proposal !== null && <span className="badge badge-accent">{w.proposal}</span>}
        <VersionSelect template={template} templates={templates} />
        <span className="management-gap" />
        <Actions template={template} session={session} onChanged={onChanged} />
      </div>
      {proposal !== null && <p>{w.proposalTo(proposal.to.version, proposal.note ?? '')}</p>}
      {template.isRemoved === true && <p className="templates-warning">{w.isRemoved}</p>}
      <TrustNote
        key={`${hash} ${version}`}
        head={template}
        publicKey={whole.signature?.key}
        session={session}
        onTrusted={onChanged}
      />
      <Facts template={template} />
    </header>
  )
}

function VersionSelect({ template, templates }: { template: Template; templates: Templates }) {
  const w = useWords(pageWords)
  const signs = useWords(signWords)
  const group = templates.groups.find(({ newest, older }) =>
    [newest, ...older].some(({ hash }) => hash === template.hash),
  )
  const versions: readonly TemplateHead[] = group === undefined ? [template] : [group.newest, ...group.older]
  if (versions.length === 1) return <span className="badge">{`${w.version} ${template.version}`}</span>
  return (
    <Select
      value={template.hash}
      aria-label={w.version}
      prefix={w.version}
      popupMatchSelectWidth={false}
      options={versions.map(({ hash, version, isNewest }) => ({
        value: hash,
        label: isNewest ? signs.aside(version, w.newest) : version,
      }))}
      onChange={(hash) => goTo('templates', hash)}
    />
  )
}

function Actions({ template, session, onChanged }: { template: Template; session: Session; onChanged: () => void }) {
  const w = useWords(pageWords)
  const m = useWords(managementWords)
  const { modal, message } = App.useApp()
  const { hash, name, version, source, kind, trust, package: whole, isRemoved } = template
  const mayTakeIn = may(session, 'template.take-in')
  const canAdopt = kind === 'template' && whole.schemes.length > 0 && may(session, 'scheme.write')
  const remove = () =>
    modal.confirm({
      title: w.removeTitle(name, version),
      content: w.removeText,
      okText: w.remove,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      async onOk() {
        await removeTemplate(hash)
        message.success(w.removed(name))
        goTo('templates')
        onChanged()
      },
    })
  return (
    <span className="templates-actions">
      {mayTakeIn && source !== 'built-in' && isRemoved !== true && (
        <Button type="text" onClick={remove}>
          {w.remove}
        </Button>
      )}
      <Button href={templateFileAddress(hash)} download>
        {w.download}
      </Button>
      {kind === 'proposal' && may(session, 'scheme.write') && (
        <Button type="primary" title={w.openProposalHint} onClick={() => void openProposal(template)}>
          {w.openProposal}
        </Button>
      )}
      {canAdopt &&
        (isTrusted(trust) ? (
          <Button type="primary" href={hrefOf('templates', hash, 'adoption')}>
            {w.adopt}
          </Button>
        ) : (
          <Button type="primary" disabled title={w.adoptNot}>
            {w.adopt}
          </Button>
        ))}
    </span>
  )
}

function Facts({ template }: { template: Template }) {
  const w = useWords(pageWords)
  const t = useWords(templateWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { publisher, region, level, departmentTypes, formCode, basis, source, licence, date, receivedAt, receivedBy } =
    template
  const place =
    region === null ? w.everywhere : [region.name, region.code].filter((each) => each !== undefined).join(' ')
  const received = w.received(momentText(receivedAt), receivedBy === null ? '' : whoText(receivedBy, language))
  const facts: readonly (readonly [string, string])[] = [
    [w.publisher, publisher],
    [w.region, level === null || region === null ? place : signs.aside(place, t.levels[level])],
    [w.departmentTypes, departmentTypes.join(signs.list)],
    [w.formCode, formCode ?? ''],
    [w.basis, basis.join(signs.semicolon)],
    [w.date, date ?? ''],
    [w.licence, licence],
    [w.source, received === '' || source === 'built-in' ? t.sources[source] : signs.aside(t.sources[source], received)],
  ]
  return (
    <dl className="templates-line">
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd title={text}>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Readme({ text }: { text: string | null }) {
  const w = useWords(pageWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <section className="templates-readme" tabIndex={0} aria-label={w.tabs.readme}>
      {text === null ? <p>{w.noReadme}</p> : <pre>{text}</pre>}
    </section>
  )
}
