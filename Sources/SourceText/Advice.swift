/// What the reader can do about a mistake: text, and in it what to type, which whoever prints it completes with the
/// options of the run.
///
/// A plain string is advice too. `"\(CommandText.rules) lists the rules"` holds a command.
public struct Advice: Hashable, Sendable {
  /// A piece of the advice.
  enum Part: Hashable, Sendable {
    case text(String)
    case command(CommandText)
  }

  let parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  /// Advice without anything to type.
  public init(_ text: String) { parts = [.text(text)] }

  /// The advice in one string.
  ///
  /// - Parameter rules: the folder of rules that the run was given, as it is typed; nil if it uses the shipped ones.
  public func text(rules: String? = nil) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .command(let command): "`\(command.text(rules: rules))`"
      }
    }.joined()
  }

  /// The advice with its texts changed, and the commands kept.
  func mapTexts(_ change: (String) -> String) -> Advice {
    Advice(
      parts: parts.map { part in
        switch part {
        case .text(let text): .text(change(text))
        case .command: part
        }
      })
  }

  /// One advice behind another, as one.
  public static func + (left: Advice, right: Advice) -> Advice { Advice(parts: left.parts + right.parts) }
}

/// What to type at a prompt, as far as it depends on the options of the run.
public enum CommandText: Hashable, Sendable {
  /// `lacuna vocabulary`, with an element or without.
  case vocabulary(element: String?)
  /// `lacuna rules`
  case rules
  /// `lacuna explain` and a rule.
  case explain(rule: String)
  /// The option `--rules` alone, as the run was given it.
  case rulesOption

  /// What to type.
  ///
  /// - Parameter rules: the folder of rules that the run was given, as it is typed; nil if it uses the shipped ones.
  public func text(rules: String?) -> String {
    let option = rules.map { "--rules \($0)" }
    let command =
      switch self {
      case .vocabulary(let element): "lacuna vocabulary" + (element.map { " " + $0 } ?? "")
      case .rules: "lacuna rules"
      case .explain(let rule): "lacuna explain \(rule)"
      case .rulesOption: ""
      }
    if command.isEmpty { return option ?? "--rules" }
    return command + (option.map { " " + $0 } ?? "")
  }
}

extension Advice: ExpressibleByStringInterpolation {
  /// Collects the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds text of the literal.
    public mutating func appendLiteral(_ literal: String) { add(literal) }

    /// Adds the text of a value.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { add(value.description) }

    /// Adds something to type, in backticks.
    public mutating func appendInterpolation(_ command: CommandText) { parts.append(.command(command)) }

    // Neighbouring texts join, so that a word in backticks is never cut apart.
    private mutating func add(_ text: String) {
      if case .text(let before)? = parts.last {
        parts[parts.count - 1] = .text(before + text)
      } else {
        parts.append(.text(text))
      }
    }
  }

  /// Makes advice of a literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// Makes advice of the pieces of a literal.
  public init(stringInterpolation: StringInterpolation) { self.init(parts: stringInterpolation.parts) }
}

extension DefaultStringInterpolation {
  /// A command inside a plain string could not be completed any more.
  @available(*, unavailable, message: "make it an Advice, or take the text of the command")
  public mutating func appendInterpolation(_ command: CommandText) {}
}
