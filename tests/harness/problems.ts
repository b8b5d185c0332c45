/** What the product noted as unexpected while tests ran: shown when a test that met a 500 fails. */
const noted: unknown[] = []

export const problems = {
  note(error: unknown) {
    noted.push(error)
    process.stderr.write(`Unexpected in the product: ${error instanceof Error ? error.stack : String(error)}\n`)
  },
  all: (): readonly unknown[] => noted,
}
