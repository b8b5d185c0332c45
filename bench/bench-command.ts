import { parseArgs } from 'node:util'
import { measureBooking } from './measure-booking.ts'
import { measurePrivacy } from './privacy/measure-privacy.ts'
import { privacyReport } from './privacy/privacy-report.ts'
import { fullScale, quickScale } from './privacy/privacy-scale.ts'
import { report } from './report.ts'

const usage = `bin/bench booking [--practitioners 500] [--json]                            from 100 practitioners on
bin/bench privacy [--records 100000] [--operations 10000] [--quick] [--json]  operations for each role, a multiple of 8`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    practitioners: { type: 'string', default: '500' },
    records: { type: 'string', default: '100000' },
    operations: { type: 'string', default: '10000' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const say = (step: string) => console.error(`  ... ${step}`)
const atLeast = (text: string, least: number) =>
  Number.isInteger(Number(text)) && Number(text) >= least ? Number(text) : null

const commands: Record<string, () => Promise<string> | null> = {
  booking() {
    const practitioners = atLeast(values.practitioners, 100)
    return practitioners === null ? null : measureBooking(practitioners, say).then((measured) => told(measured, report))
  },
  privacy() {
    const records = atLeast(values.records, 1600)
    const operations = atLeast(values.operations, 128)
    if (!records || !operations || operations % 8 !== 0) return null
    const scale = values.quick ? quickScale : fullScale({ records, operations })
    return measurePrivacy(scale, say).then((measured) => told(measured, privacyReport))
  },
}

const told = <Measured>(measured: Measured, inWords: (measured: Measured) => string) =>
  values.json ? JSON.stringify(measured, null, 2) : `\n${inWords(measured)}`

const measuring = commands[positionals[0] ?? '']?.()
if (measuring) {
  console.log(await measuring)
} else {
  console.error(usage)
  process.exitCode = 1
}
