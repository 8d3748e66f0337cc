using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Whether an identifier is as fine as a passport says (EN 18219).</summary>
internal static class GranularityRules
{
    /// <summary>Granularity of a new passport.</summary>
    /// <param name="stated">What the sender says, in lower case; <c>null</c> to derive it.</param>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/> when the identifier says otherwise.</exception>
    public static Granularity Check(string? stated, ThingId id)
    {
        if (stated is null) return id.Granularity;
        var granularity = stated switch
        {
            "model" => Granularity.Model,
            "batch" => Granularity.Batch,
            "item" => Granularity.Item,
            _ => throw Bad($"There is no granularity \"{stated}\".", "Use Model, Batch or Item."),
        };
        // Only a GS1 key tells its granularity.
        if (id.Scheme != IdScheme.Gs1DigitalLink || id.Granularity == granularity) return granularity;
        throw Bad($"\"{id}\" identifies a {id.Granularity.ToString().ToLowerInvariant()}, not a {stated}.", null);
    }

    /// <summary>Identifier of the model of a GS1 item or batch; <c>null</c> where the identifier does not tell.</summary>
    public static ThingId? ModelOf(ThingId id)
    {
        var at = id.Scheme == IdScheme.Gs1DigitalLink && id.Granularity != Granularity.Model ? id.Value.IndexOf("/01/", StringComparison.Ordinal) : -1;
        return at >= 0 && ThingId.TryParse(string.Join('/', id.Value[..at], "01", id.Value[(at + 4)..].Split('/')[0]), out var model) ? model : null;
    }

    /// <summary>Identifier of the batch of a GS1 item that names its lot; <c>null</c> where the identifier does not tell.</summary>
    public static ThingId? BatchOf(ThingId id) =>
        id.Granularity == Granularity.Item && id.ToDigitalLink() is { } link && link.ValueOf("10") is { } lot && Gtin.TryParse(link.Key.Value, out var gtin) ? ThingId.ForBatch(gtin, lot) : null;

    private static ProblemException Bad(string detail, string? remedy) => new(CommonProblems.InvalidValue, detail, "/granularity", remedy);
}
