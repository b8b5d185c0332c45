import { after } from 'node:test'
import { stopCluster } from './cluster.ts'

after(stopCluster)
