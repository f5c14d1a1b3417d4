import { Button } from 'antd'
import { useLanguage, useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'
import { signInWords } from './words.ts'

/** What there is before anybody has signed in; `hasAccounts` false: the page was opened without its token. */
export function SignInPage({ hasAccounts }: { hasAccounts: boolean }) {
  const w = useWords(signInWords)
  const language = useLanguage()
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <img src="./icon.svg" alt="" width={40} height={40} />
          <h1>{w.title}</h1>
          <p>{w.motto}</p>
        </header>
        {hasAccounts ? <SignInForm /> : <p role="alert">{w.token}</p>}
        <footer>
          <span>{hasAccounts && w.forgotten}</span>
          <Button type="text" onClick={() => designer.setView({ language: language === 'zh' ? 'en' : 'zh' })}>
            <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{language === 'zh' ? 'English' : '中文'}</span>
          </Button>
        </footer>
      </section>
    </main>
  )
}
