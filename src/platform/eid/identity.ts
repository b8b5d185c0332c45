import type { Cpr } from '#kernel/cpr.ts'

export type Assurance = 'low' | 'substantial' | 'high'

/** The two families of brokers whose parameters and claims differ. */
export type ClaimStyle = 'idura' | 'signaturgruppen'

/** Who logged in, in the same words whichever broker answered. `subject` with `issuer` is the log-in's key, never the CPR number. */
export type EidIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly mitidUuid: string
  readonly assurance: Assurance
  /** Null only where it was not asked for. */
  readonly cpr: Cpr | null
  /** Null when the person has name and address protection (CPR-loven § 28). */
  readonly name: string | null
  readonly nameProtected: boolean
  /** ISO date, or null when the broker does not tell. */
  readonly birthDate: string | null
  readonly authenticatedAt: Date
  readonly transactionId: string | null
  readonly sessionExpiresAt: Date | null
  /** Needed for logging out at the broker. May hold personal data: keep it on the server. */
  readonly idToken: string
}

export type EidProblem =
  | 'cancelled'
  | 'employee-identity'
  | 'assurance-too-low'
  | 'no-cpr'
  | 'cpr-mismatch-exhausted'
  | 'state-mismatch'
  | 'expired'
  | 'broker-unavailable'
  | 'invalid-token'

/** What must be remembered on the server between leaving for the broker and coming back. Survives JSON. */
export type EidAttempt = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly startedAt: string
  readonly requestedAssurance: 'substantial'
  readonly cpr: 'required' | 'not-asked'
  readonly freshLogin: boolean
}
