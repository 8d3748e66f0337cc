using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Checks what stands around the events of a document.</summary>
internal static class DocumentCheck
{
    private static readonly HashSet<string> Members = new(
        ["@context", "id", "type", "schemaVersion", "creationDate", "instanceIdentifier", "sender", "receiver", "epcisHeader", "epcisBody"], StringComparer.Ordinal);

    /// <exception cref="ProblemException">A rule is broken; the location names the place.</exception>
    public static void Check(EventDocument document, bool singleEvent)
    {
        if (document.Context is not { } context) throw Broken("@context is missing.", "/@context");
        CheckContext(context);
        if (singleEvent && document.Place.Length > 0) throw new ProblemException(TracingProblems.NotEpcis, "One event belongs here, not a document.", "/type", "Send documents to /capture.");
        if (document.Place.Length == 0) return;
        CheckHead(document.Root);
    }

    private static void CheckHead(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (!Members.Contains(member.Name) && !FormatRules.IsUri(member.Name)) throw Broken($"An EPCIS document has no {member.Name}.", "/" + member.Name);
        }

        if (!root.GetProperty("type").ValueEquals("EPCISDocument")) return;
        if (Text(root, "schemaVersion") is not { } version || version.Split('.').Any(part => part.Length == 0 || part.Any(c => !char.IsAsciiDigit(c)))) throw Broken("schemaVersion is missing, or no version like 2.0.", "/schemaVersion");
        if (Text(root, "creationDate") is not { } created || !EventTime.TryParse(created, out _)) throw Broken("creationDate is missing, or no moment with an offset.", "/creationDate");
    }

    private static void CheckContext(JsonElement context)
    {
        var isGood = context.ValueKind switch
        {
            JsonValueKind.String => IsGood(context),
            JsonValueKind.Object => true,
            JsonValueKind.Array => context.EnumerateArray().All(IsGood),
            _ => false,
        };
        if (!isGood) throw Broken("@context is an address, an object of prefixes, or a list of both.", "/@context");
        if (!EventLeaf.Fits(context.GetRawText())) throw new ProblemException(CommonProblems.LimitExceeded, $"@context has more than {EventLeaf.MaxContextBytes} bytes.", "/@context");
    }

    private static bool IsGood(JsonElement part) => part.ValueKind == JsonValueKind.Object || (part.ValueKind == JsonValueKind.String && FormatRules.IsUri(part.GetString()!));

    private static ProblemException Broken(string detail, string place) => new(TracingProblems.InvalidEvent, detail, place);
}
