/**
 * From the text of a file to a tree of nodes, each of which knows its place. YAML 1.2, core schema;
 * one document; no tags of one's own; limits on size, depth and aliases.
 */
package vdcsim.scenario.language.yaml;
