/**
 * What a scenario may hold, as one tree of shapes, read from the models' records and their {@code
 * Key} annotations. The binder, {@code check}, {@code explain}, the JSON Schema and the language
 * reference all read this tree, and nothing else.
 */
package vdcsim.scenario.language.shape;
