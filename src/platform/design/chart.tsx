import type { Html } from '#jsx/jsx-runtime'
import { Details } from './content.tsx'
import { Table } from './table.tsx'

/** The looks differ in fill and outline as well as in colour. */
type Look = 'full' | 'hollow' | 'dotted'
export type ChartSeries = { readonly label: string; readonly look: Look }
export type ChartGroup = {
  /** As the table says it. */
  readonly label: string
  /** Under the bars; as short as a month's first letters. */
  readonly short: string
  /** One for each series. */
  readonly values: readonly number[]
}

type ChartProps = {
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
export const Chart = ({ caption, says, heading, tableLabel, series, groups, bars = 'stacked' }: ChartProps): Html => (
  <>
    <p>{says}</p>
    {groups.some(({ values }) => values.some((value) => value > 0)) && (
      <div class="chart">
        {series.length > 1 && <Legend series={series} />}
        <Picture series={series} groups={groups} bars={bars} />
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
            cell: ({ values }: ChartGroup) => values[at] ?? 0,
          })),
        ]}
        rows={groups}
      />
    </Details>
  </>
)

const Legend = ({ series }: { readonly series: readonly ChartSeries[] }): Html => (
  <ul class="chart-legend" aria-hidden="true">
    {series.map(({ label, look }) => (
      <li>
        <svg viewBox="0 0 16 16" focusable="false">
          <rect class={`chart-${look}`} x={2} y={2} width={12} height={12} rx={2} />
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

const [width, height, top, floor] = [480, 190, 24, 162]
/** More groups than this have no room for a label each. */
const labelledGroups = 14

type PictureProps = Required<Pick<ChartProps, 'series' | 'groups'>> & { readonly bars: 'beside' | 'stacked' }

function Picture({ series, groups, bars }: PictureProps): Html {
  const tallest = (values: readonly number[]) =>
    bars === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values)
  const most = Math.max(1, ...groups.map(({ values }) => tallest(values)))
  const step = width / groups.length
  const everyLabel = groups.length <= labelledGroups
  return (
    <svg class="chart-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line class="chart-line" x1={0} y1={top} x2={width} y2={top} />
      <text class="chart-text" x={0} y={top - 7}>
        {most}
      </text>
      {groups.map(({ values }, at) =>
        rectsOf(values, { most, step, bars }).map(({ x, y, wide, tall, of }) => (
          <rect class={`chart-${series[of]?.look}`} x={at * step + x} y={y} width={wide} height={tall} rx={2} />
        )),
      )}
      <line class="chart-floor" x1={0} y1={floor} x2={width} y2={floor} />
      {groups.map(({ short }, at) => {
        const isFirst = at === 0
        if (!everyLabel && !isFirst && at !== groups.length - 1) return null
        const anchor = everyLabel ? 'middle' : isFirst ? 'start' : 'end'
        const x = everyLabel ? (at + 0.5) * step : isFirst ? 0 : width
        return (
          <text class="chart-text" x={x} y={floor + 20} text-anchor={anchor}>
            {short}
          </text>
        )
      })}
    </svg>
  )
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
  values: readonly number[],
  { most, step, bars }: { most: number; step: number; bars: 'beside' | 'stacked' },
): Rect[] {
  const gap = Math.max(1, Math.min(8, step / 6))
  const room = step - 2 * gap
  const wide = bars === 'stacked' ? room : room / values.length - 1
  let below = 0
  return values.flatMap((value, of) => {
    const tall = (value / most) * (floor - top)
    const y = floor - tall - (bars === 'stacked' ? below : 0)
    below += tall
    const x = gap + (bars === 'stacked' ? 0 : of * (room / values.length))
    return value > 0 ? [{ x, y, wide, tall, of }] : []
  })
}
