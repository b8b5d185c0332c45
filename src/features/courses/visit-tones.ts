import type { Tone } from '#platform/design/index.ts'
import type { VisitState } from './course.ts'

export const visitTones: Readonly<Record<VisitState, Tone>> = {
  booked: 'info',
  arrived: 'success',
  completed: 'success',
  'no-show': 'danger',
  cancelled: 'neutral',
  moved: 'neutral',
}
