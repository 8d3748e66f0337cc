using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>An assertion with what can be worked out before its turn at the writer.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Root">RFC 6962 tree hash over its canonical statements.</param>
/// <param name="Evidence">Hash of each statement's evidence.</param>
internal sealed record PreparedAssertion(Assertion Assertion, byte[] Root, Hash[] Evidence);
