using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>
/// What sort of thing a name is, in words: the label of its model, else what the event that made it says, else its trade item number.
/// </summary>
internal sealed class SortNames(IEventReader events, IRecordReader record)
{
    private const EventRoles Made = EventRoles.Output | EventRoles.OutputClass | EventRoles.Parent | EventRoles.Epc | EventRoles.Class | EventRoles.InputClass;
    private const int Looked = 3;

    /// <summary>The words for what a node is one of.</summary>
    public async Task<string> OfAsync(string name, CancellationToken cancellation)
    {
        var sort = LineageDiagram.SortOf(name);
        if (!ThingId.TryParse(name, out var id) || id.ToDigitalLink() is null) return sort;
        if (ThingId.TryParse(Class(name), out var model) && await record.FindThingAsync(model, cancellation) is { } known) return known.Label;
        var page = await events.ScanAsync(new EventScan { Names = [new EventNames([name], Made)], Descending = false, Limit = Looked }, cancellation);
        return page.Items.Select(one => Said(one, name)).FirstOrDefault(said => said is not null) ?? sort;
    }

    /// <summary>Name and serial or lot of a GS1 Digital Link; the name itself of anything else.</summary>
    public static string Short(string name)
    {
        if (!name.StartsWith("https://id.gs1.org/", StringComparison.Ordinal)) return name;
        return name[(name.LastIndexOf('/') + 1)..];
    }

    private static string Class(string name)
    {
        var cut = name.IndexOf("/10/", StringComparison.Ordinal) is >= 0 and var lot ? lot : name.IndexOf("/21/", StringComparison.Ordinal);
        return cut < 0 ? name : name[..cut];
    }

    // The material of a lot; of single things, the key event that made them.
    private static string? Said(RecordedEvent recorded, string name)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        if (name.Contains("/10/", StringComparison.Ordinal)) return CustodyNames.Text(json.RootElement, "material");
        return CustodyNames.Text(json.RootElement, "keyEvent") switch
        {
            "coating" => CustodyNames.Text(json.RootElement, "electrode") is { } electrode ? $"{electrode} coil" : "coil",
            "slitting" => "lane of a coil",
            "assembly" => "cell",
            "module" => "module",
            "pack" => "pack",
            _ => null,
        };
    }
}
