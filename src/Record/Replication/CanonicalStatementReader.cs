using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Replication;

/// <summary>Reads what <see cref="CanonicalStatement"/> writes. Whether it is the same statement, the root of its assertion tells.</summary>
internal static class CanonicalStatementReader
{
    private const byte Version = 1;

    public static Statement Read(ref CanonicalReader reader)
    {
        reader.Expect(reader.Byte() == Version);
        var (thing, term, kind) = (ThingId.Parse(reader.Text() ?? ""), reader.Text() ?? "", reader.Byte());
        reader.Expect(kind <= (byte)StatementKind.Retracted);
        var (validFrom, value, unit) = (reader.Moment(), reader.Text() ?? "", reader.Text());
        return new Statement(thing, term, StatementValue.FromStoredJson(value), validFrom)
        {
            Kind = (StatementKind)kind,
            Unit = unit,
            Uncertainty = ReadInterval(ref reader),
            Evidence = ReadEvidence(ref reader),
        };
    }

    private static Interval? ReadInterval(ref CanonicalReader reader) =>
        reader.Byte() == 0 ? null : new Interval(Real(ref reader), Real(ref reader), Real(ref reader));

    private static double Real(ref CanonicalReader reader) => BitConverter.Int64BitsToDouble(reader.Long());

    private static Evidence ReadEvidence(ref CanonicalReader reader)
    {
        var (method, reference, validity, count) = (reader.Text() ?? "", reader.Text(), reader.Text(), reader.UInt());
        return new Evidence(method, reference, validity, count == uint.MaxValue ? null : ReadInputs(ref reader, count));
    }

    private static string[] ReadInputs(ref CanonicalReader reader, uint count)
    {
        reader.Expect(count <= WriteLimits.MaxInputs);
        var inputs = new string[count];
        for (var i = 0; i < count; i++)
        {
            inputs[i] = reader.Text() ?? "";
        }

        return inputs;
    }
}
