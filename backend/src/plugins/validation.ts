/** Schemas as they are written: bodies by their types, query and path from their text. Unknown fields are refused. */
import Ajv, { type Options } from 'ajv'
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

export const validationPlugin = fp((app: FastifyInstance, _options: object, done: () => void) => {
  const exact = addFormats(new Ajv(options))
  const fromText = addFormats(new Ajv({ ...options, coerceTypes: 'array' }))
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const ajv = httpPart === 'body' ? exact : fromText
    for (const [id, one] of Object.entries(app.getSchemas()))
      if (!ajv.getSchema(id)) ajv.addSchema(one as object, id)
    return ajv.compile(schema as object)
  })
  done()
})
