using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Documents of EPCIS events among the files that are imported: they are captured as everywhere else, in the name of who imports.</summary>
/// <param name="desk">Captures.</param>
internal sealed class EpcisImporter(CaptureDesk desk) : IImporter
{
    private const int Glance = 64 * 1024;
    private const int MaxChanges = 200;

    private static readonly string[] Types = ["EPCISDocument", "EPCISQueryDocument", "ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"];
    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = ImportLimits.MaxJsonDepth };

    /// <inheritdoc/>
    public string Format => "EPCIS events (JSON-LD, XML)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source)
    {
        var start = source.Bytes.Span[..Math.Min(source.Bytes.Length, Glance)];
        if (XmlEventReader.Recognises(start)) return start.IndexOf("EPCISDocument"u8) >= 0 || start.IndexOf("EPCISQueryDocument"u8) >= 0;
        return IsEpcis(start is [0xEF, 0xBB, 0xBF, ..] ? start[3..] : start);
    }

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var plan = await desk.PlanAsync(new CaptureRequest(source.Bytes, Rollback: !options.SkipBadRows) { Name = source.Name }, cancellation);
        var isThere = plan.News.Count == 0 && !plan.IsRefused;
        return new ImportPlan(Format, isThere ? new WriteBatch() : plan.Batch, Findings(plan), [.. plan.News.Take(MaxChanges).Select(Change)]) { AlreadyImported = isThere };
    }

    // The outermost members decide; what nests in them is passed over unread.
    private static bool IsEpcis(ReadOnlySpan<byte> start)
    {
        try
        {
            var json = new Utf8JsonReader(start, isFinalBlock: false, new JsonReaderState(Lenient));
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                if (json.ValueTextEquals("epcisBody"u8)) return true;
                if (json.ValueTextEquals("type"u8)) return json.Read() && json.TokenType == JsonTokenType.String && Types.Contains(json.GetString(), StringComparer.Ordinal);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken before anything told what it is: not for us to say.
        }

        return false;
    }

    private static List<Finding> Findings(CapturePlan plan)
    {
        var told = FindingJson.Read(plan.Job.Errors);
        List<Finding> findings = [.. told.Take(ImportLimits.MaxFindings).Select(finding => Of(finding, plan.Job.Rollback))];
        if (told.Count > findings.Count) findings.Add(new Finding(FindingSeverity.Note, "more-findings", string.Create(CultureInfo.InvariantCulture, $"{told.Count - findings.Count} more findings are not listed.")));
        if (plan.News.Count > MaxChanges) findings.Add(new Finding(FindingSeverity.Note, "more-events", string.Create(CultureInfo.InvariantCulture, $"{plan.News.Count - MaxChanges} more new events are not listed.")));
        if (plan.Job.Known > 0) findings.Add(new Finding(FindingSeverity.Note, "events-known", string.Create(CultureInfo.InvariantCulture, $"In the record already, and left as they are: {plan.Job.Known} events.")));
        return findings;
    }

    private static Finding Of(CaptureFinding finding, bool isAllOrNone)
    {
        var severity = finding.IsError && isAllOrNone ? FindingSeverity.Error : FindingSeverity.Warning;
        return new Finding(severity, finding.Rule ?? finding.Type, finding.Remedy is { } remedy ? $"{finding.Detail} {remedy}" : finding.Detail, finding.Location);
    }

    private static ImportChange Change(EventEntry entry)
    {
        var keys = entry.Keys;
        var thing = keys.Names.Where(name => (name.Roles & EventRoles.Objects) != EventRoles.None).Select(name => name.Name).FirstOrDefault() ?? entry.Identity;
        return new ImportChange(thing, keys.Type, null, string.Create(CultureInfo.InvariantCulture, $"{Last(keys.BizStep) ?? "event"} on {keys.EventTime:yyyy-MM-dd HH:mm} UTC"));
    }

    private static string? Last(string? word) => word?[(word.AsSpan().LastIndexOfAny(':', '-', '/') + 1)..];
}
