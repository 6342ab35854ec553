/**
 * The cases of switched networks: from a golden case to a scenario, from its run to entries.
 *
 * <p>A case becomes the text of a scenario ({@link
 * vdcsim.scenario.verify.network.NetworkScenario}), which is read, built and run as any other. What
 * the run shows is asked state by state, as soon as the network has settled from each event.
 */
package vdcsim.scenario.verify.network;
