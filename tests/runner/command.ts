import { spawn } from 'node:child_process'

type CommandOutcome = { code: number; output: string }

/** Runs a command to its end and gives back all it wrote, standard output and errors in the order they came. */
export function runCommand(command: string, args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<CommandOutcome>((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
