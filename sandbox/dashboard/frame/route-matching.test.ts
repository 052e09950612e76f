import { fillPattern, matchRoute, patternFault } from './route-matching'

const ROUTES = {
  tabs: '/:tab?/:tier?',
  member: '/members/:id',
  newMember: '/members/new',
  files: '/files/*',
  root: '/',
}

describe('matching a path', () => {
  it.each([
    ['/', 'root', {}],
    ['/overview', 'tabs', { tab: 'overview' }],
    ['/overview/gold', 'tabs', { tab: 'overview', tier: 'gold' }],
    ['/members/7', 'member', { id: '7' }],
    ['/members/new', 'newMember', {}],
    ['/members/a%20b', 'member', { id: 'a b' }],
    ['/files/a/b', 'files', { '*': 'a/b' }],
  ])('%s goes to %s', (href, key, params) => {
    expect(matchRoute(ROUTES, href)).toEqual({ key, params })
  })

  it('finds nothing where nothing fits', () => {
    expect(matchRoute({ only: '/a/:id' }, '/a')).toBeNull()
    expect(matchRoute(ROUTES, '/one/two/three')).toBeNull()
  })
})

describe('filling a pattern', () => {
  it('puts parameters in and leaves optional ones out', () => {
    expect(fillPattern('/members/:id/:tab?', { id: '7' })).toEqual(['members', '7'])
    expect(fillPattern('/files/*', { '*': 'a/b' })).toEqual(['files', 'a', 'b'])
  })

  it('refuses to leave a required one out', () => {
    expect(() => fillPattern('/members/:id')).toThrow(/needs the parameter id/)
  })

  it('names a pattern that cannot be used', () => {
    expect(patternFault('members')).toMatch(/must start with/)
    expect(patternFault('/a//b')).toMatch(/empty segment/)
    expect(patternFault('/a/b')).toBeNull()
  })
})
