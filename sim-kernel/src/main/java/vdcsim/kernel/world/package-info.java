/**
 * How specs become a world. A module lists in its {@link vdcsim.kernel.world.Catalog} what a
 * scenario can name; the world is built in two passes: every {@link vdcsim.kernel.world.Kind} makes
 * its named things, then each thing's {@link vdcsim.kernel.world.Wiring} connects it to others by
 * name.
 */
package vdcsim.kernel.world;
