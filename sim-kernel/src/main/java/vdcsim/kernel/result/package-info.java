/**
 * What a run leaves behind: plain records, read by reports and written to files.
 *
 * <p>The tree is {@link vdcsim.kernel.result.Results} &gt; {@link vdcsim.kernel.result.Point} (one
 * per combination of varied values) &gt; {@link vdcsim.kernel.result.Replication} (one per random
 * seed) &gt; {@link vdcsim.kernel.result.Measurement} (one per metric). Nothing here knows a file
 * format, a chart or a model.
 */
package vdcsim.kernel.result;
