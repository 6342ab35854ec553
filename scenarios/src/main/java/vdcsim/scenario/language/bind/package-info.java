/**
 * From checked nodes to the models' spec records, through their canonical constructors, which may
 * refuse. The shapes that nodes are held against come from {@link vdcsim.scenario.language.shape}.
 */
package vdcsim.scenario.language.bind;
