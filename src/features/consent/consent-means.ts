/** How the patient said yes to the case handler. */
export const consentMeans = ['oral', 'written', 'digital'] as const
export type ConsentMeans = (typeof consentMeans)[number]
