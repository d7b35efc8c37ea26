/**
 * What this process takes for now where a rule, a person or a stored row is meant (docs/decisions/0008-one-clock.md): the
 * machine's clock, which a development database may have moved. Leases, back-offs, rates and tokens stay on the machine's.
 */
export class Clock {
  /** Milliseconds that the product's clock is ahead of the machine's; 0 wherever real people are served. */
  aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }
}
