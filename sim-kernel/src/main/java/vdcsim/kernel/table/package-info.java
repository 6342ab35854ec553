/** Tables of a run: what stands in the world when it ends, for people to look at. */
package vdcsim.kernel.table;
