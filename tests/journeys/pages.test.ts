import { describe } from 'node:test'
import { isAtWork, lookAtPages } from './look-at-pages.ts'

describe('every page', () => lookAtPages((page) => !isAtWork(page)))
