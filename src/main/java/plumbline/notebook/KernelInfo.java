package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import plumbline.check.Suite;

/** What a front end is told of this kernel before it runs a cell. */
final class KernelInfo {
  private KernelInfo() {}

  /** The content of a kernel_info_reply. */
  static ObjectNode content() {
    String java = Runtime.version().toString();
    ObjectNode content =
        KernelMessage.object()
            .put("status", "ok")
            .put("protocol_version", KernelMessage.PROTOCOL)
            .put("implementation", "plumbline")
            .put("implementation_version", Suite.VERSION)
            .put("banner", "Plumbline: optimization theory put to the test, on Java " + java)
            .put("debugger", false);
    content
        .putObject("language_info")
        .put("name", "java")
        .put("version", java)
        .put("mimetype", "text/x-java-source")
        .put("file_extension", ".java")
        .put("pygments_lexer", "java")
        .put("codemirror_mode", "text/x-java");
    content.putArray("help_links");
    return content;
  }
}
