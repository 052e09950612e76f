import type { Metadata } from './customers'

export interface TaxRateRecord {
  id: string
  created: number
  active: boolean
  country: string | null
  description: string | null
  display_name: string
  inclusive: boolean
  jurisdiction: string | null
  metadata: Metadata
  percentage: number
  state: string | null
  tax_type: string | null
}
