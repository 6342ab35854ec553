package vdcsim.scenario.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vdcsim.scenario.language.yaml.Node;

/**
 * A scenario's canonical form: its values without comments, layout and places, overrides carried
 * out. Two files of one form are the same scenario.
 */
final class Canonical {
  private Canonical() {}

  static String sha256(Node root) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] text = form(root).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Each text carries its length, so that no two trees have one form. */
  private static String form(Node node) {
    StringBuilder form = new StringBuilder();
    if (node instanceof Node.Scalar scalar) {
      return scalar.isNull() ? "~" : text(scalar.text());
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> form.append(form(item)).append(','));
      return "[" + form + "]";
    }
    for (Node.Entry entry : ((Node.Mapping) node).entries()) {
      form.append(text(entry.key())).append(':').append(form(entry.value())).append(',');
    }
    return "{" + form + "}";
  }

  private static String text(String text) {
    return text.length() + "\"" + text + "\"";
  }
}
