import Dispatch
import Synchronization

extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// The results of a function in the order of the collection; it is called on all processors at once.
  ///
  /// The first error in that order is thrown, so that the outcome does not depend on the processors.
  ///
  /// - Parameter work: how much work an element makes, in any unit: the most is begun first, so that no processor is
  ///   left with it at the end.
  package func concurrentMap<Result: Sendable, Failure: Error>(
    heaviestFirst work: (Element) -> Int = { _ in 0 },
    _ transform: @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard count > 1 else { return try map(transform) }
    let outcomes = Outcomes<Result, Failure>(count: count)
    let order = map { -work($0) }.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map(\.offset)
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let offset = order[place]
      do throws(Failure) {
        outcomes.set(.success(try transform(self[startIndex + offset])), at: offset)
      } catch {
        outcomes.set(.failure(error), at: offset)
      }
    }
    return try outcomes.all()
  }
}

/// What calls at the same time give, by position. A class, because they all write into the same one.
private final class Outcomes<Value: Sendable, Failure: Error>: Sendable {
  private let values: Mutex<[Swift.Result<Value, Failure>?]>

  init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  func set(_ value: Swift.Result<Value, Failure>, at position: Int) {
    values.withLock { $0[position] = value }
  }

  func all() throws(Failure) -> [Value] {
    var result: [Value] = []
    for value in values.withLock({ $0 }) { if let value { result.append(try value.get()) } }
    return result
  }
}
