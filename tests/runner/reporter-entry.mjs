// node --test wants a default export from a reporter; our own code has none, so the door stands here.
export { reporter as default } from './reporter.ts'
