/**
 * Takes the place of the mail server and the SMS gateway on a developer's machine and in tests: speaks both protocols,
 * sends nothing on, and shows what was sent. The last 500 messages, in memory only.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Language } from '#kernel/language.ts'
import { catcherPage, pageHeaders } from './catcher-page.ts'
import { type Box, type CaughtMessage, openBox } from './caught.ts'
import { readMime } from './read-mime.ts'
import { answerGateway } from './sms-gateway.ts'

export type Catcher = {
  /** The page, and the base URL of the SMS gateway. */
  readonly url: string
  readonly smtpUrl: string
  /** Newest first. */
  messages(): CaughtMessage[]
  clear(): void
  close(): Promise<void>
}

/** Port 0 takes a free one. Listens on the loopback address only. */
export async function startCatcher(ports: { smtpPort: number; httpPort: number }): Promise<Catcher> {
  const box = openBox()
  const smtp = smtpServer(box)
  const http = createServer((request, response) => {
    // A sender that hangs up in the middle must not take the whole process down.
    answer(box, request, response).catch(() => response.destroy())
  })
  const httpPort = await listening(http, ports.httpPort)
  const smtpPort = await listening(smtp.server, ports.smtpPort)
  const close = async () => {
    await new Promise<void>((resolve) => smtp.close(() => resolve()))
    await new Promise<void>((resolve) => {
      http.close(() => resolve())
      http.closeAllConnections()
    })
  }
  const url = `http://127.0.0.1:${httpPort}`
  return { url, smtpUrl: `smtp://127.0.0.1:${smtpPort}`, messages: box.all, clear: box.clear, close }
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** Without STARTTLS: a sender that insists on encryption must fail here. */
const smtpServer = (box: Box) =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, session, done) => void catchMail(box, stream, session).then(() => done(), done),
  })

async function catchMail(box: Box, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const { headers, text, html, files } = readMime(await buffer(stream))
  box.add({
    kind: 'mail',
    from: headers.get('from') ?? '',
    to: session.envelope.rcptTo.map((one) => one.address).join(', '),
    subject: headers.get('subject') ?? '',
    text,
    html,
    language: headers.get('content-language') ?? null,
    messageId: headers.get('message-id') ?? '',
    files,
  })
}

async function answer(box: Box, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://catcher.invalid')
  const route = `${request.method} ${url.pathname}`
  if (route === 'POST /mobile/single') {
    const { status, headers, body } = answerGateway(box, request.headers.authorization, await text(request))
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  } else if (route === 'POST /clear') {
    box.clear()
    response.writeHead(303, { location: '/' }).end()
  } else if (route === 'GET /messages.json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(box.all()))
  } else if (route === 'GET /') {
    response.writeHead(200, pageHeaders).end(catcherPage(box.all(), languageOf(url)))
  } else {
    sendFile(box, url.pathname, response)
  }
}

const languageOf = (url: URL): Language => (url.searchParams.get('lang') === 'en' ? 'en' : 'da')

function sendFile(box: Box, path: string, response: ServerResponse): void {
  const [, id, at] = /^\/messages\/(\d+)\/files\/(\d+)$/.exec(path) ?? []
  const file = box.all().find((one) => one.id === Number(id))?.files[Number(at)]
  if (!file) return void response.writeHead(404).end()
  const name = file.filename.replace(/[^\w.-]/g, '_')
  response
    .writeHead(200, { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${name}"` })
    .end(file.content)
}
