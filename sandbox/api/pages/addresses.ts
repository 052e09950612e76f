/** Where the stand-in's own pages are: what Stripe hosts for a platform and its customers. */
export const ACCOUNT_LINK_PAGE = '/setup'
export const INVOICE_PAGE = '/invoices'
export const CREDIT_NOTE_PAGE = '/credit_notes'
export const AUTHENTICATION_PAGE = '/authenticate'
export const FILE_LINK_PAGE = '/links'
export const PORTAL_PAGE = '/portal'
