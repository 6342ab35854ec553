/**
 * The scenario language as a JSON Schema (draft 2020-12), for editors and other programs. It is
 * written from the shapes that the parser reads, so the two cannot disagree about a key.
 *
 * <p>What {@code check} accepts, the schema accepts, with one exception: {@code "true"} in quotes.
 * The schema refuses unknown keys, wrong types, missing units, words that are none of those allowed
 * and missing keys; what needs arithmetic or other parts of the file, as a name that leads nowhere,
 * only {@code check} sees. A key that {@code like:}, {@code vary:} or a range may supply is not
 * missed.
 *
 * <p>Editors with the YAML language server read the schema's file from a scenario's first line:
 * {@code # yaml-language-server: $schema=vdcsim.schema.json}.
 */
package vdcsim.scenario.schema;
