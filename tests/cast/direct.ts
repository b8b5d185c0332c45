import assert from 'node:assert/strict'
import type { Id } from '#kernel/ids.ts'
import type { AskedTask } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { marketingRoutes, routes } from '#src/routes.ts'
import { tasksWith } from '#src/tasks.ts'
import { Browser, plain, type Seen } from '#tests/harness/browser.ts'
import { marketingUrl, type World } from '#tests/harness/world.ts'

type Asked = { readonly rightsRequestId: string }

/** A member of staff uses a right through the page; the request that came of it. */
export async function askAsStaff(
  world: World,
  who: { readonly userId: Id<'user'> },
  right: string,
  fields: Record<string, string> = { activity: 'access.users', text: 'Det er forkert' },
): Promise<Asked> {
  const browser = await world.browser(who)
  await browser.postAndFollow(routes.account.data.create.href({ right }), fields)
  const [row] = await world.sql<Asked>(
    `select request_id as "rightsRequestId" from direct_requests where user_id = $1 order by request_id desc limit 1`,
    [who.userId],
  )
  return row ?? assert.fail('Nothing was asked')
}

const ida = { name: 'Ida Eksempelsen', company: 'Prøveselskabet', phone: '12345678', email: 'ida@proeve.example' }

/** A visitor of the public site writes to the operator; the id of what arrived. */
export async function writeToUs(world: World, fields: Partial<typeof ida> & { message: string }): Promise<string> {
  const visitor = new Browser(world.fetch, marketingUrl)
  await visitor.get(marketingRoutes.contact.form.href({}))
  await visitor.postAndFollow(marketingRoutes.contact.create.href({}), { ...ida, ...fields })
  const [row] = await world.sql<{ id: string }>('select id from leads order by id desc limit 1')
  return row?.id ?? assert.fail('Nothing arrived')
}

/** Somebody asks for a link to an address. */
export async function askForLink(world: World, email: string): Promise<{ browser: Browser; answer: Seen }> {
  const browser = await world.browser()
  await browser.get(routes.written.form.href({}))
  return { browser, answer: await browser.post(routes.written.create.href({}), { email }) }
}

/** The token of a mailed link. */
export const tokenIn = (mail: Mail | undefined): string =>
  /\/written\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? assert.fail('No link came')

/** Asks for a link, and reads it from the mail. */
export async function linkTo(world: World, email: string): Promise<{ browser: Browser; token: string }> {
  const { browser, answer } = await askForLink(world, email)
  assert.equal(answer.status, 200, plain(answer.text))
  const [mail] = await mailsOf(world, 'send-enquirer-link')
  return { browser, token: tokenIn(mail) }
}

/** Runs the waiting jobs of one task, and tells what they mailed. */
export async function mailsOf(world: World, task: string): Promise<Mail[]> {
  const jobs = await world.sql<{ payload: unknown }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1 returning j.payload`,
    [task],
  )
  const sent: Mail[] = []
  for (const { payload } of jobs) await tasksOf(world, sent)[task]?.(payload, { attempt: 1 })
  return sent
}

export const runTask = (world: World, task: string) => tasksOf(world, [])[task]?.({}, { attempt: 1 })

function tasksOf(world: World, sent: Mail[]): Readonly<Record<string, AskedTask>> {
  const outside = { mail: { send: async (mail: Mail) => void sent.push(mail), close: () => undefined } }
  const { keyring, urls } = world.services
  const services = { ...outside, database: world.worker, keyring, urls, now: world.clock.now }
  return tasksWith(services as unknown as WorkerServices)
}
