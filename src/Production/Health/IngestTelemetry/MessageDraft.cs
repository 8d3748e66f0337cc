using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>A message while it is read: fields and columns as sent, with the units they declare.</summary>
internal sealed class MessageDraft
{
    public string Asset { get; set; } = "";

    public string Source { get; set; } = "";

    public string Id { get; set; } = "";

    public Dictionary<string, string> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>What makes <c>+</c> of the current: <c>charge</c> or <c>discharge</c>.</summary>
    public string PositiveCurrent { get; set; } = "charge";

    public Dictionary<string, List<double>> Columns { get; } = new(StringComparer.Ordinal)
    {
        ["time"] = [], ["voltage"] = [], ["current"] = [], ["temperature"] = [],
    };

    /// <summary>Checks and converts; what is wrong becomes a refusal of this message alone.</summary>
    /// <param name="now">Clock, s since 1970.</param>
    public TelemetryEnvelope Close(double now)
    {
        var envelope = new TelemetryEnvelope(Asset, Source, Id);
        try
        {
            CheckNames();
            return envelope with { Message = Message(now) };
        }
        catch (ProblemException refused)
        {
            return envelope with { Refusal = refused.Problem };
        }
    }

    private TelemetryMessage Message(double now)
    {
        var raw = Converted();
        CheckTimes(raw.Time, now);
        var samples = raw.Ordered();
        UnitWitness.Check(samples);
        // Counted after sorting: the digest is of what the message says, not of how it is written.
        var digest = Digest(samples);
        var left = SampleScreen.Apply(samples);
        var hasValue = left.Count > 0 || samples.Volt.Concat(samples.Ampere).Concat(samples.Celsius).Any(value => !double.IsNaN(value));
        return hasValue ? new TelemetryMessage(Asset, Source, Id, samples) { Digest = digest, LeftOut = left }
            : throw new ProblemException(TelemetryProblems.Empty, "Every value of the message is missing.");
    }

    private void CheckNames()
    {
        foreach (var (name, text) in new[] { ("asset", Asset), ("source", Source), ("sequence or messageId", Id) })
        {
            var most = name is "asset" ? Core.Identities.ThingId.MaxLength : TelemetryLimits.MaxNameLength;
            if (string.IsNullOrWhiteSpace(text)) throw new ProblemException(CommonProblems.InvalidValue, $"The message has no {name}.", name);
            if (text.Length > most) throw new ProblemException(CommonProblems.LimitExceeded, $"{name} has {text.Length} characters; at most {most} are accepted.", name);
        }
    }

    private SampleColumns Converted()
    {
        var count = Columns["time"].Count;
        if (count == 0) throw new ProblemException(TelemetryProblems.Empty, "The message has no sample.", "time");
        var sign = PositiveCurrent switch
        {
            "charge" => 1,
            "discharge" => -1,
            _ => throw new ProblemException(TelemetryProblems.BadUnit, $"\"{PositiveCurrent}\" is not a sign of the current.", "positiveCurrent", "Say charge (as BDF has it) or discharge."),
        };
        return new SampleColumns(Column("time", count, 1), Column("voltage", count, 1), Column("current", count, sign), Column("temperature", count, 1));
    }

    private double[] Column(string name, int count, int sign)
    {
        var values = Columns[name];
        var unit = TelemetryUnits.Find(name, Units.GetValueOrDefault(name));
        if (values.Count == 0) return [.. Enumerable.Repeat(double.NaN, count)];
        if (values.Count != count) throw new ProblemException(CommonProblems.InvalidValue, $"{name} has {values.Count} values, time has {count}.", name);
        var converted = new double[count];
        for (var i = 0; i < count; i++) converted[i] = sign * unit.ToRecord(values[i]);
        return converted;
    }

    private static void CheckTimes(double[] time, double now)
    {
        for (var i = 0; i < time.Length; i++)
        {
            if (time[i] >= TelemetryLimits.Earliest && time[i] <= now + TelemetryLimits.MostAhead) continue;
            throw new ProblemException(
                TelemetryProblems.BadTime, FormattableString.Invariant($"Sample {i} is of {time[i]} s since 1970; accepted are 1990 to {TelemetryLimits.MostAhead / 3600} h ahead of the clock."), $"time/{i}", "Declare ms when the time is in milliseconds.");
        }
    }

    private long Digest(SampleColumns samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Asset}\n{Source}\n{Id}\n"));
        foreach (var column in new[] { samples.Time, samples.Volt, samples.Ampere, samples.Celsius }) hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset());
    }
}
