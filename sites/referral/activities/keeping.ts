import { texts } from '#kernel/language.ts'
import { dataOfACase } from '#policy/categories.ts'
import { activity, grant } from '#policy/model.ts'
import { holdGrounds } from '../hold-grounds.ts'
import { recordKeepingLaw } from '../laws.ts'
import { proofsOfErasure } from '../periods.ts'

/** Who looks at what an insurer held, once its agreement has ended. */
const keepers = ['operator:administrator', 'operator:data-protection-officer'] as const
const takers = ['clinic:administrator', 'clinic:practitioner', 'clinic:former-administrator'] as const

export const keepNoLonger = activity({
  id: 'operation.retention',
  name: texts('Sletning og overdragelse', 'Erasing and handing over'),
  sentence: texts(
    'Vi sletter sagen, når den ikke længere skal bruges, som selskabet og klinikken har bestemt, eller når du har fået ja til at få den slettet. Klinikkens journal overdrages til klinikken først. Er der en klage eller et krav, venter sletningen; bruger selskabet ikke længere Klinikbro, ser vi efter, om grunden er der endnu.',
    'We erase the case when it is no longer needed, as the insurer and the clinic have decided, or when your request for erasure was granted. The clinic’s journal is handed over to the clinic first. While there is a complaint or a claim, the erasure waits; once the insurer no longer uses Klinikbro, we look whether the reason is still there.',
  ),
  purpose: 'operation',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts(
      'databeskyttelsesforordningens artikel 5, stk. 1, litra e, og artikel 28, stk. 3, litra g',
      'GDPR Articles 5(1)(e) and 28(3)(g)',
    ),
  },
  article9: { condition: 'health-care', law: recordKeepingLaw },
  subjects: ['patient', 'staff'],
  data: [...dataOfACase, 'business-contact'],
  keptElsewhere: ['health.referral'],
  source: ['insurer', 'clinic'],
  recipients: ['clinic'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'course-end',
    maximum: {
      period: 'P6M',
      because: texts(
        'Alt om sagen går med den. Tilbage bliver kun, at der blev slettet, hvornår og hvorfor. Det nævner ingen.',
        'All about the case goes with it. What remains says only that something was erased, when and why. It names nobody.',
      ),
    },
    holds: holdGrounds,
    parts: proofsOfErasure,
  },
  grants: [
    grant('retention.view', ['insurer:administrator', 'clinic:administrator']),
    grant('retention.instruct', ['insurer:administrator', 'clinic:administrator']),
    grant('retention.sweep', ['system']),
    grant('rights-request.carry-out', ['system']),
    grant('erasure.note', ['system']),
    grant('retention-run.list', keepers),
    grant('legal-hold.list', ['insurer:administrator']),
    grant('legal-hold.view', ['insurer:administrator'], 'own-organisation'),
    grant('legal-hold.place', ['insurer:administrator'], 'own-organisation'),
    grant('legal-hold.review', ['insurer:administrator'], 'own-organisation'),
    grant('legal-hold.lift', ['insurer:administrator'], 'own-organisation'),
    grant('legal-hold.view', keepers, 'controller-left'),
    grant('legal-hold.review', keepers, 'controller-left'),
    grant('legal-hold.lift', keepers, 'controller-left'),
    grant('legal-hold.remind', ['system']),
    grant('erasure-order.list', ['insurer:administrator']),
    grant('erasure-order.view', ['insurer:administrator'], 'own-organisation'),
    grant('erasure-order.give', ['insurer:administrator'], 'own-organisation'),
    grant('erasure-order.withdraw', ['insurer:administrator'], 'own-organisation'),
    grant('erasure-order.carry-out', ['system']),
    grant('handover.list', takers),
    grant('handover.take', takers, 'own-organisation'),
    grant('handover.confirm', takers, 'own-organisation'),
  ],
  promises: ['R1.10', 'R2.9', 'T20.2'],
})
