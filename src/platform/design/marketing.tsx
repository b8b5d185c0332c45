import type { Child, Html } from '#jsx/jsx-runtime'
import { Icon, type IconName } from './icon.tsx'

type HeroProps = {
  readonly title: string
  readonly lead: Child
  readonly actions?: Child
  /** Three short reasons to trust, shown under the buttons. */
  readonly points?: readonly string[] | undefined
}

/** The first view of a public page; carries its h1, so the layout needs `ownHeading`. */
export const Hero = ({ title, lead, actions, points }: HeroProps): Html => (
  <div class="hero">
    <div class="frame hero-row">
      <div class="hero-text">
        <h1>{title}</h1>
        <p class="hero-lead">{lead}</p>
        {actions && <div class="button-row">{actions}</div>}
        {points && (
          <ul class="hero-points">
            {points.map((point) => (
              <li>
                <Icon name="check" />
                {point}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Bridge />
    </div>
  </div>
)

const Bridge = (): Html => (
  <svg class="hero-picture" viewBox="0 0 420 320" aria-hidden="true" focusable="false">
    <circle class="hero-sun" cx={304} cy={72} r={44} />
    <path class="hero-hill" d="M-60 262c60-70 130-92 200-66s110-30 190-34 150 60 250 30 180-60 300-20v90z" />
    <path
      class="hero-arch"
      d="M46 262v-26a164 140 0 0 1 328 0v26"
      fill="none"
      stroke-width={20}
      stroke-linecap="round"
    />
    <path
      class="hero-arch-inner"
      d="M112 262v-20a98 84 0 0 1 196 0v20"
      fill="none"
      stroke-width={14}
      stroke-linecap="round"
    />
    <path class="hero-water" d="M-1600 262h3600v60h-3600z" />
    <path class="hero-wave" d="M30 286h70m40 14h110m40-16h90" fill="none" stroke-width={4} stroke-linecap="round" />
  </svg>
)

export type Feature = { readonly icon: IconName; readonly title: string; readonly text: Child }

/** What one gets, three or so at a time, under a heading. */
export const FeatureGrid = ({
  title,
  features,
}: {
  readonly title: string
  readonly features: readonly Feature[]
}): Html => (
  <section class="features">
    <div class="frame">
      <h2>{title}</h2>
      <ul>
        {features.map((feature) => (
          <li class="feature">
            <span class="feature-icon">
              <Icon name={feature.icon} />
            </span>
            <h3>{feature.title}</h3>
            <p>{feature.text}</p>
          </li>
        ))}
      </ul>
    </div>
  </section>
)

/** A band of a public page with ordinary content. */
export const Band = ({
  title,
  tone = 'plain',
  children,
}: {
  readonly title?: string | undefined
  readonly tone?: 'plain' | 'tinted' | undefined
  readonly children: Child
}): Html => (
  <section class={`band band-${tone}`}>
    <div class="frame flow">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  </section>
)
