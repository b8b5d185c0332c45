import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { periodOf } from '#policy/retention.ts'
import { confirmImport, retryImport } from './confirm-import.ts'
import { downloadRowsToMend } from './download-rows-to-mend.ts'
import { downloadTemplate } from './download-template.ts'
import { listImports } from './list-imports.ts'
import { showImport } from './show-import.ts'
import { showUploadForm, uploadFile } from './upload-file.ts'

export { importTasks, importTimetable } from './import-tasks.ts'
export { importsCatalogue } from './imports.data.ts'

// The template and the form stand before the page of one import: their addresses look like one.
export const importActions = (model: PolicyModel): readonly Action[] => [
  listImports,
  showUploadForm,
  uploadFile(periodOf(model, 'import-file')),
  downloadTemplate,
  showImport,
  confirmImport,
  retryImport,
  downloadRowsToMend,
]
