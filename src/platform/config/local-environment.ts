import type { Environment } from './environment.ts'
import { localSecrets } from './local-secrets.ts'

/** Ports of a local start: the sites, and beside them what stands in for the world outside. */
export function localPorts(port: number) {
  return { sites: port, broker: port + 1, catcher: port + 2, smtp: port + 3 }
}

/** What a developer's machine lacks: its own secrets, a log-in broker, a mailbox and a phone. Never used in production. */
export function localEnvironment(env: Environment): Environment {
  const ports = localPorts(Number(env.PORT) || 3000)
  const { secretsFile, clientKeyFile, auditKeyFile } = localSecrets(env.KLINIKBRO_DATA ?? '.data')
  return {
    KLINIKBRO_SECRETS: secretsFile,
    KLINIKBRO_AUDIT_KEY: auditKeyFile,
    KLINIKBRO_EID_ISSUER: `http://127.0.0.1:${ports.broker}`,
    KLINIKBRO_EID_CLIENT_ID: 'klinikbro-idura',
    KLINIKBRO_EID_CLIENT_KEY: clientKeyFile,
    KLINIKBRO_EID_CLAIMS: 'idura',
    KLINIKBRO_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    KLINIKBRO_MAIL_FROM: 'Klinikbro <klinikbro@klinikbro.localhost>',
    KLINIKBRO_MAIL_REQUIRE_TLS: 'false',
    KLINIKBRO_SMS_URL: `http://127.0.0.1:${ports.catcher}`,
    KLINIKBRO_SMS_TOKEN: 'local',
    KLINIKBRO_SMS_SENDER: 'Klinikbro',
    ...env,
  }
}
