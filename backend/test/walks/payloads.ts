/** What an attacker writes into a field: one of each class for the suite, all of them for `npm run soak -- hostile`. */

/** Operators of MongoDB in place of a value. Source: mongodb.com/docs/manual/reference/operator. */
const OPERATORS = [
  '$gt',
  '$where',
  '$ne',
  '$regex',
  '$expr',
  '$function',
  '$accumulator',
  '$in',
  '$nin',
  '$gte',
  '$lt',
  '$lte',
  '$exists',
  '$type',
  '$mod',
  '$not',
  '$or',
  '$and',
  '$nor',
  '$all',
  '$elemMatch',
  '$size',
  '$text',
  '$jsonSchema',
  '$comment',
  '$set',
  '$unset',
  '$inc',
  '$rename',
  '$push',
  '$out',
  '$merge',
  '$lookup',
  '$unionWith',
  '$$ROOT',
  '$db',
  '$oid',
]

const json = (text: string): object => JSON.parse(text) as object

/** That are no text: operators, lists, and keys that reach into prototypes. */
const SHAPES_OF_EACH_CLASS: object[] = [
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $ne: null },
  [{ $ne: null }],
  { constructor: { prototype: { admin: true } } },
  json('{"__proto__":{"admin":true}}'),
]
/** Texts that mean something to somebody downstream. */
const TEXTS_OF_EACH_CLASS = [
  '{"$gt":""}',
  '$where',
  "'; return true; //",
  '\u0000',
  '../../etc/passwd',
  '__proto__',
  'a'.repeat(100_000),
]

/** Whether all are asked for. */
export const whole = process.env['SOAK_RUNS'] !== undefined

const SHAPES: object[] = whole
  ? [
      ...SHAPES_OF_EACH_CLASS,
      ...OPERATORS.flatMap((operator) => [
        { [operator]: 1 },
        { [operator]: [{ [operator]: '' }] },
        { nested: { [operator]: 'x' } },
      ]),
      { 'dotted.key': 1 },
      { '': 1 },
      [[]],
      [null],
      [json('{"__proto__":[]}')],
      json('{"constructor":{"name":"x"}}'),
      json('{"toString":"x","valueOf":"x","hasOwnProperty":1}'),
    ]
  : SHAPES_OF_EACH_CLASS

const TEXTS: string[] = whole
  ? [
      ...TEXTS_OF_EACH_CLASS,
      ...OPERATORS,
      "' || '1'=='1",
      '"; sleep(1000); var x="',
      '(function(){return true})()',
      '\u2028',
      '%00',
      '%2e%2e%2f',
      'file:///etc/passwd',
      'http://169.254.169.254/',
      '=1+1',
      '@SUM(1)',
      '<script>alert(1)</script>',
      '{{7*7}}',
      '${7*7}',
      '(a+)+$',
      `${'a'.repeat(50_000)}!`,
      'constructor.prototype',
      'true',
      'null',
      '-1',
      '1e309',
      '9'.repeat(400),
      '\r\nSet-Cookie: a=b',
      '\u202etxt.exe',
    ]
  : TEXTS_OF_EACH_CLASS

/** How many one field is tried with in the suite; the next field gets the next ones, so that each meets many fields. */
const FOR_EACH_FIELD = 2

function inTurn<T>(all: readonly T[]): () => T[] {
  let next = 0
  return () =>
    whole
      ? [...all]
      : Array.from({ length: FOR_EACH_FIELD }, () => next++ % all.length).flatMap((index) =>
          all.slice(index, index + 1),
        )
}

export const shapesForField = inTurn(SHAPES)
export const textsForField = inTurn(TEXTS)
