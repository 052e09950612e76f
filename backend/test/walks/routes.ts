/** All routes as the API document tells them, for tests that walk over each of them, and over those to come. */
import os from 'node:os'
import mongoose, { mongo } from 'mongoose'
import type { Permission } from '../../src/team/permissions'
import type { Answer, Call, Caller, Desk } from '../harness'

interface Schema {
  type?: string
  properties?: Record<string, Schema>
  oneOf?: Schema[]
}
interface Described {
  description?: string
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema; example?: Record<string, unknown> }> }
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface Route {
  /** As in `POST /v1/roles`. */
  name: string
  method: Method
  path: string
  /** Null where it needs none. */
  permission: Permission | null
  /** For whoever signed in here, whatever they may do. */
  forMembers: boolean
  /** Names of the parameters of its query. */
  query: string[]
  /** Names of all fields that its body may have, at the top; none where it takes no body. */
  fields: string[]
  /** A body that is good; null where it takes none. */
  example: Record<string, unknown> | null
}

const fieldsOf = ({ properties = {}, oneOf = [] }: Schema): string[] => [
  ...new Set([...Object.keys(properties), ...oneOf.flatMap(fieldsOf)]),
]

/** Every route of the API document. */
export async function allRoutes({ app }: Desk): Promise<Route[]> {
  const { paths } = (await app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>
  }>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, { description = '', parameters = [], requestBody }]): Route => {
      const method = verb.toUpperCase() as Method
      const body = requestBody?.content['application/json']
      return {
        name: `${method} ${path}`,
        method,
        path,
        permission: (/the permission `([^`]+)`/.exec(description)?.[1] as Permission | undefined) ?? null,
        forMembers: /For any member who signed in here/.test(description),
        query: parameters.filter(({ in: where }) => where === 'query').map(({ name }) => name),
        fields: body ? fieldsOf(body.schema) : [],
        example: body ? (body.example ?? {}) : null,
      }
    }),
  )
}

/** Whether a route asks who is there. */
export const isGuarded = ({ permission, forMembers }: Route): boolean => permission !== null || forMembers

export const guardedRoutes = async (desk: Desk): Promise<Route[]> => (await allRoutes(desk)).filter(isGuarded)

export const hasId = ({ path }: Route): boolean => path.includes('{id}')

let asked = 0

/** One request; each from another address, so that no limit of an address is met. */
export function ask(
  caller: Caller,
  { method, path, example }: Route,
  change: { id?: string; body?: object; query?: string } & Call = {},
): Promise<Answer> {
  const { id = 'id_of_nobody', body = example ?? {}, query = '', ...call } = change
  asked += 1
  const options = { remoteAddress: `10.9.${(asked >> 8) % 256}.${asked % 256}`, ...call }
  const url = path.replace('{name}', 'churn-daily').replace('{id}', encodeURIComponent(id)) + query
  switch (method) {
    case 'GET':
      return caller.get(url, options)
    case 'DELETE':
      return caller.delete(url, options)
    case 'PATCH':
      return caller.patch(url, body, options)
    case 'POST':
      return caller.post(url, body, options)
  }
}

/** What a refusal itself writes, or what moves by being looked at. */
const FLEETING = new Set([
  'audit_checkpoints',
  'audit_entries',
  'audit_heads',
  'denials',
  'idempotency_keys',
  'job_runs',
  'leases',
  'nonces',
  'request_counts',
  'sessions',
])

/** All documents that last, as text, by collection and id: read past the guard, as a backup would. */
export async function documents(): Promise<Map<string, string>> {
  const uri = process.env['TEST_MONGODB_URI'] ?? ''
  const client = await mongo.MongoClient.connect(uri, { runtimeAdapters: { os } })
  const db = client.db(mongoose.connection.name)
  const all = new Map<string, string>()
  for (const { name } of await db.listCollections().toArray())
    if (!FLEETING.has(name))
      for await (const one of db.collection(name).find())
        all.set(`${name} ${String(one._id)}`, JSON.stringify(one))
  await client.close()
  return all
}
