import { addressOf, readAddress, type Place } from './addresses'

const APP = 'com.example.revenue-desk'

describe('an address', () => {
  it.each<[Place, string]>([
    [{ page: 'home' }, '/acct_1/dashboard'],
    [{ page: 'customers' }, '/acct_1/customers'],
    [{ page: 'customer', customerId: 'cus_1' }, '/acct_1/customers/cus_1'],
    [{ page: 'settings' }, `/acct_1/settings/apps/${APP}`],
    [{ page: 'app', place: { href: '/', searchParams: {} } }, `/acct_1/app/${APP}`],
    [
      { page: 'app', place: { href: '/overview', searchParams: { range: 'last_30_days' } } },
      `/acct_1/app/${APP}/overview?app[range]=last_30_days`,
    ],
    [
      { page: 'app', place: { href: '/a', searchParams: { list: ['x', 'y'], nested: { deep: 'a&b' } } } },
      `/acct_1/app/${APP}/a?app[list][]=x&app[list][]=y&app[nested][deep]=a%26b`,
    ],
  ])('of %j is %s, and reads back the same', (place, address) => {
    expect(addressOf(place, 'acct_1', APP)).toBe(address)
    const url = new URL(address, 'http://localhost')
    expect(readAddress(url.pathname, url.search)).toEqual({ accountId: 'acct_1', place })
  })

  it('without a page is home', () => {
    expect(readAddress('/', '')).toEqual({ accountId: null, place: { page: 'home' } })
  })

  it('leaves parameters of others alone', () => {
    const { place } = readAddress(`/acct_1/app/${APP}/overview`, '?utm=x&app[range]=y')
    expect(place).toEqual({ page: 'app', place: { href: '/overview', searchParams: { range: 'y' } } })
  })
})
