export { marketingPageActions } from './view-pages.ts'
