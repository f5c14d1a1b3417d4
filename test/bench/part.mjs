import { reporter } from './report.mjs'

/** One part in a process of its own; its bars go to the process that asked. */
const [part] = process.argv.slice(2)
const { measure } = await import(`./parts/${part}.mjs`)
const report = reporter()
await measure(report)
process.send?.(report.bars, () => process.exit(0))
