import { startWebServer } from '#platform/http/web-server.ts'
import { benchSite } from './site.ts'

// The site in a process of its own, so that whoever measures does not share its thread.
const [requestUrl = '', siteUrl = ''] = process.argv.slice(2)
const url = new URL(siteUrl)
const { app } = await benchSite(requestUrl, url)
await startWebServer({ sites: [{ host: url.hostname, app }], host: '127.0.0.1', port: Number(url.port), tls: null })
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
