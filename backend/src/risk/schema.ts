import { Type, type Static } from 'typebox'
import { Coverage } from '../analytics/schema'
import { DaySchema, Money, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { RISK_SENTENCES, type RiskFactor } from '../metrics'

export const RiskQuery = object({
  ...PageQuery,
  show: oneOf(['predicted', 'certain'], {
    description:
      'Customers that may leave; or those whose subscriptions are all set to end: that is certain, and no prediction (Q1)',
    default: 'predicted',
  }),
})
export type RiskQuery = Static<typeof RiskQuery>

const basisPoints = (description: string) => Type.Integer({ description: `${description}, basis points` })

export const CustomerRisk = object(
  {
    id: Type.String({ description: 'Cursor of the list' }),
    object: Type.Literal('customer_risk'),
    customer: Type.String({ description: "Stripe's id" }),
    mrr: Money('MRR in the reporting currency'),
    money_at_risk: Money('MRR times probability; all of it where the end is certain'),
    probability_bp: nullable(basisPoints('That MRR is 0 within 30 days; null where the end is certain')),
    score: nullable(Type.Integer({ description: 'The same from 0 to 100' })),
    band: nullable(
      oneOf(['low', 'medium', 'high'], { description: 'Below 10 %, below 30 %, and from there' }),
    ),
    reasons: Type.Array(
      object({
        factor: oneOf(Object.keys(RISK_SENTENCES) as RiskFactor[]),
        sentence: Type.String({ description: 'In words' }),
      }),
      { description: 'Up to three that raise the probability most, strongest first (Q2)' },
    ),
    ends: nullable(DaySchema('By then all subscriptions are set to end')),
    computed: Timestamp('When'),
  },
  { $id: 'CustomerRisk' },
)
export type CustomerRisk = Static<typeof CustomerRisk>

const Sums = (of: string) =>
  object({
    customers: Type.Integer({ description: of }),
    mrr: Money('Their MRR'),
    money_at_risk: Money('What of it is expected to be lost within 30 days'),
  })

export const CustomerRiskList = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean({ description: 'Whether a further page lies in the direction read' }),
    data: Type.Array(
      object({
        ...CustomerRisk.properties,
        customer_name: nullable(
          Type.String({ description: 'Name or e-mail address; only for those who may read customers' }),
        ),
      }),
      { description: 'Most money at risk first' },
    ),
    ...Coverage,
    computed: nullable(Timestamp('When; null before the first daily run')),
    totals: object({
      high: Sums('From 30 % on'),
      medium: Sums('From 10 % on'),
      low: Sums('Below 10 %'),
      certain: Sums('All subscriptions are set to end'),
    }),
    model: nullable(
      oneOf(['scorecard', 'fitted'], {
        description:
          "Fixed weights, or those of a regression on the account's own history, where it ranks better (Q4)",
      }),
    ),
    quality: nullable(
      object({
        customers: Type.Integer({
          description: 'Observations held out: the latest, from which nothing was learnt',
        }),
        churned: Type.Integer({ description: 'Those with MRR 0 within 30 days' }),
        from: Timestamp('The first of them'),
        to: Timestamp('The last'),
        auc_bp: nullable(basisPoints('How often who left ranks above who stayed; by chance 5000')),
        scorecard_auc_bp: nullable(basisPoints('The same of the fixed weights')),
        fitted_auc_bp: nullable(basisPoints('The same of the regression; null below 200 who left')),
        top_tenth_lift_bp: nullable(basisPoints('Churn in the tenth ranked highest, of that of all')),
        calibration: Type.Array(
          object({
            customers: Type.Integer({ description: 'About a tenth' }),
            expected_bp: basisPoints('Mean probability'),
            actual_bp: basisPoints('Share that left'),
          }),
          { description: 'By probability, lowest first' },
        ),
      }),
    ),
  },
  {
    $id: 'CustomerRiskList',
    description: 'Where `quality` is null there is not enough data to tell it (Q4)',
  },
)
export type CustomerRiskList = Static<typeof CustomerRiskList>
