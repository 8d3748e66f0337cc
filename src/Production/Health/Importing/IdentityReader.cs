using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.Importing;

/// <summary>
/// Finds out who a row is about: an identifier in the row, a serial number in the row together with a model or GTIN, the
/// thing named by the person importing, or the one named in front of the header.
/// </summary>
internal sealed class IdentityReader(TextTable table, ImportOptions options, FindingLog log)
{
    private static readonly string[] IdHeaders = ["thing", "id", "uri", "unique_identifier", "battery_id", "thing_id"];
    private static readonly string[] SerialHeaders = ["serial", "serial_number", "cell", "cell_id"];
    private const string GtinHeader = "gtin";

    /// <summary>Column with identifiers; -1 when there is none.</summary>
    public int IdColumn { get; } = IndexOf(table, IdHeaders);

    /// <summary>Column with serial numbers; -1 when there is none.</summary>
    public int SerialColumn { get; } = IndexOf(table, SerialHeaders);

    /// <summary>Column with GTINs; -1 when there is none.</summary>
    public int GtinColumn { get; } = IndexOf(table, [GtinHeader]);

    /// <summary>The identity behind the texts of a row; <c>null</c>, with an error, when there is none.</summary>
    public Identity? Read(string? id, string? serial, string? gtin, int line)
    {
        try
        {
            return id is not null ? Named(ThingId.Parse(id)) : serial is not null ? Serial(serial, gtin, line) : Whole(line);
        }
        catch (ProblemException problem)
        {
            log.Error(problem.Problem.Kind.Code, problem.Problem.Detail, line);
            return null;
        }
    }

    private Identity? Whole(int line)
    {
        var given = table.Preamble.GetValueOrDefault("thing");
        if (options.Thing is { } chosen)
        {
            var other = given is not null && ThingId.Parse(given) != chosen;
            if (other)
            {
                log.Warn("identity-overridden", $"The file says it is about {given}; it is imported for {chosen} as asked.", 1);
            }

            return Named(chosen);
        }

        if (given is not null)
        {
            return Named(ThingId.Parse(given));
        }

        if (table.Preamble.TryGetValue("serial", out var serial))
        {
            return Serial(serial, null, line);
        }

        log.Error("identity-missing", "Nothing says which battery this is. Name it with the import, or add a line \"# thing: URI\" in front of the header.", 1);
        return null;
    }

    private Identity? Serial(string serial, string? gtin, int line)
    {
        gtin ??= table.Preamble.GetValueOrDefault(GtinHeader);
        var model = gtin is null ? Model() : ThingId.Parse($"https://id.gs1.org/01/{gtin.PadLeft(14, '0')}");
        if (model is { } known && serial.Length > 0)
        {
            return new Identity(ThingId.Parse($"{known.Value}/21/{Uri.EscapeDataString(serial)}"), known, serial);
        }

        log.Error("identity-missing", $"The serial number \"{serial}\" needs a GTIN or a model: add a column gtin, or a line \"# model: URI\".", line);
        return null;
    }

    private Identity Named(ThingId thing)
    {
        var label = table.Preamble.GetValueOrDefault("label") is { } given && IdColumn < 0 ? given : LastPart(thing);
        return new Identity(thing, Model(), label.Length > 200 ? label[..200] : label);
    }

    private ThingId? Model() =>
        options.Model ?? (table.Preamble.TryGetValue("model", out var model) ? ThingId.Parse(model) : null);

    /// <summary>Last part of the path of an identifier: the serial number of a GS1 Digital Link.</summary>
    public static string LastPart(ThingId thing) => Uri.UnescapeDataString(thing.Value[(thing.Value.LastIndexOfAny(['/', ':']) + 1)..]);

    private static int IndexOf(TextTable table, string[] names) =>
        table.Headers.ToList().FindIndex(header => names.Contains(header.Trim().Replace(' ', '_').ToLowerInvariant(), StringComparer.Ordinal));
}
