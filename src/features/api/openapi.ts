import { z } from 'zod'
import { routes } from '#src/routes.ts'
import {
  caseSchema,
  consentSchema,
  listSchema,
  newCaseSchema,
  openedSchema,
  problemSchema,
  tokenSchema,
} from './case-schema.ts'

const bodies = {
  NewCase: newCaseSchema,
  Consent: consentSchema,
  OpenedCase: openedSchema,
  CaseList: listSchema,
  Case: caseSchema,
  Token: tokenSchema,
  Problem: problemSchema,
} as const
type Body = keyof typeof bodies

const ref = (name: Body) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: Body, description: string) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})
const taking = (name: Body) => ({ required: true, content: { 'application/json': { schema: ref(name) } } })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
const common = {
  401: problem('No valid access token'),
  403: problem('The client may not do that'),
  429: problem('Too many requests'),
}
const path = (pattern: string) => pattern.replace(/:(\w+)/g, '{$1}')
const caseId = { name: 'caseId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

const components = () =>
  Object.fromEntries(
    Object.entries(bodies).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
      return [name, rest]
    }),
  )

const manyCases = {
  [routes.api.createCase.pattern]: {
    post: {
      operationId: 'createCase',
      summary: 'Opens a case',
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      requestBody: taking('NewCase'),
      responses: {
        201: { ...json('OpenedCase', 'Opened'), headers: { Location: { schema: { type: 'string' } } } },
        400: problem('The body is not JSON, or the Idempotency-Key is missing'),
        409: problem('The case number is taken'),
        422: problem('Some of the fields are wrong, or the key was used for another request'),
        ...common,
      },
    },
    get: {
      operationId: 'listCases',
      summary: 'The organisation’s cases, newest first',
      parameters: [
        { name: 'after', in: 'query', schema: { type: 'string', format: 'uuid' } },
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      ],
      responses: { 200: json('CaseList', 'A page of cases'), 422: problem('A parameter is wrong'), ...common },
    },
  },
}

const oneCase = {
  [path(routes.api.showCase.pattern)]: {
    get: {
      operationId: 'showCase',
      summary: 'One case with its sessions and appointments',
      parameters: [caseId],
      responses: { 200: json('Case', 'The case'), 404: problem('No such case'), ...common },
    },
  },
  [path(routes.api.markConsent.pattern)]: {
    post: {
      operationId: 'markConsent',
      summary: 'Marks that the patient consents to the transfer',
      parameters: [caseId],
      requestBody: taking('Consent'),
      responses: {
        200: json('Case', 'The case as it stands now'),
        404: problem('No such case'),
        409: problem('The patient has withdrawn the consent'),
        422: problem('Some of the fields are wrong'),
        ...common,
      },
    },
  },
}

const withdrawing = {
  [path(routes.api.withdrawConsent.pattern)]: {
    post: {
      operationId: 'withdrawConsent',
      summary: 'Withdraws the consent for a patient who said so; again, and nothing more happens',
      parameters: [caseId],
      responses: {
        200: json('Case', 'The case as it stands now'),
        404: problem('No such case'),
        409: problem('No consent is marked on the case'),
        ...common,
      },
    },
  },
}

/** The whole API as OpenAPI 3.1, made from the very schemas that requests are read by. */
export const openApi = (server: URL) => ({
  openapi: '3.1.0',
  info: {
    title: 'Klinikbro API',
    version: '1',
    description: `Open and follow cases from an insurer’s own systems. Guide: ${new URL(routes.api.guide.href({}), server).href}`,
  },
  servers: [{ url: server.origin }],
  security: [{ oauth: [] }],
  paths: { ...manyCases, ...oneCase, ...withdrawing },
  components: {
    schemas: components(),
    securitySchemes: {
      oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: routes.api.token.href({}), scopes: {} } } },
    },
  },
})
