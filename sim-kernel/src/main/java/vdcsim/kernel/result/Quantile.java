package vdcsim.kernel.result;

/** The share of observations, from 0 to 1, that do not exceed a value. */
public record Quantile(double value, double share) {}
