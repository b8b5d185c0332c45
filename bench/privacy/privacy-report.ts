import { table } from '#platform/local/progress.ts'
import { erasureAims } from './measure-erasure.ts'
import { gateAim } from './measure-gate.ts'
import { gdprAims } from './measure-gdpr.ts'
import type { measurePrivacy } from './measure-privacy.ts'

type Measured = Awaited<ReturnType<typeof measurePrivacy>>

const percent = (share: number) => `${(share * 100).toFixed(0)} %`
const ms = (value: number) => `${value.toFixed(1)} ms`
const verdict = (isReached: boolean) => (isReached ? 'reached' : 'not reached')

/** Aim and figure side by side, then what must be nought. */
export function privacyReport(measured: Measured): string {
  const wrong = wrongs(measured)
  return [
    `${measured.scale.gdpr.records} records, ${measured.scale.gdpr.operations} operations; ${measured.minutes.toFixed(1)} minutes`,
    table(
      ['GDPRbench role', 'clients', 'plain s', 'guarded s', 'times', 'aim', '', 'if looks waited', 'least for any log'],
      gdprRows(measured),
    ),
    table(['measured', 'aim', 'figure', ''], figureRows(measured)),
    table(
      ['must be nought', 'found'],
      Object.entries(wrong).map(([name, count]) => [name, String(count)]),
    ),
    chainLine(measured),
  ].join('\n\n')
}

const gdprRows = ({ gdpr }: Measured) =>
  gdpr.measured.map(({ role, clients, plainSeconds, guardedSeconds, ratio, looksWaiting, floor }) => {
    const aim = gdprAims[role]
    return [
      role,
      String(clients),
      plainSeconds.toFixed(1),
      guardedSeconds.toFixed(1),
      ratio.toFixed(2),
      aim?.toFixed(2) ?? '-',
      aim ? verdict(ratio <= aim) : '',
      looksWaiting.toFixed(2),
      floor?.toFixed(2) ?? '-',
    ]
  })

function figureRows({ erasure, gate, scale15 }: Measured): string[][] {
  const { small, large, heaviest, others } = erasure
  const row = (name: string, aim: string, figure: string, isReached: boolean) => [name, aim, figure, verdict(isReached)]
  return [
    row(
      `erasure of ${small.rows} rows, median`,
      ms(erasureAims.smallMs),
      ms(small.medianMs),
      small.medianMs <= erasureAims.smallMs,
    ),
    row(
      `erasure of ${large.rows} rows in ${large.tables} tables, median`,
      ms(erasureAims.largeMs),
      ms(large.medianMs),
      large.medianMs <= erasureAims.largeMs,
    ),
    row(
      `erasure of the heaviest patient, ${heaviest.rows} rows`,
      ms(erasureAims.heaviestMs),
      ms(heaviest.ms),
      heaviest.ms < erasureAims.heaviestMs,
    ),
    row(
      `others' throughput falls amid ${others.erasuresPerSecond} erasures/s`,
      percent(erasureAims.throughputFall),
      percent(others.fall),
      others.fall <= erasureAims.throughputFall,
    ),
    row('decision and log of a request, at the median', percent(gateAim), percent(gate.cost), gate.cost <= gateAim),
    [
      `copy of one of the ${scale15.heaviest} heaviest of ${scale15.patients}, median`,
      '-',
      ms(scale15.copyMedianMs),
      '',
    ],
    ['their erasure, median', '-', ms(scale15.eraseMedianMs), ''],
  ]
}

/** Each of these must be nought, however slow the machine is. */
export function wrongs({ gdpr, scale15, chain }: Measured): Readonly<Record<string, number>> {
  const answers = gdpr.measured.reduce((sum, { wrongAnswers }) => sum + wrongAnswers, gdpr.warmingWrong)
  return {
    'wrong answers of GDPRbench': answers,
    'planted values missing from a copy': scale15.missingValues,
    'copies incomplete or with something of another': scale15.incompleteCopies,
    'erased people still readable': scale15.stillReadable,
    'columns where something of them remains': scale15.remains.length,
    'other patients harmed': scale15.othersHarmed,
    'events lost': chain.lost,
    'false alarms': chain.falseAlarms,
    'planted changes of the trail missed': chain.missed.length,
  }
}

const chainLine = ({ chain }: Measured) =>
  `${chain.writers} writers: ${chain.appendsPerSecond.toFixed(0)} durable events/s, ${chain.crashed} connections cut off in a transaction, ` +
  `${chain.payloadsRemoved} contents lawfully removed; ${chain.links} links verified at ${chain.verifiedPerSecond.toFixed(0)}/s; ` +
  `${chain.found} of ${chain.forgeries} planted changes found`
