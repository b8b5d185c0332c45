import { describe } from 'node:test'
import { isAtWork, lookAtPages } from './look-at-pages.ts'

/** In a file of its own, so that two browsers share the pages. */
describe('every page of clinics and the operator', () => lookAtPages(isAtWork))
