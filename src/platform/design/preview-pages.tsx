// Every component on five pages with invented content, for axe (design.test.ts) and for the eye:
// node --import ./src/platform/tsx-hook.mjs src/platform/design/preview.ts

import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import * as d from './index.ts'
import { FormPage } from './preview-form.tsx'

/** What a patient meets first after logging in. */
const HomePage = ({ page }: { readonly page: Page }): Html => (
  <d.Layout page={page} title="Hej Ana" lead="Her er, hvad der sker lige nu." aside={<Aside page={page} />}>
    <d.Card
      title="Fysioterapi, første tid"
      tag={<d.Tag tone="success">Bekræftet</d.Tag>}
      tone="accent"
      actions={<HomeActions />}
    >
      <d.SummaryList
        items={[
          { label: 'Hvornår', value: 'Tirsdag 15. september kl. 10.30' },
          { label: 'Hvor', value: 'Klinik Åbrinken, Eksempelvej 5' },
          { label: 'Hos', value: 'Bo Eksempel', action: { href: '/change', label: 'Skift' } },
        ]}
      />
    </d.Card>
    <d.Alert page={page} title="Udfyld dit spørgeskema">
      <p>
        Din behandler læser det inden første tid. <a href="/form">Begynd her</a>
      </p>
    </d.Alert>
    <d.Alert page={page} kind="success">
      <p>Dit forsikringsselskab har godkendt seks behandlinger.</p>
    </d.Alert>
    <d.Alert page={page} kind="warning">
      <p>Du kan aflyse indtil mandag kl. 10.30.</p>
    </d.Alert>
    <d.Alert page={page} kind="error" title="Tiden blev taget af en anden">
      <p>Vælg en ny herunder.</p>
    </d.Alert>
    <HomeSections />
    <d.Details summary="Hvem kan se mine oplysninger?">
      <p>Kun klinikken og dig.</p>
    </d.Details>
    <d.Details summary="Hvad hvis jeg bliver syg?" open>
      <p>Aflys senest dagen før.</p>
    </d.Details>
  </d.Layout>
)

const HomeSections = (): Html => (
  <>
    <d.Section title="Forløbet">
      <d.Timeline
        items={[
          { time: '3. september', datetime: '2026-09-03', title: 'Henvist af forsikringen' },
          {
            time: '5. september',
            datetime: '2026-09-05',
            title: 'Du bookede tid',
            body: <p>Bekræftelse sendt på SMS.</p>,
          },
          { time: 'I morgen', title: 'Første behandling', tone: 'now' },
          { time: 'Senere', title: 'Afslutning', tone: 'ahead' },
        ]}
      />
    </d.Section>
    <d.Section title="Beskeder">
      <d.EmptyState
        title="Ingen beskeder endnu"
        icon="mail"
        action={
          <d.ButtonLink href="/new" kind="secondary">
            Skriv til klinikken
          </d.ButtonLink>
        }
      >
        Når klinikken skriver til dig, står det her, og du får en SMS.
      </d.EmptyState>
    </d.Section>
  </>
)

const HomeActions = (): Html => (
  <>
    <d.ButtonLink href="/move" kind="secondary">
      Flyt tiden
    </d.ButtonLink>
    <d.Button kind="danger">Aflys tiden</d.Button>
  </>
)

const Aside = ({ page }: { readonly page: Page }): Html => (
  <>
    <d.Card title="Dine behandlinger">
      <d.Meter label="Bevilget" text="1 booket, 5 tilbage af 6" value={1} max={6} />
      <d.Meter label="Pladser" text="37 af 80" value={37} max={80} />
    </d.Card>
    <d.MitIdButton page={page} href="/log-in" />
    <d.Card title="Spørg os" href="/help">
      <p>Vi svarer på hverdage.</p>
    </d.Card>
  </>
)

type Case = { readonly name: string; readonly state: string; readonly tone: d.Tone; readonly price: string }
const cases: readonly Case[] = [
  { name: 'Sag 1042', state: 'Venter på godkendelse', tone: 'warning', price: '4.200,00 kr.' },
  { name: 'Sag 1043', state: 'Godkendt', tone: 'success', price: '1.150,00 kr.' },
  { name: 'Sag 1044', state: 'Afvist', tone: 'danger', price: '0,00 kr.' },
]
const columns: readonly d.Column<Case>[] = [
  { label: 'Sag', heads: true, cell: (row) => <a href={`/cases/${row.name}`}>{row.name}</a> },
  { label: 'Status', cell: (row) => <d.Tag tone={row.tone}>{row.state}</d.Tag> },
  { label: 'Beløb', align: 'end', cell: (row) => row.price },
]

