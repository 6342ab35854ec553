/**
 * Published costs of CPU techniques. A row becomes a scenario with two guests that run the same
 * program, one twice as often, so that what they differ by is the cost of a repetition without any
 * start; or it is a parameter, which is looked up. Each figure says which it is: an input of the
 * model, one that a count of a program was calibrated on, or a prediction. Only predictions test.
 */
package vdcsim.scenario.verify.cpu;
