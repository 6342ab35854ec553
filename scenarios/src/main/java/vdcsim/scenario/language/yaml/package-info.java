/**
 * From the text of a file to a tree of nodes, each of which knows its place. YAML 1.2, core schema;
 * one document; merge keys; no tags of one's own.
 *
 * <p>Limits: 3 MiB of text, 64 levels, 250 000 values and 8 Mi characters with aliases expanded. A
 * key given twice, a tag or an unknown anchor is told and read past, so that one pass tells more
 * than the first mistake.
 */
package vdcsim.scenario.language.yaml;
