import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'

export const maintainTheSite = activity({
  id: 'operation.maintenance',
  name: texts('Vedligehold af siden', 'Maintaining the site'),
  sentence: texts(
    'Før vi vedligeholder siden, siger vi det på hver side og sender en mail til administratorerne hos selskaber og klinikker. Vi husker, hvem hos os der varslede det.',
    'Before we maintain the site we tell it on every page, and mail the administrators of insurers and clinics. We remember who of us announced it.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: {
    article6: 'legitimate-interests',
    interest: texts('at ingen bliver overrasket af vedligehold', 'that nobody is surprised by maintenance'),
  },
  article9: null,
  subjects: ['staff'],
  data: ['business-contact'],
  source: ['operator'],
  recipients: [],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: {
      period: 'P1Y',
      because: texts(
        'Så længe kan kunderne spørge, hvornår siden var lukket for ændringer.',
        'For that long customers can ask when the site was closed to changes.',
      ),
    },
  },
  grants: [
    grant('maintenance.view', ['operator:administrator', 'operator:support']),
    grant('maintenance.announce', ['operator:administrator', 'operator:support']),
    grant('maintenance.end', ['operator:administrator', 'operator:support']),
    grant('maintenance.tell', ['system']),
    grant('maintenance.forget', ['system']),
  ],
  promises: ['T19.7', 'T20.2'],
})
