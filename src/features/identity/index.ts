import type { Action } from '#platform/http/action.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { acceptInvitation, showInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { changeTotp, showTotp } from './change-totp.ts'
import { chooseLogIn } from './choose-log-in.ts'
import { chooseNewPassword, showNewPassword } from './choose-new-password.ts'
import { giveCode, showSecondFactor } from './give-code.ts'
import { beginPasskey, givePasskey } from './give-passkey.ts'
import { addPasskey, beginNewPasskey, removePasskey } from './keep-passkeys.ts'
import { logInAsStaff, showStaffLogIn } from './log-in-as-staff.ts'
import { beginEid, finishEid } from './log-in-with-eid.ts'
import { logOut, logOutEverywhere, showLoggedOut } from './log-out.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { requestPasswordReset, showPasswordReset } from './request-password-reset.ts'
import { sendPasswordReset } from './send-password-reset.ts'
import { setUpSecondFactor, showSetUp } from './set-up-second-factor.ts'
import { sweepSessions } from './sweep-sessions.ts'
import { enterWithRecoveryCode, showRecovery } from './use-recovery-code.ts'
import { viewAccount } from './view-account.ts'

export { identityCatalogue } from './identity.data.ts'

export const identityActions: readonly Action[] = [
  chooseLogIn,
  beginEid,
  finishEid,
  showStaffLogIn,
  logInAsStaff,
  showSecondFactor,
  giveCode,
  beginPasskey,
  givePasskey,
  showRecovery,
  enterWithRecoveryCode,
  showSetUp,
  setUpSecondFactor,
  showPasswordReset,
  requestPasswordReset,
  showNewPassword,
  chooseNewPassword,
  logOut,
  logOutEverywhere,
  showLoggedOut,
  showInvitation,
  acceptInvitation,
  viewAccount,
  changePassword,
  showTotp,
  changeTotp,
  beginNewPasskey,
  addPasskey,
  removePasskey,
  makeRecoveryCodes,
]

export const identityTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-password-reset': sendPasswordReset(services),
    'sweep-sessions': sweepSessions(services),
  })

/** Every night. */
export const identityTimetable: readonly string[] = ['10 3 * * * sweep-sessions ?fill=1d']
