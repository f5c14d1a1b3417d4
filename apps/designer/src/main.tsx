import './polyfill.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/theme.css'
import { engineOf, keepEvaluated } from './evaluation/engine.ts'
import { keepSettings } from './storage/settings.ts'
import { designer } from './store/use-designer.ts'

keepSettings(designer)
keepEvaluated(designer, engineOf())
createRoot(document.getElementById('app')!).render(<App />)
