import { Band, ButtonLink, ButtonRow, Details, FeatureGrid, Hero, Layout, Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { marketingRoutes } from '#src/routes.ts'
import { type Audience, audienceTexts } from './audience.texts.ts'
import { homeTexts } from './home.texts.ts'

const audiences = [
  { audience: 'insurers', icon: 'shield' },
  { audience: 'clinics', icon: 'heart' },
  { audience: 'patients', icon: 'person' },
] as const

type ToLogIn = { readonly page: Page; readonly logIn: string }

export function homeView({ page, logIn }: ToLogIn) {
  const t = homeTexts[page.language]
  const contact = marketingRoutes.contact.form.href({})
  return (
    <Layout page={page} title={t.title} ownHeading>
      <Hero
        title={t.title}
        lead={t.lead}
        points={t.points}
        actions={
          <>
            <ButtonLink href={contact}>{t.contact}</ButtonLink>
            <ButtonLink href={logIn} kind="secondary">
              {t.logIn}
            </ButtonLink>
          </>
        }
      />
      <FeatureGrid
        title={t.what}
        features={[
          { icon: 'file', ...t.features.referral },
          { icon: 'calendar', ...t.features.booking },
          { icon: 'shield', ...t.features.consent },
        ]}
      />
      <Band title={t.wayTitle} tone="tinted">
        <Timeline
          items={t.way.map(({ title, detail }, at) => ({ time: t.step(at + 1), title, body: <p>{detail}</p> }))}
        />
      </Band>
      <ForWhom page={page} />
      <PolicyBand page={page} />
      <Band title={t.endTitle}>
        <p>{t.endText}</p>
        <ButtonRow>
          <ButtonLink href={contact}>{t.contact}</ButtonLink>
        </ButtonRow>
      </Band>
    </Layout>
  )
}

function ForWhom({ page }: { readonly page: Page }) {
  const t = homeTexts[page.language]
  return (
    <FeatureGrid
      title={t.forTitle}
      features={audiences.map(({ audience, icon }) => ({
        icon,
        title: t[audience].title,
        text: (
          <>
            {t[audience].text} <a href={marketingRoutes[audience].href({})}>{t[audience].more}</a>
          </>
        ),
      }))}
    />
  )
}

function PolicyBand({ page }: { readonly page: Page }) {
  const t = homeTexts[page.language]
  return (
    <Band title={t.policyTitle} tone="tinted">
      <p>{t.policyText}</p>
      <ul>
        {t.policyFacts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      <p>
        <a href={marketingRoutes.privacy.href({})}>{t.policyLink}</a>
      </p>
    </Band>
  )
}

/** A page for those who approve, treat or are treated. Patients are led to their case, the others to us. */
export function audienceView(audience: Audience, { page, logIn }: ToLogIn) {
  const t = audienceTexts[page.language][audience]
  const next = audience === 'patients' ? logIn : marketingRoutes.contact.form.href({})
  return (
    <Layout page={page} title={t.title} ownHeading>
      <Hero title={t.title} lead={t.lead} points={t.points} actions={<ButtonLink href={next}>{t.end}</ButtonLink>} />
      <FeatureGrid title={t.gains} features={t.features} />
      <Band title={t.questions} tone="tinted">
        {t.answers.map(({ question, answer }) => (
          <Details summary={question} open>
            <p>{answer}</p>
          </Details>
        ))}
      </Band>
      <Band>
        <ButtonRow>
          <ButtonLink href={next}>{t.end}</ButtonLink>
        </ButtonRow>
      </Band>
    </Layout>
  )
}
