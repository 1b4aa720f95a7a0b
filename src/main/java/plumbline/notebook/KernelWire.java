package plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as frames: identities, a delimiter, the signature, then header, parent header, metadata
 * and content as JSON. The signature is the HMAC-SHA256 of these four, in hexadecimal digits.
 */
final class KernelWire {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int PARTS = 4;

  private final byte[] key;

  /**
   * @param key of the HMAC; an empty one switches signatures off
   */
  KernelWire(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  List<byte[]> encode(KernelMessage message) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    for (JsonNode part :
        List.of(message.header(), message.parent(), message.metadata(), message.content())) {
      parts.add(KernelMessage.JSON.writeValueAsBytes(part));
    }
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signature(parts));
    frames.addAll(parts);
    return frames;
  }

  /**
   * The message of these frames; binary buffers after it are left out.
   *
   * @throws NotebookException if it is not signed with the key, or is no message
   */
  KernelMessage decode(List<byte[]> frames) {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (frames.size() < at + 2 + PARTS) {
      throw new NotebookException(
          "%d frames, %d after the delimiter: a message has a signature and 4 parts there"
              .formatted(frames.size(), Math.max(0, frames.size() - at - 1)));
    }
    List<byte[]> parts = frames.subList(at + 2, at + 2 + PARTS);
    // in a time that does not depend on how much of it is right
    if (!MessageDigest.isEqual(signature(parts), frames.get(at + 1))) {
      throw new NotebookException("the signature is not that of the connection file's key");
    }
    return new KernelMessage(
        frames.subList(0, at),
        object(parts.get(0)),
        object(parts.get(1)),
        object(parts.get(2)),
        object(parts.get(3)));
  }

  private static ObjectNode object(byte[] part) {
    try {
      if (KernelMessage.JSON.readTree(part) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new NotebookException("a part is not JSON: " + e.getMessage(), e);
    }
    throw new NotebookException("a part is JSON and no object");
  }

  private byte[] signature(List<byte[]> parts) {
    if (key.length == 0) {
      return new byte[0];
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
