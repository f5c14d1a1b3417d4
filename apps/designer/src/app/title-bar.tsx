import {
  AppstoreOutlined,
  EllipsisOutlined,
  ExportOutlined,
  FlagOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { Button, type MenuProps, Tooltip } from 'antd'
import { AccountMenu } from '../parts/account/account-menu.tsx'
import { useIssueCounts } from '../parts/issue-counts.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { SchemeState } from '../review/scheme-state.tsx'
import { may } from '../server/may.ts'
import { useServer } from '../server/session.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { SaveState } from './save-state.tsx'
import { SchemeName } from './scheme-name.tsx'
import { shellWords } from './words.ts'

/** The scheme's name and state, undo and redo, and the ways to everything else. */
export function TitleBar() {
  const w = useWords(shellWords)
  const { errors, warnings } = useIssueCounts()
  return (
    <header className="title-bar">
      <Tooltip title={w.home}>
        <Button type="text" icon={<AppstoreOutlined />} aria-label={w.home} onClick={() => designer.close()} />
      </Tooltip>
      <SchemeName />
      <SchemeHeading />
      <SchemeState />
      <SaveState />
      <span className="title-gap" />
      <UndoRedo />
      <Tooltip title={w.find}>
        <Button
          type="text"
          icon={<SearchOutlined />}
          aria-label={w.find}
          onClick={() => designer.setView({ dialog: { kind: 'palette' } })}
        />
      </Tooltip>
      <Tooltip title={w.issueCount(errors, warnings)}>
        <Button
          type="text"
          danger={errors > 0}
          icon={<WarningOutlined />}
          onClick={() => designer.setView({ drawer: 'issues' })}
        >
          {`${w.issues} ${errors + warnings}`}
        </Button>
      </Tooltip>
      <Button type="text" icon={<FlagOutlined />} onClick={() => designer.setView({ dialog: { kind: 'save-point' } })}>
        {w.savePoint}
      </Button>
      <Button type="text" icon={<ExportOutlined />} onClick={() => designer.setView({ dialog: { kind: 'export' } })}>
        {w.export}
      </Button>
      <MoreMenu />
      <AccountMenu />
    </header>
  )
}

/** The name stands in a field; who listens to the page finds it as its heading too. */
function SchemeHeading() {
  const name = useDesigner((state) => state.design?.scheme.name)
  return <h1 className="announcer">{name}</h1>
}

function UndoRedo() {
  const w = useWords(shellWords)
  const language = useLanguage()
  const undo = useDesigner(({ history }) => history.entries[history.position - 1]?.label)
  const redo = useDesigner(({ history }) => history.entries[history.position]?.label)
  return (
    <>
      <Tooltip title={`${w.undo(undo?.[language])} (Ctrl+Z)`}>
        <Button
          type="text"
          icon={<UndoOutlined />}
          aria-label={w.undo(undo?.[language])}
          disabled={undo === undefined}
          onClick={() => designer.undo()}
        />
      </Tooltip>
      <Tooltip title={`${w.redo(redo?.[language])} (Ctrl+Y)`}>
        <Button
          type="text"
          icon={<RedoOutlined />}
          aria-label={w.redo(redo?.[language])}
          disabled={redo === undefined}
          onClick={() => designer.redo()}
        />
      </Tooltip>
    </>
  )
}

function MoreMenu() {
  const w = useWords(shellWords)
  const language = useLanguage()
  const theme = useDesigner((state) => state.view.theme)
  const there = useServer()
  const hasLibrary = there.state === 'there' && may(there.session, 'library.read')
  const lineage = useDesigner((state) => state.design?.scheme.lineage)
  const isOnServer = useDesigner((state) => state.server?.head != null)
  const mayOn = (action: string) => isOnServer && there.state === 'there' && may(there.session, action)
  const isAdopted = lineage?.mode === 'reference' && mayOn('template.read')
  const shared = (kind: 'given' | 'parameters' | 'upstream' | 'make-template' | 'contribute' | 'proposals') => ({
    key: kind,
    label: w.sharings[kind],
    onClick: () => designer.setView({ dialog: { kind } }),
  })
  const sharing = [
    shared('given'),
    ...(isAdopted && (lineage.offered?.length ?? 0) > 0 ? [shared('parameters')] : []),
    ...(isAdopted ? [shared('upstream'), shared('contribute')] : []),
    ...(mayOn('template.publish') ? [shared('make-template')] : []),
    ...(mayOn('template.read') ? [shared('proposals')] : []),
  ]
  const items: MenuProps['items'] = [
    { key: 'scheme', label: w.scheme, onClick: () => designer.setView({ dialog: { kind: 'scheme' } }) },
    { key: 'sharing', label: w.sharing, children: sharing },
    {
      key: 'weights',
      label: w.weights,
      onClick: () => designer.setView({ dialog: { kind: 'weights', branch: null } }),
    },
    {
      key: 'again',
      label: w.importAgain,
      onClick: () => designer.setView({ dialog: { kind: 'import', tables: null } }),
    },
    ...(hasLibrary
      ? [{ key: 'library', label: w.library, onClick: () => designer.setView({ dialog: { kind: 'library' } }) }]
      : []),
    { type: 'divider' },
    {
      key: 'language',
      label: language === 'zh' ? 'English' : '中文',
      onClick: () => designer.setView({ language: language === 'zh' ? 'en' : 'zh' }),
    },
    {
      key: 'theme',
      label: w.theme,
      children: (['light', 'dark', 'system'] as const).map((each) => ({
        key: each,
        label: `${each === theme ? '✓ ' : ''}${w.themes[each]}`,
        onClick: () => designer.setView({ theme: each }),
      })),
    },
    { type: 'divider' },
    { key: 'shortcuts', label: w.shortcuts, onClick: () => designer.setView({ dialog: { kind: 'shortcuts' } }) },
  ]
  return (
    <MenuButton menu={{ items }}>
      <Button type="text" icon={<EllipsisOutlined />} aria-label={w.menu} />
    </MenuButton>
  )
}
