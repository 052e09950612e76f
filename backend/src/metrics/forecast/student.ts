/**
 * The 90th percentile of Student's t with a whole number of degrees of freedom (at least 1): half the width of an
 * 80 % interval in standard errors. From the closed form of the distribution in the angle atan(t / sqrt(df))
 * (Abramowitz and Stegun 26.7.3 and 26.7.4), which rises with the angle, so halving finds it.
 */
export function t90(df: number): number {
  let low = 0
  let high = Math.PI / 2
  for (let halving = 0; halving < 60; halving += 1) {
    const angle = (low + high) / 2
    if (within(angle, df) < 0.8) low = angle
    else high = angle
  }
  return Math.sqrt(df) * Math.tan(low)
}

/** The share of the distribution within the angle to both sides. */
function within(angle: number, df: number): number {
  const odd = df % 2 === 1
  const cos = Math.cos(angle)
  let term = odd ? cos : 1
  let sum = 0
  for (let k = odd ? 2 : 1; k < df; k += 2) {
    sum += term
    term *= (k / (k + 1)) * cos * cos
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}
