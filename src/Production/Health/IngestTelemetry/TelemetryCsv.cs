using System.Buffers.Text;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>
/// Reads messages in the short form: a line <c># asset=...;source=...;sequence=...</c> begins a message, lines
/// <c>time,voltage,current,temperature</c> follow. Missing values are empty; missing columns at the end may be left off.
/// </summary>
internal static class TelemetryCsv
{
    /// <summary>Reads.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="now">Clock, s since 1970.</param>
    /// <exception cref="ProblemException">Not of this form, or over a limit.</exception>
    public static IReadOnlyList<TelemetryEnvelope> Read(ReadOnlySpan<byte> bytes, double now)
    {
        var (drafts, samples, number) = (new List<MessageDraft>(), 0L, 0);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).Trim(" \t\r"u8);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            number++;
            if (line.IsEmpty) continue;
            if (line[0] == '#') drafts.Add(Head(line[1..], number, drafts.Count));
            else if (drafts.Count == 0) throw Malformed(number, "a line \"# asset=...;source=...;sequence=...\" comes before the first sample");
            else Row(drafts[^1], line, number, ref samples);
        }

        return [.. drafts.Select(draft => draft.Close(now))];
    }

    private static MessageDraft Head(ReadOnlySpan<byte> line, int number, int before)
    {
        if (before >= TelemetryLimits.MaxMessagesPerRequest) throw TelemetryReader.TooMany("messages", nameof(TelemetryLimits.MaxMessagesPerRequest), TelemetryLimits.MaxMessagesPerRequest);
        var draft = new MessageDraft();
        foreach (var field in Encoding.UTF8.GetString(line).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = field.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) throw Malformed(number, $"\"{field}\" is not name=value");
            Set(draft, field[..at].Trim(), field[(at + 1)..].Trim(), number);
        }

        return draft;
    }

    private static void Set(MessageDraft draft, string name, string value, int number)
    {
        switch (name)
        {
            case "asset": draft.Asset = value; break;
            case "source": draft.Source = value; break;
            case "sequence" or "messageId": draft.Id = value; break;
            case "positiveCurrent": draft.PositiveCurrent = value; break;
            case "units": Units(draft, value.Split(',')); break;
            default: throw Malformed(number, $"\"{name}\" is not a field of a message");
        }
    }

    private static void Units(MessageDraft draft, string[] units)
    {
        foreach (var (column, unit) in TelemetryUnits.Columns.Zip(units)) draft.Units[column] = unit.Trim();
    }

    private static void Row(MessageDraft draft, ReadOnlySpan<byte> line, int number, ref long samples)
    {
        if (draft.Columns["time"].Count >= TelemetryLimits.MaxSamplesPerMessage) throw TelemetryReader.TooMany("samples in a message", nameof(TelemetryLimits.MaxSamplesPerMessage), TelemetryLimits.MaxSamplesPerMessage);
        if (++samples > TelemetryLimits.MaxSamplesPerRequest) throw TelemetryReader.TooMany("samples in a request", nameof(TelemetryLimits.MaxSamplesPerRequest), TelemetryLimits.MaxSamplesPerRequest);
        if (draft.Columns["time"].Count == 0 && line.StartsWith("time"u8)) return;
        foreach (var column in TelemetryUnits.Columns)
        {
            var end = line.IndexOf((byte)',');
            draft.Columns[column].Add(Number(end < 0 ? line : line[..end], number));
            line = end < 0 ? [] : line[(end + 1)..];
        }

        if (!line.IsEmpty) throw Malformed(number, "a sample has time, voltage, current and temperature, nothing more");
    }

    private static double Number(ReadOnlySpan<byte> text, int number)
    {
        text = text.Trim((byte)' ');
        if (text.IsEmpty || text.SequenceEqual("NaN"u8)) return double.NaN;
        return Utf8Parser.TryParse(text, out double value, out var used) && used == text.Length ? value : throw Malformed(number, $"\"{Encoding.UTF8.GetString(text)}\" is not a number");
    }

    private static ProblemException Malformed(int line, string why) => new(CommonProblems.MalformedInput, $"The telemetry cannot be read: {why}.", $"line {line}");
}
