/// The rule files that were in `Rules` when the program was built.
public enum ShippedRules {
  /// Paths relative to `Rules`, in ascending order, with the text of each file.
  public static var files: [(path: String, text: String)] { EmbeddedRules.files }
}
