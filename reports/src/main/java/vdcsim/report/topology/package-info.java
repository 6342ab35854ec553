/**
 * Draws the world as a graph: switches in layers, hosts beside them, cables as lines whose style
 * shows their state. The picture depends only on the graph, never on chance.
 *
 * <p>The layout is that of Sugiyama, Tagawa and Toda (1981) with breadth-first layers: order within
 * a layer by barycentres, then places by least squares under that order. Lines that would cross a
 * device are bent around it.
 */
package vdcsim.report.topology;
