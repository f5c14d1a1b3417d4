import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { guardLeaving } from './app/guard-leaving.ts'
import { keepAddress } from './app/keep-address.ts'
import './app/theme.css'
import { engineOf, keepEvaluated } from './evaluation/engine.ts'
import { keepSettings } from './storage/settings.ts'
import { designer } from './store/use-designer.ts'

keepSettings(designer)
guardLeaving()
keepEvaluated(designer, engineOf)
// What the address asks for is opened first, so that the opening page does not flash by.
keepAddress().finally(() => createRoot(document.getElementById('app')!).render(<App />))
