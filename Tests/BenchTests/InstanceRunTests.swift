import Regions
import Synchronization
import Testing

@testable import lacuna_bench

@Suite("The benchmark program answers as plain enumeration does")
struct InstanceRunTests {
  @Test(arguments: [0, 100, 200])
  func everyLineIsRight(firstSeed: UInt64) async throws {
    var changes = 0
    for seed in firstSeed..<(firstSeed + 40) {
      var random = RandomInstance(seed: seed)
      let instance = try InstanceReader.read(Array(random.text().utf8))
      let check = LineCheck(instance: instance, sizes: random.sizes)
      let lines = await output(instance, jobs: 1).split(separator: UInt8(ascii: "\n"))
      #expect(lines.count == instance.rules.count * 6 + 1, "seed \(seed)")
      for line in lines.dropLast() {
        let fault = check.fault(of: try ResultLine(line, sizes: random.sizes), changes: &changes)
        #expect(fault == nil, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
      }
    }
    #expect(changes > 10)
  }

  @Test func theNumberOfJobsDoesNotShow() async throws {
    for seed in UInt64(500)..<510 {
      var random = RandomInstance(seed: seed)
      let instance = try InstanceReader.read(Array(random.text().utf8))
      let (alone, together) = (await output(instance, jobs: 1), await output(instance, jobs: 4))
      #expect(alone == together, "seed \(seed)")
    }
  }

  @Test func whatIsGivenUpIsSaid() async throws {
    let text = """
      {"format":"gap-instance/1","dims":[{"kind":"int","lo":1,"hi":3},{"kind":"int","lo":1,"hi":3}],
       "rules":[{"id":"R","boxes":[{"c":{}}]}],
       "laws":[{"id":"v","provisions":[{"id":"P","tags":[],"boxes":[{"c":{"0":[0],"1":[0]},"bound":"certain"}],
       "except":[]}],"extensions":[]}],"changes":[]}
      """
    let instance = try InstanceReader.read(Array(text.utf8))
    let unknown = String(
      decoding: await output(instance, jobs: 1, limits: WorkLimits(nodes: 0, retryNodes: 0)), as: UTF8.self)
    #expect(unknown.contains(#""skip":"more than 0 nodes; most is told apart in dimensions [0, 1]""#))
    let partly = String(
      decoding: await output(instance, jobs: 1, limits: WorkLimits(regions: 1)), as: UTF8.self)
    let start = #""empty":false,"count":"8","some_boxes":[{"0":[1,2]}],"limit":"more than 1 regions"#
    #expect(partly.contains(start))
  }

  @Test(arguments: [
    ("", "`{` was expected (byte 0)"),
    ("{", "`\"` was expected (byte 1)"),
    (#"{"format":"x"}"#, "the format must be `gap-instance/1`"),
    (#"{"dims":[{"lo":0,"hi":64}]}"#, "a dimension of more than 64 values"),
    (
      #"{"dims":[{"lo":0,"hi":3}],"rules":[{"boxes":[{"c":{"0":[4]}}]}]}"#,
      "an atom that dimension 0 does not have"
    ),
    (#"{"dims":[],"rules":[{"boxes":[{"c":{"7":[1]}}]}]}"#, "there is no dimension 7"),
    (#"{"rules":[{"boxes":[{"c":{"0":[]}}]}]}"#, "a list of atoms is empty"),
    (#"{"rules":[{"boxes":[{"c":{"0":[[3,1]]}}]}]}"#, "`3` to `1` are no atoms of a dimension"),
    (#"{"name":"\q"}"#, "an unknown escape in a string (byte 11)"),
    (#"{"name":99999999999999999999}"#, "`\"` was expected (byte 8)"),
    (#"{"dims":[{"lo":99999999999999999999}]}"#, "a number is too large (byte 33)"),
    (#"{"changes":[["a","b"]]}"#, "a change must name two laws"),
    (#"{} {}"#, "something follows the instance (byte 3)"),
    (#"{"x":"# + String(repeating: "[", count: 100_000), "more than 64 levels of nesting (byte 69)"),
  ])
  func badInputIsRefused(text: String, message: String) {
    let error = #expect(throws: InstanceError.self) { try InstanceReader.read(Array(text.utf8)) }
    #expect(error?.description == message)
  }

  private func output(_ instance: Instance, jobs: Int, limits: WorkLimits = .standard) async -> [UInt8] {
    let bytes = Mutex<[UInt8]>([])
    await InstanceRun(instance: instance, limits: limits, jobCount: jobs).run { part in
      bytes.withLock { $0 += part }
    }
    return bytes.withLock { $0 }
  }
}

/// Compares result lines with plain enumeration.
private struct LineCheck {
  let instance: Instance
  let plain: PlainLaw

  init(instance: Instance, sizes: [Int]) {
    self.instance = instance
    plain = PlainLaw(sizes: sizes)
  }

  func fault(of line: ResultLine, changes: inout Int) -> String? {
    guard let rule = instance.rules.first(where: { $0.id == line.rule }),
      let bound = Bound(rawValue: line.bound)
    else { return "an unknown rule or bound" }
    if line.kind == "change" { return changeFault(of: line, rule, bound, changes: &changes) }
    guard let law = instance.laws.first(where: { $0.id == line.law }) else { return "an unknown law" }
    let gap = plain.gap(rule, law, bound)
    if line.isEmpty != gap.isEmpty { return "the verdict" }
    if line.counts["count"] != "\(gap.count)" { return "the count" }
    let regions = line.boxes["boxes"] ?? []
    if let fault = plain.fault(regions, covering: gap) { return fault }
    return line.near == regions.map { plain.nearMisses($0, law, bound) } ? nil : "the near misses"
  }

  private func changeFault(
    of line: ResultLine, _ rule: InstanceRule, _ bound: Bound, changes: inout Int
  ) -> String? {
    let (old, new) = (
      plain.gap(rule, instance.laws[0], bound), plain.gap(rule, instance.laws[1], bound)
    )
    let (closed, opened) = (old.subtracting(new), new.subtracting(old))
    if !closed.isEmpty || !opened.isEmpty { changes += 1 }
    if line.counts["closed"] != "\(closed.count)" || line.counts["opened"] != "\(opened.count)" {
      return "the counts"
    }
    return plain.fault(line.boxes["closed_boxes"] ?? [], covering: closed)
      ?? plain.fault(line.boxes["opened_boxes"] ?? [], covering: opened)
  }
}
