import { startCatcher } from '#platform/catcher/catcher.ts'
import type { Config } from '#platform/config/config.ts'
import { localPorts } from '#platform/config/local-environment.ts'
import { localSecrets } from '#platform/config/local-secrets.ts'
import { startLocalBroker } from '#platform/eid/local-broker.ts'

type LogInPages = { readonly redirectUris: string[]; readonly postLogoutRedirectUris: string[] }

/** The local log-in broker, unless the settings name another. */
export async function startBroker(config: Config, pages: LogInPages) {
  const port = localPorts(config.http.port).broker
  if (config.eid.issuer.host !== `127.0.0.1:${port}`) return null
  const { clientPublicJwk } = localSecrets(config.dataFolder)
  return startLocalBroker({ port, clientId: config.eid.clientId, clientPublicJwk, ...pages })
}

/** The local mailbox and phone, unless the settings send mail and SMS elsewhere. */
export async function startMailboxAndPhone(config: Config) {
  const ports = localPorts(config.http.port)
  const isOurs =
    config.mail.smtpUrl.host === `127.0.0.1:${ports.smtp}` || config.sms.baseUrl.port === `${ports.catcher}`
  return isOurs ? startCatcher({ smtpPort: ports.smtp, httpPort: ports.catcher }) : null
}
