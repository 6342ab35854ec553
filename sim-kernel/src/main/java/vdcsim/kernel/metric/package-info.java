/**
 * What models measure. A model asks {@link vdcsim.kernel.metric.Metrics} for an instrument by name,
 * once, and feeds it; the runner reads all instruments at the end. A model knows no report.
 */
package vdcsim.kernel.metric;
