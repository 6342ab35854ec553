package vdcsim.network.bgp.rib;

/**
 * The choices that a configuration has.
 *
 * @param compareRouterId whether the router id decides between external paths, not age
 * @param alwaysCompareMed whether MEDs of different neighbour systems are compared
 * @param deterministicMed whether paths of one neighbour system are compared first
 * @param multipathRelax whether equally long AS paths may differ in what they say
 * @param maxPaths how many equal paths are used, from 1
 */
public record DecisionSettings(
    boolean compareRouterId,
    boolean alwaysCompareMed,
    boolean deterministicMed,
    boolean multipathRelax,
    int maxPaths) {}
