import type { Random } from '../engine/random'
import type { NewCustomer } from '../domain/customers'
import type { NewCard } from '../domain/payment-methods'
import type { Currency } from './offers'

type Words = readonly [string, ...string[]]

const FIRST: Words = [
  'Ada', 'Alma', 'Amir', 'Anika', 'Arjun', 'Bea', 'Bruno', 'Carla', 'Chiara', 'Daichi', 'Dana', 'Diego', 'Elena',
  'Emeka', 'Farah', 'Felix', 'Greta', 'Hana', 'Hugo', 'Ines', 'Isaac', 'Jonas', 'Keiko', 'Lena', 'Liam', 'Lucia',
  'Mara', 'Marek', 'Mei', 'Mina', 'Nadia', 'Noah', 'Olga', 'Omar', 'Paula', 'Priya', 'Rafael', 'Rosa', 'Sana',
  'Simon', 'Sofia', 'Tara', 'Theo', 'Tomas', 'Uma', 'Victor', 'Wren', 'Yuki', 'Yusuf', 'Zoe',
] // prettier-ignore
const LAST: Words = [
  'Abe', 'Almeida', 'Andersen', 'Baker', 'Bianchi', 'Brandt', 'Castillo', 'Chen', 'Costa', 'Dubois', 'Eriksen',
  'Fischer', 'Garcia', 'Haddad', 'Hughes', 'Ito', 'Jansen', 'Kaya', 'Kimura', 'Kovacs', 'Lind', 'Lopez', 'Meyer',
  'Mori', 'Nakamura', 'Novak', 'Okafor', 'Olsen', 'Park', 'Patel', 'Pereira', 'Ricci', 'Rossi', 'Sato', 'Schmidt',
  'Silva', 'Singh', 'Stone', 'Tanaka', 'Walker', 'Weber', 'Wong', 'Yilmaz', 'Zhang',
] // prettier-ignore
const FIRM: Words = [
  'Amber', 'Atlas', 'Beacon', 'Birch', 'Bright', 'Canyon', 'Cedar', 'Clear', 'Cobalt', 'Coral', 'Delta', 'Ember',
  'Fern', 'Granite', 'Harbor', 'Hazel', 'Indigo', 'Juniper', 'Kestrel', 'Lantern', 'Maple', 'Meridian', 'Nimbus',
  'North', 'Oak', 'Onyx', 'Orchard', 'Pine', 'Quartz', 'River', 'Saffron', 'Sierra', 'Silver', 'Slate', 'Summit',
  'Tidal', 'Umber', 'Vista', 'Willow', 'Zephyr',
] // prettier-ignore
const TRADE: Words = [
  'Analytics', 'Bakery', 'Books', 'Clinic', 'Design', 'Foods', 'Freight', 'Games', 'Garden', 'Goods', 'Health',
  'Interiors', 'Labs', 'Legal', 'Logistics', 'Media', 'Motors', 'Outdoors', 'Partners', 'Robotics', 'Software',
  'Studio', 'Supply', 'Systems', 'Travel', 'Works',
] // prettier-ignore

interface Place {
  country: string
  cities: Words
  locale: string
}

const PLACES: Record<Currency, readonly (readonly [Place, number])[]> = {
  usd: [
    [
      {
        country: 'US',
        cities: ['Austin', 'Boston', 'Chicago', 'Denver', 'Portland', 'Seattle'],
        locale: 'en',
      },
      74,
    ],
    [{ country: 'CA', cities: ['Toronto', 'Montreal', 'Vancouver'], locale: 'en' }, 9],
    [{ country: 'GB', cities: ['London', 'Leeds', 'Bristol'], locale: 'en-GB' }, 8],
    [{ country: 'AU', cities: ['Sydney', 'Melbourne', 'Perth'], locale: 'en' }, 5],
    [{ country: 'BR', cities: ['Recife', 'Curitiba'], locale: 'pt-BR' }, 4],
  ],
  eur: [
    [{ country: 'DE', cities: ['Berlin', 'Hamburg', 'Leipzig', 'Munich'], locale: 'de' }, 38],
    [{ country: 'FR', cities: ['Lyon', 'Nantes', 'Paris'], locale: 'fr' }, 24],
    [{ country: 'ES', cities: ['Madrid', 'Sevilla', 'Valencia'], locale: 'es' }, 14],
    [{ country: 'IT', cities: ['Bologna', 'Milano', 'Torino'], locale: 'it' }, 12],
    [{ country: 'NL', cities: ['Amsterdam', 'Utrecht'], locale: 'nl' }, 12],
  ],
  jpy: [[{ country: 'JP', cities: ['Fukuoka', 'Kyoto', 'Osaka', 'Sapporo', 'Tokyo'], locale: 'ja' }, 1]],
}

const CARDS: readonly (readonly [readonly [string, string], number])[] = [
  [['visa', '4242'], 46],
  [['mastercard', '4444'], 32],
  [['amex', '0005'], 12],
  [['visa', '1881'], 6],
  [['jcb', '0505'], 4],
]

const CHANNELS: readonly (readonly [string, number])[] = [
  ['organic', 44],
  ['search_ads', 22],
  ['referral', 18],
  ['partner', 10],
  ['conference', 6],
]

/** A plausible customer; names are made of lists, addresses for mail end in example.com or example.org. */
export function inventCustomer(random: Random, currency: Currency, number: number): NewCustomer {
  const firm = `${random.pick(FIRM)} ${random.pick(TRADE)}`
  const first = random.pick(FIRST)
  const last = random.pick(LAST)
  const fallback = PLACES[currency][0]?.[0] ?? { country: 'US', cities: ['Austin'] as const, locale: 'en' }
  const place = random.weighted(PLACES[currency], fallback)
  const business = random.chance(0.7)
  const domain = random.chance(0.8) ? 'example.com' : 'example.org'
  return {
    name: business ? firm : `${first} ${last}`,
    email: `${first}.${last}.${number}@${domain}`.toLowerCase(),
    description: business ? `${first} ${last}, ${firm}` : null,
    address: {
      city: random.pick(place.cities),
      country: place.country,
      line1: `${random.integer(1, 240)} ${random.pick(LAST)} Street`,
      line2: null,
      postal_code: String(random.integer(10_000, 99_999)),
      state: null,
    },
    preferred_locales: [place.locale],
    metadata: { channel: random.weighted(CHANNELS, 'organic') },
  }
}

/** A card of the customer's country. */
export function inventCard(random: Random, country: string, year: number): NewCard {
  const [brand, last4] = random.weighted(CARDS, ['visa', '4242'])
  return { brand, last4, country, expYear: year + random.integer(1, 5) }
}
