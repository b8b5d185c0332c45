/**
 * Which features may know which, through their index.ts only. Read from the ground up: a feature may name only features
 * whose own list does not lead back to it. A line that no import uses any more has to go.
 */
export const featureDependencies: Record<string, readonly string[]> = {}
