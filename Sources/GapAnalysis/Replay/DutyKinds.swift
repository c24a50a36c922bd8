import LegalModel

/// What kind of duty it is, where only that matters.
extension Duty {
  /// Whether it asks how severely cases are punished.
  var isFloor: Bool {
    switch self {
    case .penaltyFloor: true
    case .punish, .prohibit, .notPunish, .define: false
    }
  }

  /// Whether it asks that cases be prohibited, by whatever law.
  var isProhibition: Bool {
    switch self {
    case .prohibit: true
    case .punish, .notPunish, .define, .penaltyFloor: false
    }
  }

  /// Whether it asks that cases be within a definition.
  var isDefinition: Bool {
    switch self {
    case .define: true
    case .punish, .prohibit, .notPunish, .penaltyFloor: false
    }
  }

  /// Whether it asks that cases be punished.
  var isPunishment: Bool {
    switch self {
    case .punish: true
    case .prohibit, .notPunish, .define, .penaltyFloor: false
    }
  }

  /// Whether it can be less satisfied when more is punished.
  var limitsPunishment: Bool {
    switch self {
    case .notPunish, .penaltyFloor: true
    case .punish, .prohibit, .define: false
    }
  }
}
