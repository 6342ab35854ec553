/**
 * Cases that were measured on Linux: TCP and UDP through a link that is the bottleneck. Each
 * becomes a scenario with the same hosts, queue, delays, losses and flows; its figures are then
 * compared.
 */
package vdcsim.scenario.verify.measured;
