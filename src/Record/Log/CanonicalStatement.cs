using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Log;

/// <summary>
/// The bytes that stand for a statement in hashes and, later, signatures: version 1. Fields in a fixed order, texts with
/// their length, so that no two statements share bytes. README.md of this project has the table.
/// </summary>
public static class CanonicalStatement
{
    private const byte Version = 1;

    /// <summary>Appends the bytes of a statement and returns where those of its evidence begin.</summary>
    public static int Write(Statement statement, CanonicalBuffer buffer)
    {
        buffer.Add(Version);
        buffer.Add(statement.Thing.Value);
        buffer.Add(statement.Term);
        buffer.Add((byte)statement.Kind);
        buffer.Add(RecordTime.ToMicroseconds(statement.ValidFrom));
        buffer.Add(statement.Value.Json);
        buffer.Add(statement.Unit);
        Write(statement.Uncertainty, buffer);
        var evidence = buffer.Length;
        Write(statement.Evidence, buffer);
        return evidence;
    }

    private static void Write(Interval? uncertainty, CanonicalBuffer buffer)
    {
        buffer.Add(uncertainty is null ? (byte)0 : (byte)1);
        if (uncertainty is { } interval)
        {
            buffer.Add(interval.Lower);
            buffer.Add(interval.Upper);
            buffer.Add(interval.Level);
        }
    }

    private static void Write(Evidence evidence, CanonicalBuffer buffer)
    {
        buffer.Add(evidence.Method);
        buffer.Add(evidence.Reference);
        buffer.Add(evidence.Validity);
        buffer.Add(evidence.Inputs is null ? uint.MaxValue : (uint)evidence.Inputs.Count);
        foreach (var input in evidence.Inputs ?? [])
        {
            buffer.Add(input);
        }
    }
}
