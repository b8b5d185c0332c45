export { viewPrivacy } from './view-privacy.ts'
