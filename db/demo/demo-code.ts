import { Secret, TOTP } from 'otpauth'
import { members } from './team.ts'
import { totpSecretOf } from './totp-secret.ts'

const email = (process.argv[2] ?? '').toLowerCase()
if (members.some((member) => member.email === email)) {
  const totp = new TOTP({ issuer: 'Klinikbro demo', label: email, secret: Secret.fromBase32(totpSecretOf(email)) })
  const secondsLeft = Math.ceil(totp.remaining() / 1000)
  console.log(`${totp.generate()}   for ${secondsLeft} more seconds; each code works once`)
  console.error(`For an authenticator app: ${totp.toString()}`)
} else {
  console.error('Usage: bin/demo-code <e-mail address of somebody in the demo>')
  process.exitCode = 1
}