const week: readonly d.CalendarColumn[] = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag'].map((label, index) => ({
  key: String(index),
  label,
  detail: `${14 + index}. sep.`,
  current: index === 0,
}))
const events: readonly d.CalendarEvent[] = [
  { column: '0', startMinute: 540, endMinute: 585, title: 'Ana Prøvesen', detail: 'Knæ', href: '/a/1' },
  { column: '0', startMinute: 600, endMinute: 615, title: 'Telefon', href: '/a/2', tone: 'pending' },
  { column: '0', startMinute: 720, endMinute: 750, title: 'Frokost', tone: 'blocked' },
  { column: '1', startMinute: 570, endMinute: 630, title: 'Carl Eksempel', detail: 'Ryg', href: '/a/3' },
  { column: '1', startMinute: 600, endMinute: 660, title: 'Dina Test', href: '/a/4' },
  { column: '2', startMinute: 780, endMinute: 840, title: 'Ledig', href: '/a/5', tone: 'free' },
  { column: '4', startMinute: 480, endMinute: 600, title: 'Kursus', tone: 'blocked' },
]

/** Lists and a week, as staff see them. */
const StaffPage = ({ page }: { readonly page: Page }): Html => (
  <d.Layout
    page={{ ...page, notice: null, reader: { kind: 'staff', name: 'Eva Eksempel', organisation: 'Klinik Åbrinken' } }}
    title="Sager"
    breadcrumbs={<d.Breadcrumbs page={page} ways={[{ href: '/', label: 'Forside' }]} here="Sager" />}
    wide
  >
    <d.Tabs
      label="Sager"
      tabs={[
        { href: '/o', label: 'Åbne', current: true, count: 3 },
        { href: '/c', label: 'Lukkede', current: false },
      ]}
    />
    <d.Table caption="Åbne sager" columns={columns} rows={cases} />
    <d.Pagination page={page} current={2} total={5} href={(number) => `/cases?page=${number}`} />
    <d.Table
      caption="Tom"
      columns={columns}
      rows={[]}
      empty={
        <d.EmptyState title="Alle sager er behandlet" icon="success">
          Nye kommer her af sig selv.
        </d.EmptyState>
      }
    />
    <d.Section title="Uge 38">
      <d.Calendar page={page} label="Kalender for uge 38" columns={week} events={events} />
    </d.Section>
  </d.Layout>
)

/** The public front page. */
const FrontPage = ({ page }: { readonly page: Page }): Html => (
  <d.Layout
    page={{ ...page, notice: null, reader: { kind: 'anonymous' }, links: { ...page.links, logOut: null } }}
    title="Velkommen"
    ownHeading
  >
    <d.Hero
      title="Fra henvisning til behandling på få minutter"
      lead="Har din forsikring henvist dig? Vælg klinik og tid selv, og se hvem der ser dine oplysninger."
      actions={
        <>
          <d.ButtonLink href="/log-in">Book din tid</d.ButtonLink>
          <d.ButtonLink href="/how" kind="secondary">
            Sådan virker det
          </d.ButtonLink>
        </>
      }
      points={['Ingen ventetid i telefonen', 'Du bestemmer, hvad klinikken får at vide', 'Hele landet']}
    />
    <d.FeatureGrid
      title="Sundhed uden papirarbejde"
      features={[
        {
          icon: 'calendar',
          title: 'Vælg tid selv',
          text: 'Se ledige tider hos klinikker nær dig, og flyt eller aflys uden at ringe.',
        },
        {
          icon: 'shield',
          title: 'Dine data er dine',
          text: 'Se, hvem der har læst hvad, og træk dit samtykke tilbage når som helst.',
        },
        { icon: 'heart', title: 'Mennesker, der svarer', text: 'Skriv eller ring; en sagsbehandler kender din sag.' },
      ]}
    />
    <d.Band title="For klinikker" tone="tinted">
      <p>Færre opkald og en kalender, der passer sig selv.</p>
    </d.Band>
  </d.Layout>
)

export const previewPages = (page: Page): Readonly<Record<string, Html>> => ({
  form: <FormPage page={page} />,
  home: <HomePage page={page} />,
  staff: <StaffPage page={page} />,
  front: <FrontPage page={page} />,
  error: (
    <d.ErrorPage
      page={page}
      status={404}
      title="Siden findes ikke"
      text="Måske er linket gammelt, eller også er siden ikke til dig."
      action={{ href: '/', label: 'Gå til forsiden' }}
    />
  ),
})
