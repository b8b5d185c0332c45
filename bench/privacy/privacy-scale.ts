import type { GdprScale } from './measure-gdpr.ts'

export type PrivacyScale = {
  /** Whether commits wait for the disk; without that no time means anything. */
  readonly durable: boolean
  readonly gdpr: GdprScale
  readonly patients: { readonly count: number; readonly heaviest: number }
  readonly erasure: {
    /** Patients erased with 80 and with 250 rows. */
    readonly each: number
    /** Rows of the heaviest patient. */
    readonly heaviest: number
    /** Patients erased while others look at cases. */
    readonly streamed: number
    readonly blockMs: number
  }
  readonly gateRequests: number
  /** For each of 64 writers. */
  readonly chainEvents: number
}

export const fullScale = ({ records, operations }: { records: number; operations: number }): PrivacyScale => ({
  durable: true,
  gdpr: { records, operations, blocks: 8 },
  patients: { count: 15_000, heaviest: 1_000 },
  erasure: { each: 40, heaviest: 4_000, streamed: 72, blockMs: 3_000 },
  gateRequests: 300,
  chainEvents: 60,
})

/** Everything once, in seconds: that it runs and that every answer is right, not how fast. */
export const quickScale: PrivacyScale = {
  durable: false,
  gdpr: { records: 1_600, operations: 160, blocks: 4 },
  patients: { count: 40, heaviest: 8 },
  erasure: { each: 2, heaviest: 250, streamed: 8, blockMs: 500 },
  gateRequests: 20,
  chainEvents: 4,
}
