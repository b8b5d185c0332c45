import { texts } from '#kernel/language.ts'

export const userTexts = texts(
  {
    back: 'Alle brugere',
    lead: (email: string, since: string) => `Logger ind med ${email}. Har haft adgang siden ${since}.`,
    rolesTitle: 'Roller',
    roles: 'Hvad kan personen?',
    saveRoles: 'Gem roller',
    lastAdministrator: 'I skal have mindst én administrator. Gør først en kollega til administrator',
    removeTitle: 'Fjern adgang',
    removeText:
      'Adgangen ender med det samme: alle log-in afsluttes, og adgangskode, app, adgangsnøgler og roller slettes. Det, personen har gjort, står stadig i historikken. Vil du give adgang igen, skal du sende en ny invitation.',
    removeSelf: 'Det er din egen adgang. Du bliver logget ud med det samme.',
    remove: (name: string) => `Fjern adgangen for ${name}`,
  },
  {
    back: 'All users',
    lead: (email: string, since: string) => `Logs in with ${email}. Has had access since ${since}.`,
    rolesTitle: 'Roles',
    roles: 'What can this person do?',
    saveRoles: 'Save roles',
    lastAdministrator: 'You must have at least one administrator. Make a colleague administrator first',
    removeTitle: 'Remove access',
    removeText:
      'The access ends at once: all log-ins are ended, and password, app, passkeys and roles are deleted. What the person has done stays in the history. To give access again you must send a new invitation.',
    removeSelf: 'This is your own access. You will be logged out at once.',
    remove: (name: string) => `Remove the access of ${name}`,
  },
)

export const userNotices = texts(
  { roles: 'Rollerne er gemt og gælder fra nu' },
  { roles: 'The roles are saved and apply from now' },
)
