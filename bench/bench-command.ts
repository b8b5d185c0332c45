import { parseArgs } from 'node:util'
import { measureBooking } from './measure-booking.ts'
import { report } from './report.ts'

const usage = 'bin/bench booking [--practitioners 500] [--json]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { practitioners: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
})
const practitioners = Number(values.practitioners)
if (positionals[0] === 'booking' && Number.isInteger(practitioners) && practitioners >= 100) {
  const measured = await measureBooking(practitioners, (step) => console.error(`  ... ${step}`))
  console.log(values.json ? JSON.stringify(measured, null, 2) : `\n${report(measured)}`)
} else {
  console.error(`${usage}\nFrom 100 practitioners on.`)
  process.exitCode = 1
}
