/**
 * Schemas as they are written: bodies by their types, query and path from their text. Unknown fields are refused.
 * Each is compiled when its route is first asked for: compiling all of them is most of what a start would take.
 */
import serializerSelector from '@fastify/fast-json-stringify-compiler'
import Ajv, { type Options, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

const options: Options = {
  useDefaults: true,
  removeAdditional: false,
  allErrors: false,
  strict: false,
  discriminator: true,
}

interface Validate {
  (data: unknown): boolean
  errors?: ValidateFunction['errors']
}

/** `make()` is called at the first use, and never again. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

export const compilersPlugin = fp((app: FastifyInstance, _options: object, done: () => void) => {
  const exact = addFormats(new Ajv(options))
  const fromText = addFormats(new Ajv({ ...options, coerceTypes: 'array' }))
  app.setValidatorCompiler<object>(({ schema, httpPart }) => {
    const compiled = once<ValidateFunction>(() => {
      const ajv = httpPart === 'body' ? exact : fromText
      for (const [id, one] of Object.entries(app.getSchemas()))
        if (!ajv.getSchema(id)) ajv.addSchema(one as object, id)
      return ajv.compile(schema)
    })
    const validate: Validate = (data) => {
      const valid = compiled()(data)
      // Fastify reads the errors off the function that it called
      validate.errors = compiled().errors
      return valid
    }
    return validate
  })
  const build = once(() => serializerSelector()(app.getSchemas(), {}))
  app.setSerializerCompiler<object>(({ httpStatus = 'default', ...route }) => {
    const compiled = once(() => build()({ ...route, httpStatus }))
    return (data) => compiled()(data)
  })
  done()
})
