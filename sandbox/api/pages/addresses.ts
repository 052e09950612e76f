/** Where the stand-in's own pages are: what Stripe hosts for a platform and its customers. */
export const ACCOUNT_LINK_PAGE = '/setup'
