import { entryChoices } from '#features/cases/index.ts'
import { texts } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import { action, type Running } from '#platform/http/action.ts'
import { show, withHeaders } from '#platform/http/answer.ts'
import { writeAudit } from '#platform/http/audit.ts'
import { routes } from '#src/routes.ts'
import { sheetOf } from './check-import.ts'
import { checkedRows } from './check-rows.ts'
import { countFaults, faultsFrom } from './import-faults.sql.ts'
import { type ImportRow, importById } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import type { Preview } from './preview-table.view.tsx'
import { showImportView } from './show-import.view.tsx'

const faultsOnAPage = 100
const previewRows = 20

/** How far a file has come: the check, its faults or its first rows, the import, the end. `?follow=1` refreshes it by itself. */
export const showImport = action({
  at: routes.import.show,
  asks: 'import.view',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral', 'business-contact'],
  notices: texts(
    { confirmed: importsTexts.da.confirmedNotice, retried: importsTexts.da.retriedNotice },
    { confirmed: importsTexts.en.confirmedNotice, retried: importsTexts.en.retriedNotice },
  ),
  load: ({ reader, params }) => importById(reader, params.importId),
  facts: (found) => ({ organisationId: found.insurer_id, object: { type: 'case-import', id: found.id } }),
  async run(running) {
    const { tx, found, page, query } = running
    const current = Math.max(1, Math.trunc(Number(query.get('page')) || 1))
    const isFollowed = query.get('follow') === '1'
    const html = showImportView(page, {
      found,
      isFollowed,
      faults: await faultsFrom(tx, found.id, { offset: (current - 1) * faultsOnAPage, limit: faultsOnAPage }),
      pages: { current, total: Math.ceil((await countFaults(tx, found.id)).faults / faultsOnAPage) },
      preview: found.state === 'ready' || found.state === 'not-allowed' ? await previewOf(running) : null,
    })
    const isAtWork = found.state === 'checking' || found.state === 'importing'
    return isFollowed && isAtWork ? withHeaders(show(html), { Refresh: '3' }) : show(html)
  },
})

/** The first rows of the file itself. Looking at them is logged: they are people. */
async function previewOf({
  tx,
  found,
  permit,
  now,
  services,
}: Running<'/imports/:importId', 'import.view', ImportRow, null>): Promise<Preview> {
  const choices = await entryChoices(tx)
  const sheet = await sheetOf(tx, services.keyring, found.id)
  const takenAmong = () => Promise.resolve(new Set<string>())
  const checking = { choices, today: dayOf(now), takenAmong, chunkRows: previewRows }
  await writeAudit(tx, { permit, result: 'done', now })
  for await (const rows of checkedRows(sheet, checking)) {
    return { entries: rows.flatMap(({ entry }) => (entry ? [entry] : [])), treatments: choices.treatments }
  }
  return { entries: [], treatments: choices.treatments }
}
