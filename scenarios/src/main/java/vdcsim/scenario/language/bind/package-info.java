/** From checked nodes to the models' spec records. */
package vdcsim.scenario.language.bind;
