/**
 * Verification: how far the simulator is off what real systems did.
 *
 * <p>A golden case records a network, what happened to it, and what a real implementation did. Each
 * becomes a scenario, which is read and run as any other; then every recorded entry is compared,
 * and every measured time is held within its tolerance. {@code docs/validation.md} says what comes
 * out.
 */
package vdcsim.scenario.verify;
