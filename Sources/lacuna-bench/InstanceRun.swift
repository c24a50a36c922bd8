import Regions

/// Answers everything an instance asks, one job for each law and bound.
///
/// Jobs run side by side, but their lines come out in the order of the jobs, so that the result does not depend on
/// scheduling.
struct InstanceRun: Sendable {
  let instance: Instance
  let limits: WorkLimits
  /// How many jobs run at a time.
  let jobCount: Int

  private struct Job: Sendable {
    let law: Int
    let bound: Bound
  }

  private struct Finished: Sendable {
    let bytes: [UInt8]
    let totals: Totals
    /// Kept only if a change asks for it.
    let kept: (law: PreparedLaw, answers: [RuleAnswer])?
  }

  /// Runs all jobs and hands the result lines over as they become final.
  func run(_ emit: @Sendable ([UInt8]) -> Void) async {
    let jobs = instance.laws.indices.flatMap { law in Bound.allCases.map { Job(law: law, bound: $0) } }
    let changing = Set(instance.changes.flatMap { [$0.from, $0.to] })
    var totals = Totals()
    var kept: [Int: (law: PreparedLaw, answers: [RuleAnswer])] = [:]
    await inOrder(
      jobs.count, { answer(jobs[$0], keep: changing.contains(jobs[$0].law)) },
      { index, finished in
        emit(finished.bytes)
        totals.add(finished.totals)
        kept[index] = finished.kept
      })
    let final = kept
    let bounds = Bound.allCases
    await inOrder(
      instance.changes.count * bounds.count,
      { index -> [UInt8] in
        let change = instance.changes[index / bounds.count]
        let bound = index % bounds.count
        guard let old = final[change.from * bounds.count + bound],
          let new = final[change.to * bounds.count + bound]
        else { return [] }
        return changes(change, bounds[bound], from: old, to: new)
      }, { _, bytes in emit(bytes) })
    var writer = ResultWriter(space: instance.space)
    writer.writeEnd(totals)
    emit(writer.bytes)
  }

  /// Runs `work` for every number, several at a time, and hands the results over in the order of the numbers.
  private func inOrder<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result, _ take: (Int, Result) -> Void
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      var waiting: [Int: Result] = [:]
      var taken = 0
      while taken < count {
        // No job starts far ahead of the first that is not finished: what waits takes memory.
        while next < count, next < taken + 4 * jobCount, next - taken - waiting.count < jobCount {
          let index = next
          group.addTask { (index, work(index)) }
          next += 1
        }
        guard let (index, result) = await group.next() else { return }
        waiting[index] = result
        while let result = waiting.removeValue(forKey: taken) {
          take(taken, result)
          taken += 1
        }
      }
    }
  }

  private func answer(_ job: Job, keep: Bool) -> Finished {
    let law = PreparedLaw(instance.laws[job.law], bound: job.bound, in: instance.space)
    var writer = ResultWriter(space: instance.space)
    var totals = Totals()
    var answers: [RuleAnswer] = []
    for rule in instance.rules {
      let answer = RuleAnswer(rule, in: law, limits: limits)
      writer.write(answer, law: instance.laws[job.law].id, rule: rule.id, bound: job.bound)
      totals.add(answer)
      if keep { answers.append(answer) }
    }
    return Finished(bytes: writer.bytes, totals: totals, kept: keep ? (law, answers) : nil)
  }

  private func changes(
    _ change: (from: Int, to: Int), _ bound: Bound, from old: (law: PreparedLaw, answers: [RuleAnswer]),
    to new: (law: PreparedLaw, answers: [RuleAnswer])
  ) -> [UInt8] {
    var writer = ResultWriter(space: instance.space)
    for (index, rule) in instance.rules.enumerated() {
      let answer = ChangeAnswer(
        rule, from: (old.law, old.answers[index]), to: (new.law, new.answers[index]), limits: limits)
      writer.write(
        answer, from: instance.laws[change.from].id, to: instance.laws[change.to].id, rule: rule.id,
        bound: bound)
    }
    return writer.bytes
  }
}
