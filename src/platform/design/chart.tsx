import type { Html } from '#jsx/jsx-runtime'
import { formats } from '#kernel/format.ts'
import type { Page } from '../html/page.ts'
import { Details } from './content.tsx'
import { Table } from './table.tsx'

/** Petrol, rust and amber as in the tokens. The looks differ in fill and outline as well as in colour. */
const looks = {
  full: { fill: '#0d5563', stroke: '#0d5563', 'stroke-width': 1.5 },
  hollow: { fill: '#fff', stroke: '#8f3d12', 'stroke-width': 2.5 },
  dotted: { fill: '#fdeedd', stroke: '#6f4a00', 'stroke-width': 2, 'stroke-dasharray': '2 3' },
} as const
type Look = keyof typeof looks
export type ChartSeries = { readonly label: string; readonly look: Look }
export type ChartGroup = {
  /** As the table says it. */
  readonly label: string
  /** Under the bars; as short as a month's first letters. */
  readonly short: string
  /** One for each series. */
  readonly counts: readonly number[]
}

type ChartProps = {
  readonly page: Page
  readonly caption: string
  /** The sentence that says what one should see. */
  readonly says: string
  /** What a group is: the table's first heading. */
  readonly heading: string
  /** What opens the table. */
  readonly tableLabel: string
  readonly series: readonly ChartSeries[]
  readonly groups: readonly ChartGroup[]
  /** `beside`: things to compare. `stacked`: parts of one thing. */
  readonly bars?: 'beside' | 'stacked' | undefined
}

/** A picture of counts, a sentence that says the same, and the figures as a table. The picture is for the eye alone. */
export const Chart = ({
  page,
  caption,
  says,
  heading,
  tableLabel,
  series,
  groups,
  bars = 'stacked',
}: ChartProps): Html => (
  <>
    <p>{says}</p>
    {groups.some(({ counts }) => counts.some((value) => value > 0)) && (
      <div>
        {series.length > 1 && <Legend series={series} />}
        <Picture page={page} series={series} groups={groups} bars={bars} />
      </div>
    )}
    <Details summary={tableLabel}>
      <Table
        caption={caption}
        captionHidden
        columns={[
          { label: heading, heads: true, cell: ({ label }) => label },
          ...series.map(({ label }, at) => ({
            label,
            align: 'end' as const,
            cell: ({ counts }: ChartGroup) => formats(page.language).number(counts[at] ?? 0),
          })),
        ]}
        rows={groups}
      />
    </Details>
  </>
)

const Legend = ({ series }: { readonly series: readonly ChartSeries[] }): Html => (
  <div class="button-row" aria-hidden="true">
    {series.map(({ label, look }) => (
      <span>
        <svg class="icon" viewBox="0 0 16 16" focusable="false">
          <rect x={2} y={2} width={12} height={12} rx={2} {...looks[look]} />
        </svg>{' '}
        {label}
      </span>
    ))}
  </div>
)

const [width, height, top, floor] = [480, 190, 24, 162]
/** More groups than this are labelled at their ends only. */
const labelledGroups = 14
/** Their size, and what one takes at most; a phone shows them at two thirds. */
const [letters, letterWidth] = [17, 9.5]

type PictureProps = Required<Pick<ChartProps, 'page' | 'series' | 'groups'>> & { readonly bars: 'beside' | 'stacked' }

function Picture({ page, series, groups, bars }: PictureProps): Html {
  const tallest = (counts: readonly number[]) =>
    bars === 'stacked' ? counts.reduce((sum, value) => sum + value, 0) : Math.max(...counts)
  const most = Math.max(1, ...groups.map(({ counts }) => tallest(counts)))
  const step = width / groups.length
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={0} y1={top} x2={width} y2={top} stroke="#cdd8d9" stroke-dasharray="4 4" />
      <text x={0} y={top - 7} font-size={letters} fill="currentColor">
        {formats(page.language).number(most)}
      </text>
      {groups.map(({ counts }, at) =>
        rectsOf(counts, { most, step, bars }).map(({ x, y, wide, tall, of }) => (
          <rect x={at * step + x} y={y} width={wide} height={tall} rx={2} {...looks[series[of]?.look ?? 'full']} />
        )),
      )}
      <line x1={0} y1={floor} x2={width} y2={floor} stroke="currentColor" />
      {labelsOf(groups).map(({ text, x, anchor }) => (
        <text x={x} y={floor + 20} font-size={letters} text-anchor={anchor} fill="currentColor">
          {text}
        </text>
      ))}
    </svg>
  )
}

type Label = { readonly text: string; readonly x: number; readonly anchor: 'start' | 'middle' | 'end' }

/** As many labels as there is room for, from the first on. */
function labelsOf(groups: readonly ChartGroup[]): Label[] {
  const [first, last] = [groups[0], groups.at(-1)]
  if (groups.length > labelledGroups) {
    return [
      { text: first?.short ?? '', x: 0, anchor: 'start' },
      { text: last?.short ?? '', x: width, anchor: 'end' },
    ]
  }
  const step = width / groups.length
  const longest = Math.max(0, ...groups.map(({ short }) => short.length))
  const every = Math.ceil((longest * letterWidth) / step)
  return groups
    .map(({ short }, at): Label => ({ text: short, x: (at + 0.5) * step, anchor: 'middle' }))
    .filter((_, at) => at % every === 0)
}

type Rect = {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly tall: number
  readonly of: number
}

/** The bars of one group from its left edge; nothing has no bar. */
function rectsOf(
  counts: readonly number[],
  { most, step, bars }: { most: number; step: number; bars: 'beside' | 'stacked' },
): Rect[] {
  const gap = Math.max(1, Math.min(8, step / 6))
  const room = step - 2 * gap
  const wide = bars === 'stacked' ? room : room / counts.length - 1
  let below = 0
  return counts.flatMap((value, of) => {
    const tall = (value / most) * (floor - top)
    const y = floor - tall - (bars === 'stacked' ? below : 0)
    below += tall
    const x = gap + (bars === 'stacked' ? 0 : of * (room / counts.length))
    return value > 0 ? [{ x, y, wide, tall, of }] : []
  })
}
