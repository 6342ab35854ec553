/**
 * The workloads {@code transfer} and {@code transfers}: data that is to get from host to host.
 *
 * <h2>Modelled</h2>
 *
 * Transfers that begin at an instant, or one after the other at random times; sizes by a
 * distribution; between two hosts, or by a pattern among many: from each to each other, random
 * pairs, or a permutation, in which each host sends to one and receives from one. When they are
 * complete, what they had of the network, and how often they had no way.
 *
 * <h2>Left out</h2>
 *
 * Reading and writing at the ends. Transfers that wait for each other.
 *
 * <h2>Source</h2>
 *
 * M. Al-Fares et al.: Hedera, NSDI 2010, 6.1 (patterns); S. Sattolo: An algorithm to generate a
 * random cyclic permutation, 1986.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {copy: {type: transfer, from: h1, to: h2, size: 1 GB}}}; library scenario
 * {@code flows-max-min}.
 */
package vdcsim.network.transfer;
