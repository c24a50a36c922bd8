/// Something to be computed from a packed problem, whatever the width of its bits.
protocol PackedQuery {
  associatedtype Answer
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> Answer
}

extension Restriction {
  /// Packs this restriction in the smallest width that holds it and answers the query.
  ///
  /// A space of at most 2^128 cases always fits 32 words: a word is left half empty only by fields of more
  /// than 32 classes, and there can be 25 of these at most.
  func answer<Query: PackedQuery>(
    _ query: Query, limits: WorkLimits
  ) throws(WorkLimitPassed) -> Query.Answer {
    let classes = AtomClasses(of: self)
    var meter = WorkMeter(limits: limits, busiestDimensions: classes.busiestDimensions)
    let fields = packedFields(classes)
    let factor = constantFactor(classes)
    switch fields.wordCount {
    case ...UInt64.wordCount:
      return try query.answer(problem(fields, factor, UInt64.self), self, &meter)
    case ...Bits128.wordCount:
      return try query.answer(problem(fields, factor, Bits128.self), self, &meter)
    case ...Bits512.wordCount:
      return try query.answer(problem(fields, factor, Bits512.self), self, &meter)
    case _:
      return try query.answer(problem(fields, factor, Bits2048.self), self, &meter)
    }
  }

  private func problem<Bits: PackedBits>(
    _ fields: PackedFields, _ factor: UInt128, _ width: Bits.Type
  ) -> PackedProblem<Bits> {
    PackedProblem(layout: PackedLayout(fields, factor: factor), restriction: self)
  }

  /// Gives every dimension of two or more classes a field.
  private func packedFields(_ classes: AtomClasses) -> PackedFields {
    var fields = PackedFields()
    for dimension in hull.indices where classes.count(of: dimension) > 1 {
      let masks = classes.classes(of: dimension)
      fields.append(
        dimension: dimension, isParameter: isParameter[dimension], classes: masks,
        sizes: masks.lazy.map { space.dimensions[dimension].size(of: $0) })
    }
    return fields
  }

  /// The number of cases in the dimensions that get no field and are no parameters.
  private func constantFactor(_ classes: AtomClasses) -> UInt128 {
    var factor: UInt128 = 1
    for dimension in hull.indices where classes.count(of: dimension) == 1 && !isParameter[dimension] {
      factor &*= space.dimensions[dimension].size(of: hull[dimension])
    }
    return factor
  }
}
