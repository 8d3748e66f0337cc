using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>An assertion with what can be worked out before its turn at the writer.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Root">RFC 6962 tree hash over its canonical statements.</param>
/// <param name="Evidence">Hash of each statement's evidence.</param>
/// <param name="Secret">Where the salts of its statements come from, 32 bytes.</param>
/// <param name="Signature">Who answers for it; <c>null</c> when the store has no key.</param>
internal sealed record PreparedAssertion(Assertion Assertion, byte[] Root, Hash[] Evidence, byte[] Secret, AssertionSignature? Signature);
