/** How a course ended; the database knows the same words. */
export const courseOutcomes = ['recovered', 'improved', 'unchanged', 'worse', 'referred-on', 'not-started'] as const
export type CourseOutcome = (typeof courseOutcomes)[number]
