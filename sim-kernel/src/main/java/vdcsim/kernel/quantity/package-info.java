/**
 * Quantities that carry their unit: what stands in specs. Inside a model a name says the unit, as
 * {@code delayNs}. A length of time is a {@link java.time.Duration}.
 */
package vdcsim.kernel.quantity;
