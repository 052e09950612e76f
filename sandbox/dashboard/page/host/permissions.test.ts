import { missingPermission, neededPermissions } from './permissions'

describe('the permissions of a request', () => {
  it.each([
    ['GET', '/v1/customers/cus_1', ['customer_read']],
    ['POST', '/v1/promotion_codes', ['promotion_code_write']],
    ['GET', '/v1/prices?expand[]=data.product', ['plan_read', 'product_read']],
    ['GET', '/v1/refunds', ['charge_read']],
    ['GET', '/v1/user/email', ['user_email_read']],
    ['GET', '/v1/subscriptions?expand[0]=data.latest_invoice', ['subscription_read', 'invoice_read']],
  ])('%s %s', (method, url, needed) => {
    expect(neededPermissions(method, url)).toEqual(needed)
  })

  it('are unknown for a route that is not in the table', () => {
    expect(neededPermissions('GET', '/v1/climate/orders')).toBeNull()
  })

  it('are held, implied or missing', () => {
    expect(missingPermission(['invoice_read'], ['invoice_read'])).toBeUndefined()
    expect(missingPermission(['product_read'], ['payment_intent_read'])).toBeUndefined()
    expect(missingPermission(['coupon_write'], ['coupon_read'])).toBe('coupon_write')
  })
})
