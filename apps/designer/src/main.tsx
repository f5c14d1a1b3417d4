import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { guardLeaving } from './app/guard-leaving.ts'
import { keepAddress } from './app/keep-address.ts'
import { keepFresh } from './app/keep-fresh.ts'
import './app/theme.css'
import { engineOf } from './evaluation/engine.ts'
import { keepEvaluated } from './evaluation/keep-evaluated.ts'
import { readSession } from './server/session.ts'
import { askForSignIn } from './server/sign-in.ts'
import { keepSettings } from './storage/settings.ts'
import { designer } from './store/use-designer.ts'

keepSettings(designer)
guardLeaving()
keepEvaluated(designer, engineOf)
askForSignIn()
keepFresh()
// Whose page it is, and what the address asks for: opened first, so that the opening page does not flash by.
readSession()
  .then(keepAddress)
  .finally(() => createRoot(document.getElementById('app')!).render(<App />))
