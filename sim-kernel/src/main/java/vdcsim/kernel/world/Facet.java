package vdcsim.kernel.world;

/**
 * A key that a higher module adds to the things of a section, as {@code hypervisor} to hosts.
 *
 * @param section the section's name
 * @param key the key that it adds
 * @param doc what it means, in one sentence
 * @param spec the record that stands there
 * @param maker runs after the thing itself was made, with the thing's name
 */
public record Facet<S extends Record>(
    String section, String key, String doc, Class<S> spec, Kind.Maker<S> maker) {}
