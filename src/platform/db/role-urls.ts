import { createHmac } from 'node:crypto'

export type PerRole = { readonly request: string; readonly worker: string; readonly reporting: string }

/** Passwords of the database roles, derived so that every process that knows the roles' secret knows them. */
export function rolePasswords(rolesSecret: Buffer): PerRole {
  const password = (role: keyof PerRole) => createHmac('sha256', rolesSecret).update(roleName(role)).digest('base64url')
  return { request: password('request'), worker: password('worker'), reporting: password('reporting') }
}

/** The owner's URL as each of the roles would log in. */
export function roleUrls(ownerUrl: string, rolesSecret: Buffer): PerRole {
  const passwords = rolePasswords(rolesSecret)
  const as = (role: keyof PerRole) => {
    const url = new URL(ownerUrl)
    url.username = roleName(role)
    url.password = passwords[role]
    return url.href
  }
  return { request: as('request'), worker: as('worker'), reporting: as('reporting') }
}

const roleName = (role: keyof PerRole) => `klinikbro_${role}`
