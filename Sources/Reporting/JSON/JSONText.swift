/// A JSON value whose members keep their order, written without Foundation.
enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])
  /// A value that is written on one line: one thing to a reader, and one line of a comparison.
  indirect case inline(JSONValue)

  /// An object without the members that have no value.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

/// Writes JSON (RFC 8259), two spaces for each level, a final line feed.
enum JSONText {
  /// The text of a value. Cost: linear in the output.
  static func render(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: "", into: &text)
    return text + "\n"
  }

  private static func write(_ value: JSONValue, indent: String, into text: inout String) {
    switch value {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number): text += String(number)
    case .text(let string): text += quoted(string)
    case .list(let elements):
      block("[", elements, "]", indent, &text) { element, inner, text in
        write(element, indent: inner, into: &text)
      }
    case .object(let members):
      block("{", members, "}", indent, &text) { member, inner, text in
        text += quoted(member.name) + ": "
        write(member.value, indent: inner, into: &text)
      }
    case .inline(let value): text += compact(value)
    }
  }

  /// A value on one line.
  private static func compact(_ value: JSONValue) -> String {
    switch value {
    case .null, .flag, .number, .text:
      var text = ""
      write(value, indent: "", into: &text)
      return text
    case .list(let elements): return "[" + elements.map { compact($0) }.joined(separator: ", ") + "]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      return "{ " + members.map { quoted($0.name) + ": " + compact($0.value) }.joined(separator: ", ") + " }"
    case .inline(let value): return compact(value)
    }
  }

  private static func block<Element>(
    _ open: String, _ elements: [Element], _ close: String, _ indent: String, _ text: inout String,
    _ body: (Element, String, inout String) -> Void
  ) {
    text += open
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      text += index == 0 ? "\n" + inner : ",\n" + inner
      body(element, inner, &text)
    }
    text += elements.isEmpty ? close : "\n" + indent + close
  }

  /// A string with its quotation marks. Line separators of JavaScript are escaped too.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}" {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }
}
