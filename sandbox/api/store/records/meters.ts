export interface MeterRecord {
  id: string
  created: number
  updated: number
  display_name: string
  event_name: string
  formula: 'sum' | 'count' | 'last'
  customer_key: string
  value_key: string
  event_time_window: 'day' | 'hour' | null
  status: 'active' | 'inactive'
  deactivated_at: number | null
}

export interface MeterEventRecord {
  id: string
  /** When it was told; `timestamp` is when it happened. */
  created: number
  timestamp: number
  event_name: string
  identifier: string
  customer: string
  value: number
  payload: Record<string, string>
}
