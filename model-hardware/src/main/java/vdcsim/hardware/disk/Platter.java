package vdcsim.hardware.disk;

/**
 * Where bytes are on a platter: zones of equal width, each with as many bytes on a track as its
 * rate gives; addresses run from the outermost track inwards.
 */
final class Platter {
  private static final int ZONES = 16;

  /** The mean of the root of the distance of two random places (Ruemmler and Wilkes 1994: root). */
  private static final double MEAN_ROOT = 8.0 / 15;

  private final long revolutionNs;
  private final double trackToTrackNs;
  private final double rootNs;
  private final double[] zoneRate = new double[ZONES];
  private final double[] zoneStart = new double[ZONES + 1];

  /** A platter that holds so many bytes. */
  Platter(long bytes, MechanicsSpec spec) {
    this.revolutionNs = spec.revolutionNs();
    this.trackToTrackNs = spec.trackToTrack().toNanos();
    this.rootNs = (spec.seek().toNanos() - trackToTrackNs) / MEAN_ROOT;
    double outer = spec.rate().bitsPerSecond() / 8e9;
    double all = 0;
    for (int zone = 0; zone < ZONES; zone++) {
      double inwards = (zone + 0.5) / ZONES;
      zoneRate[zone] = outer * (1 - inwards * (1 - spec.inner().value()));
      all += zoneRate[zone];
    }
    for (int zone = 0; zone < ZONES; zone++) {
      zoneStart[zone + 1] = zoneStart[zone] + bytes * zoneRate[zone] / all;
    }
  }

  private int zone(long offset) {
    int zone = 0;
    while (zone < ZONES - 1 && offset >= zoneStart[zone + 1]) {
      zone++;
    }
    return zone;
  }

  /** How far inwards a byte is, from 0 to 1. */
  double cylinder(long offset) {
    int zone = zone(offset);
    double share = (offset - zoneStart[zone]) / (zoneStart[zone + 1] - zoneStart[zone]);
    return (zone + Math.min(1, share)) / ZONES;
  }

  /** A seek between two cylinders; none within one. */
  long seekNs(double from, double to) {
    double distance = Math.abs(from - to);
    return distance == 0 ? 0 : (long) (trackToTrackNs + rootNs * StrictMath.sqrt(distance));
  }

  /** How long a byte takes from {@code atNs} until it comes under the head. */
  long rotationNs(long offset, long atNs) {
    int zone = zone(offset);
    double turns = (offset - zoneStart[zone]) / (zoneRate[zone] * revolutionNs);
    long angleNs = (long) ((turns - StrictMath.floor(turns)) * revolutionNs);
    return Math.floorMod(angleNs - atNs, revolutionNs);
  }

  /** How long bytes pass under the head; skew makes tracks follow each other without a gap. */
  long transferNs(long offset, long bytes) {
    return (long) (bytes / zoneRate[zone(offset)]);
  }
}
