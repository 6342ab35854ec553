/**
 * Data-centre fabrics: many ordinary hosts, routers and cables, made from a few numbers.
 *
 * <h2>Modelled</h2>
 *
 * A k-ary fat tree and a leaf-spine fabric, routed at every hop: each cable is a network of two
 * addresses, hosts have their edge router as gateway, routes are static: upward over all equal
 * ways, downward to the networks below. What is made are hosts, routers and links as a scenario
 * would write them, so that everything that can be said of such by name can be said of these:
 * workloads, {@code fail}, metrics.
 *
 * <h2>Left out</h2>
 *
 * A routing protocol: where a cable between routers fails, its two ends route around it, those that
 * are farther away do not know. Switched fabrics.
 *
 * <h2>Source</h2>
 *
 * M. Al-Fares, A. Loukissas, A. Vahdat: A scalable, commodity data center network architecture,
 * SIGCOMM 2008 (fat tree: pods, addresses by pod and edge); RFC 7938, 4 (leaf and spine); RFC 3021
 * (networks of two addresses).
 *
 * <h2>Example</h2>
 *
 * {@code fabrics: {dc: {type: fat-tree, k: 4}}}; library scenario {@code fat-tree-shuffle}.
 */
package vdcsim.network.fabric;
