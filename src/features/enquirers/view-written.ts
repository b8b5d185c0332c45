import {
  directRequestsOfEnquirer,
  enquiryActivity,
  enterDirect,
  findDirect,
  housesToAsk,
  readDirect,
} from '#features/direct-requests/index.ts'
import { type Lead, leadsFrom, openLead } from '#features/leads/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, sendFile, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { enquirerForm } from './ask-form.ts'
import { enquirerFile } from './enquirer-file.ts'
import { byLink, type Enquirer, loadEnquirer } from './link.ts'
import { writtenTexts } from './view-written.texts.ts'
import { enquirerRequestView, writtenView } from './view-written.view.tsx'

type Looking = Parameters<typeof loadEnquirer>[0]
type Found = Enquirer & { readonly leads: readonly Lead[] }

async function loadWritten(looking: Looking): Promise<Found | null> {
  const enquirer = await loadEnquirer(looking)
  if (!enquirer) return null
  const rows = await leadsFrom(looking.reader, enquirer.index)
  return { ...enquirer, leads: rows.map((row) => openLead(looking.services.keyring, row)) }
}

type Showing = { readonly tx: Reader; readonly page: Page; readonly found: Found; readonly token: string }

async function writtenPage({ tx, page, found, token }: Showing, form: FormState) {
  return writtenView(page, { found, token, requests: await directRequestsOfEnquirer(tx, found.index) }, form)
}

/** Everything that was written from the address that the link was sent to, and the requests made from it (R3.1, T5.1). */
export const viewWritten = action({
  at: routes.written.show,
  asks: 'enquirer.view',
  touches: ['business-contact', 'access-history'],
  limit: 'search',
  notices: { da: writtenTexts.da.notices, en: writtenTexts.en.notices },
  load: loadWritten,
  facts: byLink,
  async run({ tx, page, found, params }) {
    return show(await writtenPage({ tx, page, found, token: params.token }, emptyForm))
  },
})

/** The same as a file that other systems can read (T5.5). */
export const downloadWritten = (model: PolicyModel) =>
  action({
    at: routes.written.file,
    asks: 'enquirer.view',
    touches: ['business-contact', 'access-history'],
    limit: 'search',
    load: loadWritten,
    facts: byLink,
    async run({ tx, found, now, language }) {
      const requests = await directRequestsOfEnquirer(tx, found.index)
      const file = enquirerFile(model, { ...found, requests }, { madeAt: now.toString(), language })
      return sendFile({
        bytes: new TextEncoder().encode(JSON.stringify(file, null, 1)),
        contentType: 'application/json',
        name: `mine-henvendelser-${now.toString().slice(0, 10)}.json`,
      })
    },
  })

/** Passes what cannot be done on the page on to the operator; the link is the identity check (T3.1). An objection freezes its enquiry at once (T5.6). */
export const askAboutWritten = action({
  at: routes.written.ask,
  asks: 'enquirer.request',
  touches: ['business-contact', 'access-history'],
  limit: 'log-in',
  load: loadWritten,
  facts: byLink,
  input: ({ leads }) => enquirerForm(leads),
  again: ({ tx, page, found, params, form }) => writtenPage({ tx, page, found, token: params.token }, form),
  async run({ tx, permit, found, input, params, now, language, services: { keyring }, record }) {
    const { operator } = await housesToAsk(tx)
    await enterDirect(
      { tx, permit, keyring, now },
      {
        asker: { kind: 'enquirer', index: found.index, email: found.email },
        right: input.right,
        field: null,
        words: { text: input.text, proposal: null },
        activity: enquiryActivity,
        controllerId: operator,
        leadId: input.lead,
        language,
      },
    )
    record({ detail: { right: input.right, ...(input.lead && { lead: input.lead }) } })
    return seeOther(routes.written.show.href({ token: params.token }, { notice: 'sent' }))
  },
})

async function findRequest(looking: Looking & { readonly params: { readonly rightsRequestId: string } }) {
  const enquirer = await loadEnquirer(looking)
  const row = enquirer && (await findDirect(looking.reader, looking.params.rightsRequestId))
  return row && { row }
}

/** One of the enquirer's own requests with its answer. */
export const viewEnquirersRequest = (model: PolicyModel) =>
  action({
    at: routes.written.request,
    asks: 'enquirer.view',
    touches: ['business-contact', 'access-history'],
    limit: 'search',
    load: findRequest,
    facts: byLink,
    async run({ tx, page, found, params, services: { keyring } }) {
      const request = await readDirect(tx, keyring, found.row)
      return show(enquirerRequestView(page, { request, model, token: params.token }))
    },
  })
