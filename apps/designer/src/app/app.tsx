import { theme as antdTheme, ConfigProvider, App as Messages } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Suspense, useEffect } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { OpeningPage } from '../opening/opening-page.tsx'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { lazyPart } from '../parts/lazy-part.tsx'
import { mayOpenSchemes } from '../server/may.ts'
import { type Place, usePlace } from '../server/place.ts'
import { useServer } from '../server/session.ts'
import { closeNewPassword, useNewPasswordAsked, useSignInAsked } from '../server/sign-in.ts'
import { useDesigner } from '../store/use-designer.ts'
import { Announcer } from './announcer.tsx'
import { onFirstSign } from './first-sign.ts'
import { useIsDark } from './is-dark.ts'

const SignInPage = lazyPart(async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage)
const SignInDialog = lazyPart(async () => (await import('../sign-in/sign-in-dialog.tsx')).SignInDialog)
const PasswordDialog = lazyPart(async () => (await import('../sign-in/password-dialog.tsx')).PasswordDialog)
const ManagementPage = lazyPart(async () => (await import('../management/management-page.tsx')).ManagementPage)
const SubmissionPage = lazyPart(async () => (await import('../submission/submission-page.tsx')).SubmissionPage)
const AuditPage = lazyPart(async () => (await import('../audit/audit-page.tsx')).AuditPage)
const ImportPage = lazyPart(async () => (await import('../importing/import-page.tsx')).ImportPage)
const Shell = lazyPart(async () => (await import('./shell.tsx')).Shell)

/** The page: the opening until a design is open, then the shell around it; language, theme and messages for both. */
export function App() {
  const language = useDesigner((state) => state.view.language)
  const isDark = useIsDark()
  // Between the first move and the first click there is time to fetch what comes next.
  useEffect(
    () =>
      onFirstSign(() => {
        Shell.fetchAhead().catch(() => undefined)
        engineOf()
      }),
    [],
  )
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }, [language, isDark])
  const colour = isDark ? '#3f85d6' : '#1f5fa8'
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
        token: {
          colorPrimary: colour,
          colorLink: isDark ? '#7db3f0' : '#1a5696',
          colorError: isDark ? '#f0837a' : '#b42318',
          borderRadius: 4,
          fontFamily: 'var(--font)',
          colorTextPlaceholder: isDark ? '#9aa6b3' : '#66727f',
          colorTextDescription: isDark ? '#b3bdc9' : '#4d5a69',
          ...(isDark ? DARK_GROUNDS : {}),
          motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        },
        // A lighter one would not carry its white letters.
        components: { Button: isDark ? { colorPrimaryHover: '#356aa9' } : {} },
      }}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <Messages component={false}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Page />
          </Suspense>
        </ErrorBoundary>
        <Announcer />
      </Messages>
    </ConfigProvider>
  )
}

/** With accounts, whoever has not signed in does that first; whoever no longer is, does it over what is open. */
function Page() {
  const isOpen = useDesigner((state) => state.design !== null)
  const server = useServer()
  const place = usePlace()
  const isSignInAsked = useSignInAsked()
  const isPasswordAsked = useNewPasswordAsked()
  if (server.state === 'there' && server.session.person === null && !isOpen) {
    return <SignInPage hasAccounts={server.session.mode === 'accounts'} />
  }
  const shown = place ?? (server.state === 'there' && !mayOpenSchemes(server.session) ? CAMPAIGNS : null)
  const isForced = server.state === 'there' && server.session.person?.mustChangePassword === true
  return (
    <>
      {isOpen ? (
        <Shell />
      ) : shown?.room === 'audit' ? (
        <AuditPage path={shown.path} />
      ) : shown !== null && server.state === 'there' ? (
        // Until the password is one's own nothing is answered.
        !isForced && <ManagementPage place={shown} session={server.session} submissions={SubmissionPage} />
      ) : (
        <OpeningPage importing={ImportPage} />
      )}
      <Suspense fallback={null}>
        {isSignInAsked && <SignInDialog />}
        {(isForced || isPasswordAsked) && <PasswordDialog isForced={isForced} onClose={closeNewPassword} />}
      </Suspense>
    </>
  )
}

/** Departments and experts have nothing to do with schemes: they begin with what they are asked for. */
const CAMPAIGNS: Place = { room: 'campaigns', path: [] }

/** The grounds and lines of theme.css, where the components would take greys of their own. */
const DARK_GROUNDS = {
  colorBgLayout: '#10141a',
  colorBgContainer: '#15191f',
  colorBgElevated: '#1b2129',
  colorBorder: '#424e5c',
  colorBorderSecondary: '#313b47',
}
