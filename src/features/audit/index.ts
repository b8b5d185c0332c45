export { auditCatalogue } from './audit.data.ts'
