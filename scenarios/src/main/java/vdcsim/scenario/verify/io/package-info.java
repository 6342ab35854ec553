/**
 * Published figures of disks and network cards, each of which becomes a run. Parameters and
 * predictions are told apart. A further group of rows is a further class of {@code Rows}.
 */
package vdcsim.scenario.verify.io;
