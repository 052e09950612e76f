/** Own line drawings for the SDK's icon names that this app and the page use; any other shows a letter. */
const PATHS: Record<string, string> = {
  add: 'M8 3v10M3 8h10',
  arrowDown: 'M8 3v10M4 9l4 4 4-4',
  arrowLeft: 'M13 8H3M7 4L3 8l4 4',
  arrowRight: 'M3 8h10M9 4l4 4-4 4',
  arrowUp: 'M8 13V3M4 7l4-4 4 4',
  balance: 'M8 2.5v10.5M5 13h6M3 4.5h10M3 4.5L1.5 9h3zM13 4.5L11.5 9h3z',
  billing: 'M3 2.5h7l3 3v8H3zM5.5 7.5h5M5.5 10.5h5',
  calendar: 'M3 4h10v9H3zM3 7h10M6 2v3M10 2v3',
  cancel: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  checkCircle: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM5.3 8.2l2 2 3.5-4',
  chevronDown: 'M4 6l4 4 4-4',
  chevronLeft: 'M10 4L6 8l4 4',
  chevronRight: 'M6 4l4 4-4 4',
  chevronUp: 'M4 10l4-4 4 4',
  circle: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8z',
  clock: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.5V8l2.3 1.6',
  coupon: 'M2.5 5h11v2a1.2 1.2 0 000 2.4V11h-11V9.4a1.2 1.2 0 000-2.4zM9 5v6',
  customers:
    'M6 7.5a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4zM2 13c0-2.4 1.8-3.8 4-3.8s4 1.4 4 3.8M10.5 3.4a2.2 2.2 0 010 4M11.6 9.4c1.5.4 2.4 1.7 2.4 3.6',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2z',
  external: 'M6 4H3.5v8.5H12V10M9 3h4v4M13 3L7.5 8.5',
  growth: 'M2.5 11.5l4-4 2.5 2.5 4.5-5M10 5h3.5v3.5',
  home: 'M2.5 7.5L8 3l5.5 4.5M4 6.8V13h8V6.8',
  info: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.2V11M8 4.9v.2',
  insight: 'M3 13V9M6.5 13V6M10 13V8M13.5 13V3',
  invoice: 'M3.5 2.5h9v11l-2.2-1.5L8 13.5 5.7 12l-2.2 1.5zM6 6h4M6 9h4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  more: 'M3 8a.5.5 0 101 0 .5.5 0 00-1 0M7.5 8a.5.5 0 101 0 .5.5 0 00-1 0M12 8a.5.5 0 101 0 .5.5 0 00-1 0',
  overflow:
    'M3 8a.5.5 0 101 0 .5.5 0 00-1 0M7.5 8a.5.5 0 101 0 .5.5 0 00-1 0M12 8a.5.5 0 101 0 .5.5 0 00-1 0',
  payments: 'M2 4h12v8H2zM2 6.8h12',
  products: 'M8 2l5.5 3v6L8 14l-5.5-3V5zM2.5 5L8 8l5.5-3M8 8v6',
  refresh: 'M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3',
  search: 'M7 3a4 4 0 100 8 4 4 0 000-8zM10 10l3.5 3.5',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3',
  tag: 'M3 3h5l5.5 5.5-5 5L3 8zM5.6 5.6h.1',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.1',
  warningCircle: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.8v4M8 10.8v.1',
}

const ALIASES: Record<string, string> = {
  barChart: 'insight',
  cross: 'cancel',
  recurring: 'refresh',
  checkmark: 'check',
  accept: 'check',
  barGraph: 'insight',
  reporting: 'insight',
  delete: 'trash',
  help: 'info',
  more: 'overflow',
  payment: 'payments',
  card: 'payments',
  product: 'products',
  person: 'customers',
  customer: 'customers',
  subscription: 'refresh',
  refund: 'arrowLeft',
  document: 'billing',
  moreCircle: 'overflow',
}

/** A name without a drawing shows its first letter. */
function Letter({ name }: { name: string }) {
  return (
    <text x="8" y="11.5" textAnchor="middle" fontSize="10" fontWeight="700" fill="currentColor">
      {name.slice(0, 1).toUpperCase()}
    </text>
  )
}

export function Glyph({ name, size = 16 }: { name: string; size?: number }) {
  const path = PATHS[ALIASES[name] ?? name]
  return (
    <svg
      className="ui-glyph"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-icon={name}
    >
      {path ? (
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : (
        <Letter name={name} />
      )}
    </svg>
  )
}
