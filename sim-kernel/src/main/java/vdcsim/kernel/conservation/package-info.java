/**
 * Nothing is lost silently: a model registers balances, as "what was sent was received, was dropped
 * or is in flight", and every test run and the runner hold them at the end.
 */
package vdcsim.kernel.conservation;
