export { chooseLanguage } from './choose-language.ts'
export { homeOf } from './home-of.ts'
export { viewHome } from './view-home.ts'
