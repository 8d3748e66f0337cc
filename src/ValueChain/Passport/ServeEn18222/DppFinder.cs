using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.Web;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Finds passports by their own identifier or by that of the product.</summary>
internal sealed class DppFinder(IRecordReader record, PassportReader passports)
{
    private const int MostAliases = 50;

    /// <summary>The thing whose passport has this identifier, or <c>null</c>.</summary>
    public async Task<Thing?> ThingAsync(string dppId, CancellationToken cancellation)
    {
        if (await ProductAsync(dppId, cancellation).ConfigureAwait(false) is { } product) return product;
        if (dppId.Length is 0 or > WriteLimits.MaxLabelLength) return null;
        var found = await record.ListThingsAsync(new ThingQuery { Identifier = dppId, Limit = MostAliases }, cancellation).ConfigureAwait(false);
        return found.Items.FirstOrDefault(thing => thing.HasPassport() && thing.Aliases.Contains(dppId, StringComparer.Ordinal));
    }

    /// <summary>The battery or model with this product identifier, or <c>null</c>.</summary>
    public async Task<Thing?> ProductAsync(string productId, CancellationToken cancellation) =>
        KnownIds.TryParse(productId, out var id) && await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is { } thing
        && thing.HasPassport() ? thing : null;

    /// <summary>The passport of a thing as it is now.</summary>
    /// <exception cref="ProblemException">There is none, or it has ceased.</exception>
    public async Task<DppState> ReadAsync(Thing? thing, string audience, CancellationToken cancellation)
    {
        var state = await StateAsync(thing, AsOf.Latest, audience, cancellation).ConfigureAwait(false);
        return state.Header.Status != DppTerms.Ceased ? state : throw Gone(state.Header);
    }

    /// <summary>What holds of a passport that is about to change. Its version is looked up only for a caller who compares it.</summary>
    /// <exception cref="ProblemException">It has ceased.</exception>
    public async Task<DppState> HeldAsync(Thing thing, bool comparesVersion, CancellationToken cancellation)
    {
        if (comparesVersion) return await ReadAsync(thing, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        var view = await passports.ReadAsync(thing, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        var header = Header(view, newest: null);
        return header.Status == DppTerms.Ceased ? await ReadAsync(thing, AudiencePolicy.Operator, cancellation).ConfigureAwait(false) : new DppState(view, header, "");
    }

    /// <summary>The version that was the current one at a moment. Says nothing about whether the passport has ceased since.</summary>
    /// <exception cref="ProblemException">There was none.</exception>
    public async Task<DppState> ReadVersionAsync(Thing? thing, DateTimeOffset at, string audience, CancellationToken cancellation)
    {
        var state = await StateAsync(thing, new AsOf(at, at), audience, cancellation).ConfigureAwait(false);
        if (state.Header.LastUpdate is null) throw new ProblemException(CommonProblems.NotFound, "There was no such passport at that moment.", "date");
        return state.Header.Status != DppTerms.Ceased ? state : throw Gone(state.Header);
    }

    /// <summary>The passport even when only its tombstone is left.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<DppState> StateAsync(Thing? thing, AsOf asOf, string audience, CancellationToken cancellation)
    {
        if (thing is null) throw Absent();
        var view = await passports.ReadAsync(thing, asOf, audience, cancellation).ConfigureAwait(false);
        var newest = await NewestAsync(thing, asOf.KnownAt, cancellation).ConfigureAwait(false);
        var batch = GranularityRules.BatchOf(thing.Id) is { } lot && await record.FindThingAsync(lot, cancellation).ConfigureAwait(false) is { } known ? known.Id.Value : null;
        return new DppState(view, Header(view, newest) with { BatchId = batch }, DppVersion.Of(newest));
    }

    /// <summary>Tag of the newest version of a passport.</summary>
    public async Task<string> VersionAsync(Thing thing, CancellationToken cancellation) =>
        DppVersion.Of(await NewestAsync(thing, DateTimeOffset.MaxValue, cancellation).ConfigureAwait(false));

    /// <summary>The error for what is not there.</summary>
    public static ProblemException Absent() => new(CommonProblems.NotFound, "There is no such passport.");

    /// <summary>Identifier of the passport of a thing: the one that was assigned to it, or that of the thing.</summary>
    public static string DppId(PassportView view) =>
        Text(view, DppTerms.PassportId) is { } stated && view.Thing.Aliases.Contains(stated, StringComparer.Ordinal) ? stated : view.Thing.Id.Value;

    private static ProblemException Gone(DppHeader header) => new(
        En18222Problems.Gone, $"The passport \"{header.DppId}\" has ceased to exist{(header.LastUpdate is { } moment ? " at " + DppDocument.Moment(moment) : "")}.");

    private async Task<DateTimeOffset?> NewestAsync(Thing thing, DateTimeOffset knownAt, CancellationToken cancellation)
    {
        var own = await NewestAsync(thing.Id, knownAt, cancellation).ConfigureAwait(false);
        if (own is null || thing.Model is not { } model) return own;
        return await NewestAsync(model, knownAt, cancellation).ConfigureAwait(false) is { } shared && shared > own ? shared : own;
    }

    private async Task<DateTimeOffset?> NewestAsync(ThingId id, DateTimeOffset knownAt, CancellationToken cancellation)
    {
        var page = await record.ReadHistoryAsync(new HistoryQuery(id) { KnownAt = knownAt, Limit = 1 }, cancellation).ConfigureAwait(false);
        return page.Items.Count > 0 ? page.Items[0].RecordedAt : null;
    }

    private static DppHeader Header(PassportView view, DateTimeOffset? newest) => new()
    {
        DppId = DppId(view),
        ProductId = view.Thing.Id.Value,
        Granularity = view.Thing.Kind == ThingKind.Model ? Granularity.Model : view.Thing.Id.Granularity,
        SchemaVersion = Text(view, DppTerms.SchemaVersion) ?? DppHeader.DefaultSchemaVersion,
        Status = Text(view, DppTerms.Status) ?? DppTerms.Active,
        LastUpdate = newest,
        ModelId = view.Thing.Model?.Value,
        OperatorId = Text(view, DppTerms.Operator),
        FacilityId = Text(view, DppTerms.Facility),
        ContentSpecificationIds = Texts(view.Find(DppTerms.ContentSpecifications)),
    };

    private static string? Text(PassportView view, string term) => view.Find(term)?.Recorded.Statement.Value.AsText();

    private static List<string> Texts(PassportEntry? entry) =>
        entry?.Recorded.Statement.Value.AsElement() is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList() : [];
}
