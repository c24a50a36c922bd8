public import GapAnalysis
import LegalModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Renders the certificates of an analysis as JSON, version 1, for an independent program to replay.
public struct CertificateRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders as UTF-8 text with sorted keys and a final line feed.
  public func render(_ analysis: Analysis) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(CertificateFile(analysis)), as: UTF8.self) + "\n"
  }
}

/// A box: dimension number to the positions allowed; dimensions that allow everything are left out.
private typealias BoxFields = [String: [Int]]

private struct CertificateFile: Encodable {
  struct Dimension: Encodable {
    let name: String
    let weights: [UInt64]
  }

  struct Reach: Encodable {
    let article: String?
    let box: BoxFields
    let except: [BoxFields]
  }

  struct Part: Encodable {
    let box: BoxFields
    let status: String
    let witness: Int?
  }

  struct Rule: Encodable {
    let id: String
    let questions: [Dimension]
    let required: [BoxFields]
    let reaching: [Reach]
    let satisfying: [Reach]
    let parts: [Part]
    let cases: [String: String]
  }

  let certificateVersion = 1
  let elements: [Dimension]
  let rules: [Rule]

  enum CodingKeys: String, CodingKey { case certificateVersion, elements, rules }

  init(_ analysis: Analysis) {
    let vocabulary = analysis.corpus.vocabulary
    elements = zip(vocabulary.elements, analysis.space.weights).map { Dimension(name: $0.name, weights: $1) }
    let corpus = analysis.corpus
    let weights = analysis.space.weights
    rules = analysis.certificates.map { certificate in
      let sizes = weights.map(\.count) + certificate.questions.map(\.answers.count)
      func box(_ masks: [UInt64]) -> BoxFields { Self.box(masks, sizes) }
      func reach(_ reach: VerdictCertificate.Reach) -> Reach {
        Reach(
          article: reach.article.map { corpus[corpus[$0].statute].name + " " + corpus[$0].number },
          box: box(reach.box), except: reach.exceptions.map { box($0) })
      }
      return Rule(
        id: corpus[certificate.rule].identity,
        questions: certificate.questions.map {
          Dimension(name: $0.title, weights: Array(repeating: 1, count: $0.answers.count))
        },
        required: certificate.required.map { box($0) }, reaching: certificate.reaching.map { reach($0) },
        satisfying: certificate.satisfying.map { reach($0) },
        parts: certificate.parts.map { Part(box: box($0.box), status: $0.status, witness: $0.witness) },
        cases: [
          "required": certificate.counts.required.description,
          "covered": certificate.counts.covered.description,
          "depends": certificate.counts.depends.description, "gap": certificate.counts.gap.description,
        ])
    }
  }

  private static func box(_ masks: [UInt64], _ sizes: [Int]) -> BoxFields {
    var fields: BoxFields = [:]
    for (dimension, mask) in masks.enumerated() where mask.nonzeroBitCount < sizes[dimension] {
      fields[String(dimension)] = (0..<sizes[dimension]).filter { mask >> UInt64($0) & 1 == 1 }
    }
    return fields
  }
}
